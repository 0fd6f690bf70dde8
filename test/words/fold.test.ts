import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataReader } from "../../src/model/data-folder.ts";
import { loadFolding } from "../../src/words/fold.ts";

const folding = loadFolding(dataReader());

describe("folding", () => {
  it.each([
    ["half-width kana with voicing marks", "ﾃﾞｰﾀﾍﾞｰｽのﾊﾟﾝ", "データベースのパン"],
    ["half-width punctuation", "雨だ｡｢晴れ｣､風", "雨だ。「晴れ」、風"],
    ["kana whose marks stand apart", "か\u3099っこう・ハ\u309aリ", "がっこう・パリ"],
    ["a mark right at the beginning", "ト\u3099イツ", "ドイツ"],
    ["letters whose accents stand apart", "cafe\u0301", "café"],
    ["a mark that no letter takes", "あ\u3099っ", "あっ"],
    ["kanji variants", "髙橋と渡邉、齋藤、國學院", "高橋と渡辺、斎藤、国学院"],
    ["kanji beyond the base plane", "𠮷田と𣘺本", "吉田と橋本"],
    ["compatibility kanji and radicals", "福\ufa19社の⼈", "福神社の人"],
    ["selectors of kanji", "葛\u{e0100}飾区", "葛飾区"],
    ["mathematical letters", "𝐍𝐇𝐊", "NHK"],
    ["marks that nobody sees", "世\u200b論\u2060調\ufeff査\u00adを\u200d見\u200eた", "世論調査を見た"],
  ])("of %s", (_, text, folded) => {
    expect(folding.word(text)).toBe(folded);
    // What is folded stays as it is.
    expect(folding.fold(folded)).toBeNull();
  });

  it.each([
    "世論は、「静か」だ。",
    "ＮＨＫ　２０２６",
    "ソニー㈱と㍿、①、㌔",
    "👨‍👩‍👧と❤️、🏴‍☠️、🤦🏽‍♂️",
    "(´･ω･`)と(ﾟДﾟ)".replace(/[･]/g, "・"),
    "\u200b\u200b",
    "",
  ])("leaves %j as it is", (text) => {
    expect(folding.fold(text)).toBeNull();
  });

  it.each([
    ["ﾃﾞｰﾀの髙さ", "デー", "ﾃﾞｰ"],
    ["葛\u{e0100}飾区", "葛", "葛\u{e0100}"],
    ["か\u3099く", "く", "く"],
    ["世\u200b論", "世論", "世\u200b論"],
    ["世論\u200bは", "世論", "世論"],
    ["静かな髙原", "かな", "かな"],
    ["𠮷田さん", "吉田", "𠮷田"],
  ])("of %s leads from %s back to %s", (text, part, written) => {
    const { text: folded, from, to } = folding.fold(text)!;
    const start = folded.indexOf(part);
    expect(text.slice(from[start], to[start + part.length - 1])).toBe(written);
  });

  it("makes each code unit of another stretch of the text", () => {
    const unit = fc.constantFrom(
      "a",
      "Ａ",
      "か",
      "\u3099",
      "ｶ",
      "ﾞ",
      "髙",
      "\ufe0f",
      "\u200b",
      "\u200d",
      "㍿",
      "😀",
      "𠮷",
      "é",
      "、",
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const folded = folding.fold(text);
        if (folded === null) return;
        let last = 0;
        for (let i = 0; i < folded.text.length; i++) {
          expect(folded.from[i]).toBeGreaterThanOrEqual(last);
          expect(folded.to[i]).toBeGreaterThan(folded.from[i]!);
          last = folded.to[i]!;
        }
        expect(folded.from[folded.text.length]).toBe(text.length);
      }),
    );
  });

  it("knows variants of one step, each of one character, and forms of a single code unit", () => {
    const rows = dataReader().text("data/words/kanji-variants.tsv").trim().split("\n").slice(2);
    expect(rows.length).toBeGreaterThan(300);
    const variants = new Map(rows.map((row) => row.split("\t") as [string, string]));
    for (const [variant, form] of variants) {
      expect([[...variant].length, form.length]).toEqual([1, 1]);
      expect(variants.has(form)).toBe(false);
    }
  });
});
