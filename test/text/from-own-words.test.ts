import { describe, expect, it } from "vitest";
import { fromOwnWords } from "../../src/text/from-own-words.ts";

describe("the own words of a comment", () => {
  it.each([
    ["a quoted line before them", ">誰も困らない\n困る人はいます。", "困る人はいます。"],
    ["of full width", "＞誰も困らない\n\n困る人はいます。", "困る人はいます。"],
    ["an anchor", ">>12\nそうでしょうか。", "そうでしょうか。"],
    ["several quoted lines", "> 一つめ\n> 二つめ\nどちらも違います。", "どちらも違います。"],
    ["a quoted line between them", "まず一つ。\n>誰も困らない\n困ります。", "まず一つ。\n>誰も困らない\n困ります。"],
    ["nothing but what is quoted", ">誰も困らない", ">誰も困らない"],
    ["no quoted line", "困る人はいます。", "困る人はいます。"],
    ["nothing", "", ""],
  ])("%s", (_, text, own) => {
    expect(fromOwnWords(text)).toBe(own);
  });
});
