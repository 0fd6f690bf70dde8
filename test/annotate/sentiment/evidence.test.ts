import { describe, expect, test } from "vitest";
import { EMOTIONS } from "../../../src/model/layers.ts";
import { whole } from "./helper.ts";

const evidenceOf = (text: string) => whole(text).evidence;

describe("evidence names the emotion of the lexicon's entry", () => {
  test.each([
    ["本当に嬉しいです", "joy"],
    ["腹が立つ対応だった", "anger"],
    ["夜道が怖い", "fear"],
    ["親切にしてくださりありがとうございました", "gratitude"],
    ["試合に負けて悲しい😭", "sadness"],
    ["無事と聞いて安堵した", "relief"],
  ])("%s: %s", (text, emotion) => {
    expect(EMOTIONS).toContain(emotion);
    expect(evidenceOf(text).map((piece) => piece.emotion)).toContain(emotion);
  });

  test.each(["ちっとも感動できなかった", "もう怖くない"])("but not where a rule turns the word: %s", (text) => {
    const turned = evidenceOf(text).filter(({ why }) => why.includes("negation"));
    expect(turned.map(({ emotion }) => emotion)).toEqual([null]);
  });

  test("nor for words that only the model knows", () => {
    for (const { why, emotion } of evidenceOf("二回目の予約をもう入れました。")) {
      if (why.startsWith("model")) expect(emotion).toBeNull();
    }
  });
});

describe("evidence is what a reader would call feeling, not what only looks like it", () => {
  test.each<[string, string[]]>([
    // Words of degree say how much; the word that they strengthen says what.
    ["この色、すごく似合う", ["似合う"]],
    ["日向坂は暖色系すごく眩しい", ["眩しい"]],
    ["すごくなった", ["すごく"]],
    ["完全に恐喝だった", ["恐喝"]],
    ["心から怖いんだ", ["怖い"]],
    ["井口くそおもれぇ", ["おもれぇ"]],
    ["くそ！", ["くそ"]],
    // Words that others make up: ない+し+ね, し+た+わけ, たい+なら.
    ["電波が弱いしね", ["弱い"]],
    ["理解したわけだ", []],
    ["複製を作りたいなら", []],
    ["好きやけど", ["好き"]],
    // The first sign of a name.
    ["宮田愛萌の表情", []],
    ["親の愛だ", ["愛"]],
    // Other senses: a chorus, a preset, playing a film, even so, somehow.
    ["サビの振り", []],
    ["デフォルトの引数", []],
    ["何度も再生した", []],
    ["さすがに用意したよね", []],
    ["流石に用意したよね", []],
    ["心なしか似ている", []],
    ["微妙に違う色だ", []],
    ["よく見る名前だ", []],
    ["体調がよくなった", ["よくなっ"]],
    ["正直わからない", []],
    ["正直な人だ", ["正直な"]],
    ["表面化しやすい", []],
    ["使いやすい", ["使いやすい"]],
  ])("%s", (text, words) => {
    const told = evidenceOf(text).filter(({ why }) => !why.startsWith("model"));
    expect(told.map((piece) => piece.text)).toEqual(words);
  });

  test.each<[string, 1 | -1]>([
    ["髪型可愛すぎません？", 1],
    ["髪型可愛過ぎません", 1],
    ["この絵、尊すぎん？", 1],
    ["値段が高すぎませんか", -1],
    ["隣の部屋はうるさすぎない", 1],
  ])("whether something is not too much is asked, not denied: %s", (text, sign) => {
    const [first] = evidenceOf(text).filter(({ why }) => !why.startsWith("model"));
    expect(Math.sign(first!.score)).toBe(sign);
  });
});

describe("evidence of the model is shown as whole words", () => {
  // A sentence's pieces neither begin with an ending or a particle nor break off within a verb.
  test.each([
    "隣の部屋の話し声が筒抜けで、朝まで眠れませんでした。",
    "二度と行くことはないでしょう。",
    "また来年も泊まりに行きます。",
    "電話をしても誰も出てくれなかった。",
    "増配は見送られた。",
    "上履きがまた無くなっていた。",
  ])("%s", (text) => {
    for (const { text: words, why } of evidenceOf(text)) {
      if (!why.startsWith("model: words")) continue;
      expect(words).not.toMatch(/^(?:ない|なかっ|まし|ませ|です|でし|た|て|で|が|を|に|は|も|の|と)/u);
      expect(words).not.toMatch(/(?:っ|まし|ませ|なかっ)$/u);
    }
  });
});
