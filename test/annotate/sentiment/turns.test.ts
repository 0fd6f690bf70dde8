import { describe, expect, test } from "vitest";
import { whole } from "./helper.ts";

/** Signed contribution of the evidence that covers a word, and how it came about. */
function evidenceOn(text: string, word: string) {
  const at = text.indexOf(word);
  const found = whole(text).evidence.find(({ start, end, why }) => start <= at && at < end && !why.startsWith("model"));
  return { sign: Math.sign(found?.score ?? 0), why: found?.why ?? "" };
}

describe("questions inside a sentence do not ask", () => {
  test.each([
    ["どちらを選ぶのか楽しみ", false],
    ["いくらまで下がるのか見当もつかない", false],
    ["行くかやめるか迷っている", false],
    ["どちらを選ぶのか。", true],
    ["いくらまで下がるのですか", true],
    ["ここは安全なのか？", true],
  ])("%s: %s", (text, asks) => expect(whole(text).flags.includes("question")).toBe(asks));

  test.each([
    ["どちらを選ぶのか楽しみ", "楽しみ", "楽しみ"],
    ["本当に安全なのか不安です", "安全", "asked"],
    ["本当に安全なのか不安です", "不安", "不安"],
  ])("%s: %s by %s", (text, word, rule) => expect(evidenceOn(text, word).why).toContain(rule));

  test("what is looked forward to is not halved by the question before it", () => {
    expect(evidenceOn("どちらを選ぶのか楽しみ", "楽しみ").why).not.toContain("asked");
  });
});

describe("questions that praise or scorn", () => {
  test.each([
    ["この店、最高か？", "最高か", 1],
    ["今日の夕飯、神か", "神か", 1],
    ["うちの猫は天才か", "天才か", 1],
    ["何がおもてなしだ。", "おもてなし", -1],
    ["どこが便利なのか。", "便利", -1],
    ["誰が喜ぶんだ", "喜ぶ", -1],
    ["何がおいしいですか", "おいしい", 1],
    ["正気か", "正気か", -1],
  ])("%s: %s is %i", (text, word, sign) => expect(evidenceOn(text, word).sign).toBe(sign));
});

describe("wishes say that it is not so", () => {
  test.each([
    ["窓を開けてもらえると助かります"],
    ["コンセントを増やしてもらえるとありがたいです"],
    ["もう少し早く入れるとよかったです"],
    ["音が静かだとなお良い"],
    ["部屋で飲めたら最高です"],
    ["もっと早く知っていれば"],
    ["席がもう少しあればと思います"],
  ])("%s", (text) => expect(whole(text).flags).toContain("wish"));

  test.each([
    ["この値段なら満足です", "満足", ""],
    ["これなら安心だ", "安心", ""],
    ["安くなるなら満足です", "満足", "supposed"],
  ])("%s: %s %s", (text, word, rule) => {
    const { why } = evidenceOn(text, word);
    if (rule === "") expect(why).not.toContain("supposed");
    else expect(why).toContain(rule);
  });
});

describe("regret and relief", () => {
  test.each([
    ["行かなきゃよかった", "なきゃよかった", -1],
    ["買うんじゃなかった", "んじゃなかった", -1],
    ["別の宿にすればよかった", "すればよかった", -1],
    ["ここに来てよかった", "よかった", 1],
    ["雨が降らなくてよかった", "なくてよかった", 1],
    ["予約しておいてよかった", "しておいてよかった", 1],
  ])("%s: %s is %i", (text, word, sign) => expect(evidenceOn(text, word).sign).toBe(sign));
});

describe("negation reaches what a word modifies", () => {
  test.each([
    ["フロントで嫌な顔ひとつされませんでした", "嫌な", 1],
    ["滞在中に不便を感じることは一度もなかった", "不便", 1],
    ["悪いところが見つからない", "悪い", 1],
    ["気持ちよく朝を迎えられなかった", "気持ちよく", -1],
    ["きれいに掃除されていない", "きれい", -1],
    ["おいしい味は変わらない", "おいしい", 1],
    ["きれいな部屋なのに窓が開かない", "きれい", 1],
    ["待たされないのは良い", "待たされ", 1],
    ["甘すぎないのが良い", "甘すぎ", 1],
    ["もう泊まらないかな", "もう泊まらない", -1],
  ])("%s: %s is %i", (text, word, sign) => expect(evidenceOn(text, word).sign).toBe(sign));
});

describe("nothing more so", () => {
  test.each([
    ["祝日の朝の二度寝ほど尊いものはない", "尊い", 1, "more than any"],
    ["今日ほど自分が嫌いな日はない", "嫌い", -1, "more than any"],
    ["これ以上嬉しいことはない", "嬉しい", 1, "more than any"],
    ["思ったほど便利ではない", "便利", -1, "negation"],
  ])("%s: %s is %i by %s", (text, word, sign, rule) => {
    const { sign: found, why } = evidenceOn(text, word);
    expect(found).toBe(sign);
    expect(why).toContain(rule);
  });
});

describe("had it not been", () => {
  test.each([
    ["看護師さんがいなければ、とっくに心が折れていた", "心が折れ", 1],
    ["この会社がなかったら困っていた", "困っ", 1],
    ["値上げさえなければ最高なのに", "最高", -1],
  ])("%s: %s is %i", (text, word, sign) => expect(evidenceOn(text, word).sign).toBe(sign));
});

describe("too much of a good thing", () => {
  test.each([
    ["機能が多すぎて迷う", "多", -1],
    ["機能が多くて便利", "多く", 1],
    ["おいしすぎる", "おいしすぎる", 1],
    ["明るすぎて眠れない", "明るすぎ", -1],
  ])("%s: %s is %i", (text, word, sign) => expect(evidenceOn(text, word).sign).toBe(sign));
});

describe("irony is flagged", () => {
  test.each([
    ["どうもありがとう（怒）"],
    ["いい気なものだ"],
    ["いい度胸してるね"],
    ["さすがですね（笑）"],
  ])("%s", (text) => expect(whole(text).flags).toContain("irony"));
});
