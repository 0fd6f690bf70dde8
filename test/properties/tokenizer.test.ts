import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dictionaryPath } from "../../src/tokenize/dictionary/locate.ts";
import { readDictionary } from "../../src/tokenize/dictionary/read-dictionary.ts";
import { Lattice, ROW_WORDS } from "../../src/tokenize/lattice/lattice.ts";
import { DictionaryTokenizer } from "../../src/tokenize/tokenizer.ts";

const dictionary = readDictionary(dictionaryPath());
const tokenizer = new DictionaryTokenizer(dictionary);

const pieces = [
  ..."日本人の選挙は、楽しい。アイドルーッ「」（）ｱﾊﾟﾀﾞﾞﾟ＼～－①㍿",
  ..."w笑123ABCabc.,!?-_/:@#%&* \t\r\n\u3000\u00a0\u00d0",
  "😀",
  "👍🏽",
  "👨‍👩‍👧‍👦",
  "🇯🇵",
  "🇺🇸",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "❤️",
  "❤",
  "1️⃣",
  "©️",
  "⭐",
  "🅰",
  "\u200d",
  "\ufe0f",
  "\ufe0e",
  "🏻",
  "𠮷",
  "𩸽",
  "葛\u{e0100}",
  "辻󠄀",
  "か\u3099",
  "は\u309a",
  "e\u0301",
  "\u0301",
  "ก็",
  "각",
  "\u1100\u1161\u11a8",
  "नमस्ते",
  "क्ष",
  "\u0600",
  "\0",
  "\u0007",
  "\u001b",
  "\ufeff",
  "\uffff",
  "\ud83d",
  "\ude00",
  "\udc00",
  "\ud800",
  "\u2028",
  "ー".repeat(30),
  "あ".repeat(40),
  "ア".repeat(26),
  "w".repeat(27),
  "　".repeat(5),
  "😂".repeat(30),
  "\u0301".repeat(30),
];
const strange = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(""));

/** Lines end here; blank, tab and their like stand between tokens. */
const space = /^[ \t\n\v\r]*$/;
const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

function rowsOf(lattice: Lattice, line: string): string {
  const count = lattice.cut(line);
  return lattice.rows.slice(0, count * ROW_WORDS).join();
}

/** Surface, place and feature of every token, as one string. */
function digest(text: string, by = tokenizer): string {
  const tokens = by.tokenize(text);
  let all = "";
  for (let i = 0; i < tokens.length; i++) all += `${tokens.start(i)} ${tokens.end(i)} ${tokens.feature(i)}\n`;
  return all;
}

describe("promises of the tokenizer, on strings of every kind", () => {
  it("surfaces and the white space between them are the text; offsets ascend (70,000 strings)", () => {
    fc.assert(
      fc.property(strange, (text) => {
        const tokens = tokenizer.tokenize(text);
        let at = 0;
        let joined = "";
        for (let i = 0; i < tokens.length; i++) {
          const start = tokens.start(i);
          const end = tokens.end(i);
          if (start < at || end <= start) throw new Error(`token ${i} lies at ${start}–${end} after ${at}`);
          const gap = text.slice(at, start);
          if (!space.test(gap)) throw new Error(`lost ${JSON.stringify(gap)}`);
          joined += gap + tokens.surface(i);
          at = end;
        }
        if (!space.test(text.slice(at))) throw new Error(`lost ${JSON.stringify(text.slice(at))}`);
        expect(joined + text.slice(at)).toBe(text);
      }),
      { numRuns: 70_000, seed: 1 },
    );
  });

  it("no token splits a grapheme cluster, and an emoji is one token of its own (20,000 strings)", () => {
    fc.assert(
      fc.property(strange, (text) => {
        const tokens = tokenizer.tokenize(text);
        const boundaries = new Set([text.length]);
        for (const { index } of segmenter.segment(text)) boundaries.add(index);
        for (let i = 0; i < tokens.length; i++) {
          if (boundaries.has(tokens.start(i)) && boundaries.has(tokens.end(i))) continue;
          throw new Error(`${JSON.stringify(tokens.surface(i))} splits a cluster`);
        }
        for (const { segment, index } of segmenter.segment(text)) {
          if (!/\p{Emoji_Presentation}|\p{Regional_Indicator}/u.test(segment)) continue;
          const token = tokens.at(tokens.indexAt(index));
          expect([token.surface, token.pos]).toEqual([segment, "記号,一般,*,*"]);
        }
      }),
      { numRuns: 20_000, seed: 2 },
    );
  });

  it("the same text gives the same tokens, whatever was cut before (10,000 pairs)", () => {
    let fresh = new DictionaryTokenizer(dictionary, undefined, new Lattice(dictionary));
    let uses = 0;
    fc.assert(
      fc.property(strange, strange, (before, text) => {
        if (++uses % 100 === 0) fresh = new DictionaryTokenizer(dictionary, undefined, new Lattice(dictionary));
        const first = digest(text, fresh);
        tokenizer.tokenize(before);
        expect(digest(text)).toBe(first);
      }),
      { numRuns: 10_000, seed: 3 },
    );
  });

  it("a line that is moved through a small window gives the same tokens (2,000 lines)", () => {
    const whole = new Lattice(dictionary);
    fc.assert(
      fc.property(
        fc.array(strange, { minLength: 8, maxLength: 30 }),
        fc.integer({ min: 64, max: 400 }),
        (parts, window) => {
          const line = parts.join("の").replaceAll("\n", " ");
          const small = new Lattice(dictionary, window);
          expect(rowsOf(small, line)).toBe(rowsOf(whole, line));
        },
      ),
      { numRuns: 2_000, seed: 4 },
    );
  });
});
