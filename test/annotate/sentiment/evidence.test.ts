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
