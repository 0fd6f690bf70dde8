import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openTokenizer } from "../../src/tokenize/load-tokenizer.ts";
import { PlainLattice } from "./plain-lattice.ts";

const plain = new PlainLattice();
const tokenizer = openTokenizer();
const fast = (line: string): string[] => {
  const tokens = tokenizer.tokenize(line);
  return Array.from(tokens, ({ surface, index }) => `${surface}\t${tokens.feature(index)}`);
};

describe("the fast lattice finds what the plain search finds, equal costs included", () => {
  it.each([
    "すもももももももものうち",
    "外国人参政権には反対だが、選挙権の話は別だ。",
    "ＡＢＣマートで1,234円のスニーカーを買いましたwww",
    "ケンタッキーフライドチキンナゲットバーガーセットメニューアイウエオ",
    "ｱｲｳｴｵ アイウエオ あいうえお 亜衣宇江尾",
    "〇一二三四五六七八九十百千万億兆〇",
    "２０２２年９月１５日（木）１０時３０分、気温は−３．５℃",
    "ああああああああああああああああああああああああああああああああああああああああ",
    "－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "привет мир、Ωμέγα、naïve café、Ðであって㍿①②③",
    "お高い入館料、白うさぎが入った、沢があった、明って見出し",
    " 先頭と　全角と\t末尾の空白 \t ",
    "   ",
    "囁鱻龘麤驫籲癶齾",
    "ヽヾゝゞ々〆〻仝",
  ])("%s", (line) => {
    expect(fast(line)).toEqual(plain.cut(line));
  });

  it("on words of the dictionary strung together", () => {
    const surfaces = plain.surfaces();
    const word = fc.integer({ min: 0, max: surfaces.length - 1 }).map((i) => surfaces[i]!);
    const filler = fc.constantFrom("の", "は", "、", "。", " ", "が", "を", "です", "ッ", "w", "9", "ん", "ー", "一");
    fc.assert(
      fc.property(fc.array(fc.oneof(word, filler), { minLength: 1, maxLength: 24 }), (words) => {
        const line = words.join("");
        expect(fast(line)).toEqual(plain.cut(line));
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it("on characters at random", () => {
    const unit = fc.constantFrom(
      ..."あいうんっゃーアイウンッャ一二三人日本国行見食大小々〇、。「」（）!?w0123abcＡ１％　 \t円年",
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        const line = units.join("");
        expect(fast(line)).toEqual(plain.cut(line));
      }),
      { numRuns: 3000, seed: 8 },
    );
  });
});
