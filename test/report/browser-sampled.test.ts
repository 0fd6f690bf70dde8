/// <reference lib="dom" />
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleReportAssets } from "../../scripts/report-assets.ts";
import type { ReportAssets } from "../../src/report/assets.ts";
import { renderReport } from "../../src/report/report.ts";
import { MOST_STORED } from "../../src/report/stored-units.ts";
import { patience } from "../patience.ts";
import { found, launch, openReport } from "./browser.ts";
import { analysisOf } from "./sample-analysis.ts";

describe.skipIf(found === null)("a report of more comments than one file holds", () => {
  const many = analysisOf({
    id: "ffffffffffff",
    title: "駅前のパン屋",
    text: "駅前の話。",
    comments: Array.from({ length: MOST_STORED + 100 }, (_, i) => ({
      author: `読者${i % 40}`,
      up: i % 90,
      text: `駅前もいい${i}`,
      score: 0,
    })),
  });
  let assets: ReportAssets;
  let browser: Browser;
  let html: string;
  beforeAll(async () => {
    assets = await bundleReportAssets();
    browser = await launch();
    html = await renderReport(many, { assets, charts: ["votes"] });
  }, patience(60_000));
  afterAll(async () => browser?.close());

  test.each([1280, 1024, 390])("says so above the list, and not over it (%i wide)", async (width) => {
    const { page, complaints, close } = await openReport(browser, html, { viewport: { width, height: 900 } });
    const place = (selector: string) => page.$eval(selector, (one) => one.getBoundingClientRect().toJSON() as DOMRect);
    const note = await place("#sampled");
    expect(await page.textContent("#sampled")).toMatch(/5,000件まで.*250,000字まで.*無作為に/u);
    expect(note.top).toBeGreaterThanOrEqual((await place(".controls")).bottom - 1);
    expect((await place("#units")).top).toBeGreaterThanOrEqual(note.bottom - 1);
    expect(await page.textContent("#count")).toMatch(/^5,100 件/u);
    expect(complaints).toEqual([]);
    await close();
  });

  test("leads to where all are: the command that writes them, or the file beside the page", async () => {
    const { page, close } = await openReport(browser, html);
    await page.click("#sampled a");
    expect(await page.evaluate(() => document.querySelector(":target")?.textContent)).toContain("yoron table comments");
    await close();
    const beside = await renderReport(many, { assets, charts: ["votes"], commentsFile: "tables/comments.csv" });
    expect(beside).toContain('<a href="tables/comments.csv">');
    const script = await renderReport(many, { assets, charts: ["votes"], commentsFile: "javascript:alert(1)" });
    expect(script).not.toContain('href="javascript:');
  });
});
