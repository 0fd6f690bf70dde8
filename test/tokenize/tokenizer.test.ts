import { describe, expect, it } from "vitest";
import { loadTokenizer, openTokenizer } from "../../src/tokenize/load-tokenizer.ts";

const tokenizer = openTokenizer();
const words = (text: string): string => Array.from(tokenizer.tokenize(text), ({ surface }) => surface).join("|");

describe("loadTokenizer", () => {
  it("gives tokens as views of columns", async () => {
    const tokens = (await loadTokenizer()).tokenize("お茶を飲んだ。");
    expect(tokens.length).toBe(5);
    expect(tokens.text).toBe("お茶を飲んだ。");
    const {
      index,
      start,
      end,
      surface,
      pos,
      conjugationType,
      conjugationForm,
      lemma,
      reading,
      pronunciation,
      upos,
      unknown,
    } = tokens.at(2);
    expect([index, start, end, surface]).toEqual([2, 3, 5, "飲ん"]);
    expect([pos, conjugationType, conjugationForm]).toEqual(["動詞,自立,*,*", "五段・マ行", "連用タ接続"]);
    expect([lemma, reading, pronunciation, upos, unknown]).toEqual(["飲む", "ノン", "ノン", "VERB", false]);
  });

  it("refuses an option that it does not know", async () => {
    await expect(loadTokenizer({ dict: "x" } as never)).rejects.toThrow(/dict.*dictionary, userDictionary/);
  });

  it("gives the features of MeCab: nine, seven for an unknown word", () => {
    const tokens = tokenizer.tokenize("東京ヌモヂン");
    expect(tokens.feature(0)).toBe("名詞,固有名詞,地域,一般,*,*,東京,トウキョウ,トーキョー");
    expect(tokens.feature(1)).toBe("名詞,一般,*,*,*,*,*");
    expect([tokens.unknown(0), tokens.unknown(1)]).toEqual([false, true]);
    expect([tokens.lemma(1), tokens.reading(1), tokens.at(1).pronunciation]).toEqual(["ヌモヂン", "*", "*"]);
  });

  it("finds the token at an offset", () => {
    const tokens = tokenizer.tokenize("今日 は晴れ");
    expect([0, 1, 2, 3, 4, 5, 6, 99].map((offset) => tokens.indexAt(offset))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it("says which token there is not", () => {
    expect(() => tokenizer.tokenize("はい").at(3)).toThrow(/no token 3; the text has 1/);
  });

  it("numbers parts of speech densely, equal ones alike", () => {
    const tokens = tokenizer.tokenize("犬と猫が走る");
    expect(tokens.posId(0)).toBe(tokens.posId(2));
    expect(tokens.posId(0)).not.toBe(tokens.posId(4));
    expect(tokens.posId(4)).toBeLessThan(500);
  });
});

describe("words", () => {
  it.each([
    ["", ""],
    [" \n\t", ""],
    ["米軍は新型機を公開した。", "米|軍|は|新型|機|を|公開|し|た|。"],
    ["令和5年", "令和|5|年"],
    // A line break ends a sentence for the lattice: nothing connects across it.
    ["東\n京", "東|京"],
    ["東\r\n京", "東|京"],
    ["東京　大阪", "東京|　|大阪"],
    ["一時間 待った", "一|時間|待っ|た"],
    ["まじかwww", "まじ|か|www"],
    // Astral characters keep MeCab's class and are never cut in two.
    ["𠮷野家で", "𠮷|野家|で"],
  ])("%j are %s", (text, expected) => {
    expect(words(text)).toBe(expected);
  });
});

describe("a grapheme cluster is never cut, and an emoji is one symbol", () => {
  it.each([
    ["すごい😀", "すごい|😀"],
    ["😀😀😂", "😀|😀|😂"],
    ["👨‍👩‍👧‍👦で旅行", "👨‍👩‍👧‍👦|で|旅行"],
    ["👍🏽👍🏿", "👍🏽|👍🏿"],
    ["🇯🇵🇺🇸対決", "🇯🇵|🇺🇸|対決"],
    ["1️⃣位", "1️⃣|位"],
    ["❤️好き", "❤️|好き"],
    ["⭐⭐", "⭐|⭐"],
    ["は\u3099は\u3099", "は\u3099は\u3099"],
    ["葛\u{e0100}飾区", "葛\u{e0100}飾|区"],
  ])("%j are %s", (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it("an emoji is 記号, known to no dictionary", () => {
    const [token] = tokenizer.tokenize("👩🏻‍🚀");
    expect([token!.pos, token!.upos, token!.unknown]).toEqual(["記号,一般,*,*", "SYM", true]);
  });
});

describe("lines of any length", () => {
  it("a line of 200,000 characters without a break gives the tokens of its parts", () => {
    const part = "北朝鮮の核実験について外務省の報道官は厳しく非難し関係国と連携して対応する考えを示した";
    const once = Array.from(tokenizer.tokenize(`${part}。`), ({ surface }) => surface);
    const many = tokenizer.tokenize(`${part}。`.repeat(4800));
    expect(many.length).toBe(once.length * 4800);
    for (let i = 0; i < many.length; i++) {
      if (many.surface(i) !== once[i % once.length]) throw new Error(`token ${i} is ${many.surface(i)}`);
    }
    expect(tokenizer.scratchBytes).toBeLessThan(12e6);
  });

  it("a million blanks, combining marks or joined emoji are no trouble", () => {
    expect(words(`あ${" ".repeat(1_000_000)}い`)).toBe("あ|い");
    expect(tokenizer.tokenize(`a${"\u0301".repeat(100_000)}`).length).toBe(1);
    expect(tokenizer.tokenize("👩‍".repeat(50_000)).length).toBe(1);
  });
});
