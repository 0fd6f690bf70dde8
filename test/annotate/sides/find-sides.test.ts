import { describe, expect, it } from "vitest";
import { analyze, type Discussion, loadResources, readAll, type SideLabel } from "../../../src/index.ts";
import { SENTENCES } from "./sentences.ts";

const resources = await loadResources();

/** A discussion of comments; each answers the one before it where `replies` says so. */
function discussionOf(texts: readonly string[], replies = false): Discussion {
  const rows = texts.map((text, i) => ({ id: `x${i}`, text, ...(replies && i > 0 ? { parent: `x${i - 1}` } : {}) }));
  const [first] = readAll(JSON.stringify(rows.map((row) => ({ ...row, author: "人" }))));
  return first!;
}

function sidesOf(proposition: string, texts: readonly string[], replies = false) {
  return analyze(discussionOf(texts, replies), resources, { propositions: [proposition], layers: ["sides"] }).sides;
}

describe("the side of a comment", () => {
  for (const [proposition, rows] of Object.entries(SENTENCES)) {
    const sides = sidesOf(
      proposition,
      rows.map(([text]) => text),
    );
    it.each(
      rows.map(([text, side, told], i) => [text, told ?? side, sides[i]?.side] as const),
    )(`toward ${proposition}: %s is %s`, (_, expected, found) => expect(found).toBe(expected));
  }

  it("is never the opposite of what a reader takes it for", () => {
    const opposite: Partial<Record<SideLabel, SideLabel>> = { for: "against", against: "for" };
    const wrong = Object.entries(SENTENCES).flatMap(([proposition, rows]) =>
      sidesOf(
        proposition,
        rows.map(([text]) => text),
      ).flatMap(({ side }, i) => (side === opposite[rows[i]![1]] ? [rows[i]![0]] : [])),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ["市民プールを閉鎖する", "残してください", "against"],
    ["市民プールを閉鎖する", "税金の無駄", "for"],
    ["市民プールを新設する", "税金の無駄", "against"],
    ["市民プールを新設する", "必要だと思う", "for"],
    ["市民プールの利用を制限する", "やめないで", "for"],
    ["市民プールを閉鎖する", "やめないで", "against"],
  ])("hangs on what the proposition changes: %s — %s is %s", (proposition, text, side) => {
    expect(sidesOf(proposition, [text])[0]?.side).toBe(side);
  });

  it.each([
    ["市民プールを閉鎖する", "賛成できない理由がない", "for"],
    ["図書館に自習室を置く", "賛成しない理由が見当たりません", "for"],
    ["市民プールを閉鎖する", "賛成する理由がない", "against"],
    ["市民プールを閉鎖する", "反対というわけではない", "unsure"],
    ["図書館に自習室を置く", "賛成というわけではありません", "unsure"],
  ])("is not turned by what denies the denial: %s — %s is %s", (proposition, text, side) => {
    expect(sidesOf(proposition, [text])[0]?.side).toBe(side);
  });

  it.each([
    ["給食から牛乳を外す", "毎朝三十本を流しに捨てる手間を考えてほしい。廃止は当然だわ。", "for"],
    ["駅前の花壇をなくす", "水をやる人が三年前から一人もいません。撤去でいいと思う。", "for"],
    ["公園での球技に過料を科す", "小さい子がボールで怪我をしたと聞きました。規制は当然です。", "for"],
    ["商店街にベンチを置く", "買い物の途中で座れる所が一つもないんです。設置すべきだ。", "for"],
    ["給食から牛乳を外す", "骨の弱い子が増えているのをご存じですか。廃止はひどい。", "against"],
    ["商店街にベンチを置く", "買い物の途中で座れる所が一つもないんです。撤去は当然だ。", "none"],
  ])("reads an act by a noun of its kind: %s — %s is %s", (proposition, text, side) => {
    expect(sidesOf(proposition, [text])[0]?.side).toBe(side);
  });

  it("points to the words that say so, with the row that read them", () => {
    const text = "よく考えましたが、閉鎖には反対です。";
    const [side] = sidesOf("市民プールを閉鎖する", [text]);
    expect(side).toMatchObject({ side: "against", by: "against", unit: "c1" });
    expect(side?.evidence.map(({ text: words, why }) => [words, why])).toEqual([["反対です", "against"]]);
    for (const { start, end, text: words } of side?.evidence ?? []) expect(text.slice(start, end)).toBe(words);
  });

  it("reads no words that the comment only quotes", () => {
    const [side] = sidesOf("市民プールを閉鎖する", ["「閉鎖に反対です」という看板を駅で見ました"]);
    expect(side?.by).not.toBe("against");
  });

  it.each([
    "",
    " \n",
    "…",
    "👏",
    "!!!!!!",
    "a".repeat(3000),
    "反対".repeat(500),
    "「「「",
  ])("is told of any text without an error: %j", (text) => {
    const [found] = sidesOf("市民プールを閉鎖する", ["はじめに", text]).slice(1);
    if (found !== undefined) expect(found.confidence).toBeGreaterThanOrEqual(0);
  });

  it("is told of each comment toward each proposition, in the order of the propositions; of none without one", () => {
    const discussion = discussionOf(["賛成です", "反対です"]);
    const both = analyze(discussion, resources, {
      propositions: ["甲を廃止する", "乙を作る"],
      layers: ["sides"],
    }).sides;
    expect(both.map(({ proposition, unit }) => [proposition, unit])).toEqual([
      ["甲を廃止する", "c1"],
      ["甲を廃止する", "c2"],
      ["乙を作る", "c1"],
      ["乙を作る", "c2"],
    ]);
    expect(analyze(discussion, resources, { layers: ["sides"] }).sides).toEqual([]);
  });

  it("leaves the comments of others as they are, and is the same at every run", () => {
    const texts = ["閉鎖は残念だ", "それは違う。もう古い", "賛成"];
    expect(sidesOf("市民プールを閉鎖する", texts, true)).toEqual(sidesOf("市民プールを閉鎖する", texts, true));
  });
});
