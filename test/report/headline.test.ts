import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyze, loadResources, readPage, renderReport } from "../../src/index.ts";

describe("the headline", () => {
  it("tells the own words of the comment with the most votes, not what it quotes", async () => {
    const analysis = analyze(readPage(readFileSync("data/pages/harbour.txt")), await loadResources());
    const html = await renderReport(analysis);
    const headline = html.slice(html.indexOf("まず読むなら"), html.indexOf("まず読むなら") + 400);
    expect(headline).toContain("これを信じる人がいるんですか");
    expect(headline).not.toContain("今いる運転士540人のうち");
  });
});
