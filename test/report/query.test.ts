import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, foldWithMap, placesOf } from "../../src/report/browser/fold.ts";
import { matchesQuery, parseQuery, tellQuery } from "../../src/report/browser/query.ts";
import { READING_WORDS } from "../../src/report/reading-words.ts";

const COMMENTS = [
  ["折口", "中国とロシアの関係は変わった。"],
  ["ミリ猫", "ﾛｼｱの経済は中国しだい"],
  ["名無し", "NATOは動かない、ｎａｔｏは"],
  ["中国通", "台湾有事だけは 避けたい"],
] as const;

const found = (line: string) =>
  COMMENTS.flatMap(([author, text], i) =>
    matchesQuery(
      parseQuery(line),
      () => foldText(text),
      () => foldText(author),
    )
      ? [i]
      : [],
  );

describe("parseQuery", () => {
  test.each([
    ["中国 ロシア", [0, 1]],
    ["中国　ロシア", [0, 1]],
    ["ロシア", [0, 1]],
    ["ﾛｼｱ", [0, 1]],
    ["nato", [2]],
    ["ＮＡＴＯ", [2]],
    ["台湾 OR nato", [2, 3]],
    ["台湾 または nato", [2, 3]],
    ["中国 ロシア OR 台湾", [0, 1]],
    ["中国 -経済", [0]],
    ["-中国", [2, 3]],
    ["「ロシアの関係」", [0]],
    ['"ロシアの 関係"', [0]],
    ["-「ロシアの関係」 ロシア", [1]],
    ["名前:中国", [3]],
    ["author:折口 中国", [0]],
    ["名前：「ミリ猫」", [1]],
    ["-名前:折口 ロシア", [1]],
    ["有事だけは避け", [3]],
    ["", [0, 1, 2, 3]],
  ])("%s finds %j", (line, wanted) => {
    expect(found(line)).toEqual(wanted);
    expect(parseQuery(line).notes).toEqual([]);
  });

  test.each([
    ["「ロシアの", [0, 1], "quote"],
    ['"中国と', [0], "quote"],
    ["OR 台湾", [3], "or"],
    ["台湾 OR", [3], "or"],
    ["台湾 OR OR nato", [2, 3], "or"],
    ["台湾 OR -中国", [3], "or"],
    ["- 台湾", [3], "empty"],
    ["名前:", [0, 1, 2, 3], "empty"],
    ["「」 台湾", [3], "empty"],
    ["台湾 」", [], null],
  ])("%s is read as far as it goes", (line, wanted, note) => {
    expect(found(line)).toEqual(wanted);
    expect(parseQuery(line).notes).toEqual(note === null ? [] : [note]);
  });

  test.each([
    ["ロシア", ""],
    ["中国 台湾 OR nato -米", "「中国」、かつ （「台湾」 または 「nato」）、かつ 「米」 を含まない"],
    ["名前:折口", "名前に「折口」"],
    ["「ロシア", "「ロシア」。引用符が閉じていないので、終わりまでを一つの語句とした"],
    ["ロシア OR", "「ロシア」。相手のない OR は無視した"],
  ])("%s is told as %s", (line, told) => {
    expect(tellQuery(parseQuery(line), READING_WORDS.ja, "ja")).toBe(told);
  });

  test("any line is read without an error, and a word finds itself", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (line) => void parseQuery(line)));
  });
});

describe("placesOf", () => {
  test.each([
    ["ﾛｼｱの経済", "ロシア", ["ﾛｼｱ"]],
    ["ｶﾞﾝﾊﾞﾚ、がんばれ", "ガンバレ", ["ｶﾞﾝﾊﾞﾚ"]],
    ["ｎａｔｏとNATO", "nato", ["ｎａｔｏ", "NATO"]],
    ["㈱山本", "(株)山本", ["㈱山本"]],
    ["避け たい", "避けたい", ["避け たい"]],
    ["か\u3099っこう", "がっこう", ["か\u3099っこう"]],
    ["𠮷野家で", "野家", ["野家"]],
  ])("in %s, %s stands at %j", (text, words, wanted) => {
    const places = placesOf(foldText(words), foldWithMap(text));
    expect(places.map(([start, end]) => text.slice(start, end))).toEqual(wanted);
  });
});
