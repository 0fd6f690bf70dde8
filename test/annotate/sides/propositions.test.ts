import { describe, expect, it } from "vitest";
import {
  analyze,
  annotateLine,
  checkPropositions,
  loadResources,
  proposePropositions,
  readAll,
} from "../../../src/index.ts";

const resources = await loadResources();

describe("propositions", () => {
  it.each([
    ["no list", "閉鎖する", "must be a list of texts"],
    ["not a text", [3], "must be a text, not 3"],
    ["null", [null], "must be a text, not null"],
    ["empty", [""], "must not be empty"],
    ["blank", [" \u3000"], "must not be empty"],
    ["too long", ["長".repeat(201)], "at most 200 characters, not 201"],
    ["repeated", ["閉鎖する", "閉鎖する"], "given twice"],
    ["repeated but for space", ["閉鎖する", " 閉鎖する "], "given twice"],
  ])("are refused where they are %s", (_, given, message) => {
    expect(() => checkPropositions(given)).toThrow(message);
    const [discussion] = readAll('[{"text":"反対"}]');
    expect(() => analyze(discussion!, resources, { propositions: given as string[] })).toThrow(
      expect.objectContaining({ code: "bad-value" }),
    );
    const line = annotateLine(JSON.stringify({ id: 7, text: "反対", propositions: given }), resources, ["sides"]);
    expect(line).toMatchObject({ id: 7, error: { code: "bad-value" } });
  });

  it("may be as long as 200 characters", () => expect(checkPropositions(["長".repeat(200)])).toHaveLength(1));

  it.each([
    ["家庭ごみ袋、来年7月から有料に", "", ["家庭ごみ袋、来年7月から有料にすること"]],
    ["市民プール今年度で閉鎖へ", "", ["市民プール今年度で閉鎖すること"]],
    ["朝の会見から", "若葉市は3日、駅前の駐輪場を廃止すると発表した。", ["駅前の駐輪場を廃止すること"]],
    ["夏の思い出", "海は青かった。", []],
    ["", "", []],
  ])("are proposed by title and lead: %s %s", (title, text, expected) => {
    expect(proposePropositions({ article: { title, text } } as never, resources)).toEqual(expected);
  });
});

describe("the line protocol", () => {
  const sides = (line: object, defaults = {}) =>
    annotateLine(JSON.stringify({ id: 1, ...line }), resources, ["sides"], defaults).sides;
  it("tells the side toward each proposition of the line", () => {
    expect(sides({ text: "廃止に反対です", propositions: ["運動会を廃止する"] })).toMatchObject([
      { proposition: "運動会を廃止する", side: "against", evidence: [{ start: 3, end: 7, text: "反対です" }] },
    ]);
  });
  it("takes those that hold for all lines where a line has none", () => {
    const defaults = { propositions: ["運動会を廃止する"] };
    expect(sides({ text: "賛成です" }, defaults)).toMatchObject([{ side: "for" }]);
    expect(sides({ text: "賛成です", propositions: [] }, defaults)).toEqual([]);
    expect(sides({ text: "賛成です" })).toEqual([]);
  });
});
