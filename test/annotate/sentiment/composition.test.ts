import { describe, expect, test } from "vitest";
import { whole } from "./helper.ts";

/** Signed contribution of the evidence that covers a word, and how it came about. */
function evidenceOn(text: string, word: string) {
  const at = text.indexOf(word);
  const found = whole(text).evidence.find(({ start, end, why }) => start <= at && at < end && !why.startsWith("model"));
  return { sign: Math.sign(found?.score ?? 0), why: found?.why ?? "" };
}

describe("negation has a scope", () => {
  test.each([
    ["この店は良くない", "良く", -1],
    ["対応に満足できませんでした", "満足", -1],
    ["全然悪くなかった", "悪く", 1],
    ["いい店だとは言えない", "いい", -1],
    ["魅力が感じられない", "魅力", -1],
    ["料理は良いが部屋に風呂がない", "良い", 1],
    ["美味しくないわけではない", "美味しくない", 1],
    ["期待は裏切られなかった", "期待", 1],
    ["これ、良くない？", "良く", 1],
    ["感謝しかない", "感謝", 1],
  ])("%s: %s is %i", (text, word, sign) => expect(evidenceOn(text, word).sign).toBe(sign));
});

describe("growth takes its sign from what grows", () => {
  test.each([
    ["売上が増えた", "増え", 1],
    ["売上が減った", "減っ", -1],
    ["赤字が減った", "減っ", 1],
    ["赤字が増え続けている", "増え", -1],
    ["コストが上がる", "上がる", -1],
    ["売上高は前年同期比3.2％減の10億円となりました", "減", -1],
    ["不安が和らいだ", "和らい", 1],
  ])("%s: %s is %i", (text, word, sign) => {
    const { sign: found, why } = evidenceOn(text, word);
    expect(found).toBe(sign);
    expect(why).toContain("(trend)");
  });
});

describe("each rule says what it did", () => {
  test.each([
    ["とても楽しい", "楽しい", "degree とても"],
    ["部屋は綺麗だけど朝食はまずい", "綺麗", "before but"],
    ["部屋は綺麗だけど朝食はまずい", "まずい", "after but"],
    ["もっと親切にしてほしい", "親切", "wished for"],
    ["安ければ買う", "安けれ", "supposed"],
    ["本当に安全なのか？", "安全", "asked"],
    ["楽しいかもしれない", "楽しい", "hedged"],
    ["満足できません", "満足", "negation"],
  ])("%s: %s by %s", (text, word, rule) => expect(evidenceOn(text, word).why).toContain(rule));

  test("a desire of one's own is no complaint", () => {
    expect(evidenceOn("また行きたい", "行きたい").sign).toBe(1);
  });

  test("a first-hand story told with たら supposes nothing", () => {
    expect(evidenceOn("電話したら親切に教えてくれました", "親切").why).not.toContain("supposed");
  });
});

describe("words that stand for something else", () => {
  test.each([
    ["了解(^^)", "(^^)", 1],
    ["え😭", "😭", -1],
    ["好き☺️", "☺️", 1],
    ["目が離せない試合", "目が離せない", 1],
    ["値段が高くて手が届かない", "手が届かない", -1],
  ])("%s: %s is %i", (text, word, sign) => expect(evidenceOn(text, word).sign).toBe(sign));
});

describe("flags mark and do not turn", () => {
  test("irony", () => {
    const row = whole("さすがですね、ご立派なことで（笑）");
    expect(row.flags).toContain("irony");
  });

  test("a question", () => expect(whole("これは安全ですか？").flags).toContain("question"));

  test("what somebody else is quoted as saying weighs less than one's own words", () => {
    const text = "大臣は「素晴らしい成果だ」と述べた";
    const quotation = {
      unit: "c1",
      start: 4,
      end: 12,
      text: "素晴らしい成果だ",
      kind: "speech" as const,
      indirect: false,
      speaker: null,
      entity: null,
      verb: "述べる",
      outlet: null,
      by: "test",
      confidence: 1,
    };
    const row = whole(text, { quotations: [quotation] });
    expect(row.flags).toContain("quoted");
    expect(row.evidence.find(({ text }) => text === "素晴らしい")?.why).toContain("quoted");
  });
});
