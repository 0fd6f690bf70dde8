import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataReader } from "../../src/model/data-folder.ts";
import { fold, loadKanjiVariants } from "../../src/words/fold.ts";

const variants = loadKanjiVariants(dataReader());

describe("folding", () => {
  it.each([
    ["width", "Ｙｏｒｏｎ　２０２６", "Yoron 2026"],
    ["half-width kana with voicing marks", "ﾃﾞｰﾀﾍﾞｰｽのﾊﾟﾝ", "データベースのパン"],
    ["kana whose marks stand apart", "か\u3099っこう・ハ\u309aリ", "がっこう・パリ"],
    ["letters whose accents stand apart", "cafe\u0301", "café"],
    ["ligatures and squared words", "㍿と㌔と①", "株式会社とキロと1"],
    ["kanji variants", "髙橋と渡邉、齋藤、國學院", "高橋と渡辺、斎藤、国学院"],
    ["compatibility kanji", "福\ufa19社", "福神社"],
    ["selectors", "葛\u{e0100}飾区の❤\ufe0f", "葛飾区の❤"],
    ["marks that nobody sees", "世\u200b論\u2060調\ufeff査\u00ad", "世論調査"],
    ["nothing", "世論は、「静か」だ。", "世論は、「静か」だ。"],
  ])("of %s", (_, text, folded) => {
    expect(fold(text, { variants }).text).toBe(folded);
    // What is folded stays as it is.
    expect(fold(folded, { variants }).text).toBe(folded);
  });

  it("leaves capitals and kanji variants alone unless told", () => {
    expect(fold("ＮＨＫと國").text).toBe("NHKと國");
    expect(fold("ＮＨＫと國", { lower: true }).text).toBe("nhkと國");
  });

  it.each([
    ["ﾃﾞｰﾀの髙さ", "デー", "ﾃﾞｰ"],
    ["第㍿社", "株式会社社", "㍿社"],
    ["第㍿社", "式", "㍿"],
    ["葛\u{e0100}飾区", "葛", "葛\u{e0100}"],
    ["か\u3099く", "く", "く"],
    ["世\u200b論", "世論", "世\u200b論"],
    ["静かな海", "かな", "かな"],
  ])("of %s leads from %s back to %s", (text, part, written) => {
    const folded = fold(text, { variants });
    const start = folded.text.indexOf(part);
    const { start: from, end: to } = folded.range(start, start + part.length);
    expect(text.slice(from, to)).toBe(written);
  });

  it("is done once, and each part leads to a part that folds to it or to more", () => {
    const unit = fc.constantFrom("a", "Ａ", "か", "\u3099", "ｶ", "ﾞ", "髙", "\ufe0f", "\u200b", "㍿", "😀", "é", "、");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const folded = fold(text, { variants });
        let last = 0;
        for (let i = 0; i < folded.text.length; i++) {
          const { start, end } = folded.range(i, i + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(fold(text.slice(start, end), { variants }).text).toContain(folded.text[i]);
          last = start;
        }
      }),
    );
  });

  it("has variants of one step, each of one character", () => {
    expect(variants.size).toBeGreaterThan(300);
    for (const [variant, form] of variants) {
      expect([...variant, ...form].length).toBe(2);
      expect(variants.has(form)).toBe(false);
    }
  });
});
