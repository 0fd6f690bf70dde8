import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyze, loadResources, readPage, renderReport } from "../../src/index.ts";
import { ownWords } from "../../src/report/own-words.ts";

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
    expect(ownWords(text)).toBe(own);
  });

  it("are what the headline tells of the comment with the most votes", async () => {
    const analysis = analyze(readPage(readFileSync("data/pages/harbour.txt")), await loadResources());
    const html = await renderReport(analysis);
    const headline = html.slice(html.indexOf("まず読むなら"), html.indexOf("まず読むなら") + 400);
    expect(headline).toContain("これを信じる人がいるんですか");
    expect(headline).not.toContain("今いる運転士540人のうち");
  });
});
