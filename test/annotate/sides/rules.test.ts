import { describe, expect, it } from "vitest";
import { CHANGES } from "../../../src/annotate/sides/change.ts";
import { readProposition } from "../../../src/annotate/sides/proposition.ts";
import { loadSideRules } from "../../../src/annotate/sides/resources.ts";
import { decided, findSignals } from "../../../src/annotate/sides/signals.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { loadTokenizer } from "../../../src/tokenize/load-tokenizer.ts";

const tokenizer = await loadTokenizer();
const resources = loadSideRules(dataReader());
const propositionOf = (text: string) => readProposition({ text, tokens: tokenizer.tokenize(text) }, resources);
const signalsOf = (text: string, proposition: string) => findSignals(text, resources.rules, propositionOf(proposition));

describe("the rows of rules", () => {
  it.each(resources.rules.rows.map((rule) => [rule.name, rule] as const))("%s decides its own example", (_, rule) => {
    const found = signalsOf(rule.example, rule.proposition).map(({ rule: { name } }) => name);
    if (rule.decides === "no") expect(found).toEqual([]);
    else expect(found[0]).toBe(rule.name);
  });

  it("have names of their own, known sides and forces", () => {
    const { rows } = resources.rules;
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    for (const { sides, decides } of rows) {
      expect(["yes", "hint", "no"]).toContain(decides);
      for (const change of CHANGES) expect(sides[change]).not.toBeUndefined();
    }
    for (const change of resources.changes.changes) expect(CHANGES).toContain(change);
  });

  it.each([
    ["賛成です。ただ、時期は考えてほしい", null],
    ["大歓迎。けど、夜は静かにしてほしい", null],
    ["お金の面では賛成、子どものためには反対", "unsure"],
    ["条件付きで賛成です", "conditional"],
    ["迷っていたけれど、賛成します", "for"],
    ["さすが市長、賛成です(棒読み)", "against"],
  ])("are weighed against each other: %s is %s", (text, side) => {
    expect(decided(text, signalsOf(text, "市民プールを閉鎖する"))?.side ?? null).toBe(side);
  });

  it.each([
    "反対".repeat(4000),
    "賛成なら".repeat(4000),
    "べき".repeat(6000),
    "「".repeat(9000),
    ">".repeat(9000),
    "高いから反対だが".repeat(100_000),
  ])("take a time in proportion to the text", (text) => {
    const start = performance.now();
    signalsOf(text, "市民プールを閉鎖する");
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("what a proposition changes", () => {
  it.each([
    ["市民プールを閉鎖する", "removes"],
    ["路線バスを廃止し乗合タクシーに切り替える", "removes"],
    ["駐輪場を有料にする", "restricts"],
    ["屋外での花火を禁止する", "restricts"],
    ["図書館を建設する", "adds"],
    ["給食を無償にする", "adds"],
    ["医療費の窓口負担をなくす", "adds"],
    ["病院の運営を民間に任せる", "moves"],
    ["市の花を変える", "moves"],
    ["ひまわり", "moves"],
  ])("%s: %s", (text, change) => expect(propositionOf(text).change).toBe(change));
});
