/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleReportAssets } from "../../scripts/report-assets.ts";
import { charts } from "../../src/charts/charts.ts";
import { wilsonInterval } from "../../src/measure/approval.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import type { ReportAssets } from "../../src/report/assets.ts";
import { renderReport } from "../../src/report/report.ts";
import { sample, sampleCodes } from "../charts/sample.ts";
import { patience } from "../patience.ts";
import { clickMark, found, launch, openReport, seeChart, settled, shownUnits } from "./browser.ts";
import { analysisOf } from "./sample-analysis.ts";

const tableOf = (name: string) => tableNamed(name).project(sample);

type Row = Readonly<Record<string, unknown>>;

/** The rows whose marks a chart shows. */
async function shownRows(page: Page, chart: string): Promise<Row[]> {
  await seeChart(page, chart);
  return page.evaluate((name) => {
    const rows = new Map<number, Row>();
    for (const element of document.querySelectorAll(`.picture[data-chart="${name}"] svg path`)) {
      const { datum } = (element as { __data__?: { datum?: Row } }).__data__ ?? {};
      if (typeof datum?.row === "number") rows.set(datum.row, { ...datum });
    }
    return [...rows.values()];
  }, chart);
}

describe.skipIf(found === null)("the charts in the report", () => {
  let assets: ReportAssets;
  let browser: Browser;
  let html: string;

  beforeAll(async () => {
    assets = await bundleReportAssets();
    browser = await launch();
    html = await renderReport(sample, { assets, codes: sampleCodes });
  });
  afterAll(async () => browser?.close());

  test("choosing a tone counts every chart again, keeps single comments, and says which cannot be counted", async () => {
    const { page, complaints, close } = await openReport(browser, html);
    await page.selectOption("#f-sentiment", "negative");
    await settled(page);
    const dark = new Set(["c2", "c7", "c9", "c12", "c13"]);
    expect((await shownRows(page, "votes")).map(({ up }) => up).sort()).toEqual([12, 3, 4, 5, 6]);
    const { rows } = charts.find(({ name }) => name === "considerations")!.build(tableOf);
    const behind = new Map(
      rows.map((row) => [row.label, row.units.filter((unit) => dark.has(unit.split("/")[1]!)).length]),
    );
    const shown = await shownRows(page, "considerations");
    expect(shown.length).toBeGreaterThan(0);
    for (const { label, comments, share, low, high } of shown) {
      const count = behind.get(label as string)!;
      const interval = wilsonInterval(count, 5);
      expect(comments).toBe(count);
      expect(share).toBeCloseTo(count / 5, 4);
      expect(low).toBeCloseTo(interval.low, 4);
      expect(high).toBeCloseTo(interval.high, 4);
    }
    const note = (chart: string) => page.locator(`#chart-${chart} .recounted`).textContent();
    expect(await note("considerations")).toBe("選んだ5件のコメントで数え直した図。");
    expect(await note("votes")).toBe("選んだ5件のコメントに関わるものだけの図。");
    expect(await note("keywords")).toBe("この図は選んだコメントだけで数え直せないので、全体のまま。");
    await page.keyboard.press("Escape");
    await settled(page);
    expect(await shownRows(page, "votes")).toHaveLength(14);
    expect(await page.locator(".recounted:visible").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test("a chart keeps its own marks to choose among, others follow", async () => {
    const { page, close } = await openReport(browser, html);
    const before = (await shownRows(page, "votes")).length;
    await clickMark(page, "votes", 0);
    expect(await shownRows(page, "votes")).toHaveLength(before);
    expect((await shownRows(page, "activity")).reduce((sum, { count }) => sum + Number(count), 0)).toBe(1);
    await close();
  });

  test("a page that is chosen has its charts alone", async () => {
    const other = analysisOf({
      id: "ffffffffffff",
      title: "駅前のパン屋",
      text: "駅前の話。",
      comments: [{ author: "みかん", up: 3, text: "駅前もいい", score: 0.5 }],
    });
    const both = await renderReport([sample, other], { assets });
    const { page, complaints, close } = await openReport(browser, both);
    await page.locator(".comparison tbody button").nth(1).click();
    await settled(page);
    expect(await shownUnits(page)).toEqual(["d1-article", "d1-c1"]);
    expect((await shownRows(page, "votes")).map(({ up }) => up)).toEqual([3]);
    expect(await page.locator("#chips .chip").textContent()).toBe("議論: 駅前のパン屋 ×");
    expect(complaints).toEqual([]);
    await close();
  });

  test(
    "every chart's marks are reached by keyboard without its table",
    async () => {
      const { page, close } = await openReport(browser, html);
      for (const { name } of charts) {
        await seeChart(page, name);
        const stops = page.locator(`.picture[data-chart="${name}"] svg [tabindex="0"]`);
        expect(await stops.count(), name).toBe(1);
        expect(await stops.first().getAttribute("aria-label"), name).toMatch(/\S/u);
      }
      await seeChart(page, "votes");
      await page.locator('.picture[data-chart="votes"] svg [tabindex="0"]').focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toContain("3. ");
      await page.keyboard.press("Enter");
      await settled(page);
      expect(await page.evaluate(() => location.hash)).toBe("#mark=votes.2");
      expect(await shownUnits(page)).toEqual(["d0-c3"]);
      await close();
    },
    patience(60_000),
  );

  test("the way from a row of the table to its words is in sight at 1024 pixels", async () => {
    const { page, close } = await openReport(browser, html, { viewport: { width: 1024, height: 800 } });
    for (const name of ["votes", "keywords"]) {
      await seeChart(page, name);
      await page.locator(`#chart-${name} summary`).click();
      const box = (await page.locator(`#chart-${name} tbody button`).first().boundingBox())!;
      const card = (await page.locator(`#chart-${name}`).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(card.x);
      expect(box.x + box.width).toBeLessThanOrEqual(card.x + card.width);
    }
    await close();
  });

  test.each([
    ["svg", /^<svg[\s\S]*<\/svg>$/u],
    ["csv", /^\ufeff名前,票（いいね）,本文\r\nみかん,41,/u],
    ["png", /^\u0089PNG/u],
  ])("a chart is saved as %s, as it is shown, without the network", async (format, wanted) => {
    const { page, complaints, close } = await openReport(browser, html);
    await seeChart(page, "votes");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.evaluate(
        (format) => document.querySelector<HTMLElement>(`[data-chart='votes'][data-export='${format}']`)!.click(),
        format,
      ),
    ]);
    expect(download.suggestedFilename()).toBe(`votes.${format}`);
    expect(readFileSync(await download.path(), format === "png" ? "latin1" : "utf8")).toMatch(wanted);
    expect(complaints).toEqual([]);
    await close();
  });
});
