/// <reference lib="dom" />
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleReportAssets } from "../../scripts/report-assets.ts";
import { PAGE_LIGHT } from "../../src/charts/colors.ts";
import type { ReportAssets } from "../../src/report/assets.ts";
import { cutBetween } from "../../src/report/browser/slices.ts";
import { renderReport } from "../../src/report/report.ts";
import { sample } from "../charts/sample.ts";
import { found, launch, type OpenReport, openReport, settled } from "./browser.ts";
import { analysisOf } from "./sample-analysis.ts";

describe("cutBetween", () => {
  const whole = { top: 0, bottom: 30 };
  test.each([
    ["nothing that can be cut", [[0, 30]], 5, [[0, 30]]],
    [
      "between two lines",
      [
        [0, 10],
        [14, 30],
      ],
      5,
      [
        [0, 12],
        [12, 30],
      ],
    ],
    [
      "not through a label that reaches over a gap",
      [
        [0, 10],
        [14, 30],
        [8, 16],
      ],
      5,
      [[0, 30]],
    ],
    [
      "no slice lower than asked for",
      [
        [0, 4],
        [6, 10],
        [12, 20],
        [22, 30],
      ],
      9,
      [
        [0, 11],
        [11, 21],
        [21, 30],
      ],
    ],
    [
      "lines in any order",
      [
        [20, 30],
        [0, 10],
      ],
      5,
      [
        [0, 15],
        [15, 30],
      ],
    ],
  ])("%s", (_, things, least, slices) => {
    const stretch = ([top, bottom]: number[]) => ({ top: top!, bottom: bottom! });
    expect(cutBetween(things.map(stretch), whole, least)).toEqual(slices.map(stretch));
  });
});

describe.skipIf(found === null)("the report on paper", () => {
  let assets: ReportAssets;
  let browser: Browser;
  beforeAll(async () => {
    assets = await bundleReportAssets();
    browser = await launch();
  });
  afterAll(async () => browser?.close());

  const printed = async (html: string): Promise<OpenReport> => {
    const report = await openReport(browser, html, { wholly: false });
    await report.page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await settled(report.page);
    await report.page.emulateMedia({ media: "print" });
    return report;
  };

  test("tones have the colours of the screen, none of them the red and blue of against and for", async () => {
    const { page, close } = await printed(await renderReport(sample, { assets, charts: ["sentiment"] }));
    const colours = await page.evaluate((names) => {
      const style = getComputedStyle(document.documentElement);
      return names.map((name) => style.getPropertyValue(`--${name}`).trim());
    }, Object.keys(TONES));
    expect(colours).toEqual(Object.values(TONES));
    await close();
  });

  test("a tall chart is cut between its lines: no page stands empty before it, no label is cut in two", async () => {
    const { page, complaints, close } = await printed(
      await renderReport(longThread(), { assets, charts: ["votes", "thread"] }),
    );
    for (const name of ["votes", "thread"]) {
      const picture = page.locator(`.picture[data-chart="${name}"]`);
      expect(await picture.locator("> svg").isVisible()).toBe(false);
      const { heights, cut } = await picture.evaluate((element) => {
        const slices = [...element.querySelectorAll<HTMLElement>(".slice")];
        const inside = (text: Element, slice: Element) => {
          const [a, b] = [text.getBoundingClientRect(), slice.getBoundingClientRect()];
          return a.bottom > b.top + 1 && a.top < b.bottom - 1 && (a.top < b.top - 1 || a.bottom > b.bottom + 1);
        };
        return {
          heights: slices.map((slice) => slice.getBoundingClientRect().height / slice.getBoundingClientRect().width),
          cut: slices.flatMap((slice) => [...slice.querySelectorAll("text")].filter((text) => inside(text, slice)))
            .length,
        };
      });
      expect(heights.length).toBeGreaterThan(2);
      // A quarter of a page's height at most: so much stands empty before a slice.
      expect(Math.max(...heights)).toBeLessThan(0.36);
      expect(cut).toBe(0);
    }
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect(await page.locator(".slice").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test("slices stand there once, however often the browser tells that it prints; legends keep their colours", async () => {
    const { page, close } = await printed(await renderReport(longThread(), { assets, charts: ["votes", "sentiment"] }));
    const slices = () => page.locator('.picture[data-chart="votes"] .slice').count();
    const once = await slices();
    expect(once).toBeGreaterThan(2);
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await settled(page);
    expect(await slices()).toBe(once);
    const kept = await page.$$eval(".key", (all) =>
      all.map((one) => getComputedStyle(one, "::before").getPropertyValue("print-color-adjust")),
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(new Set(kept)).toEqual(new Set(["exact"]));
    await close();
  });

  test("no section begins a new page of itself", async () => {
    const { page, close } = await printed(await renderReport(sample, { assets }));
    const breaks = await page.$$eval("section, aside", (all) => all.map((one) => getComputedStyle(one).breakBefore));
    expect(new Set(breaks)).toEqual(new Set(["auto"]));
    await close();
  });
});

const { negative, positive, mixed, neutral } = PAGE_LIGHT;
const TONES = { negative, positive, mixed, neutral };

function longThread() {
  return analysisOf({
    id: "eeeeeeeeeeee",
    title: "長いスレッド",
    text: "駅前の話。",
    comments: Array.from({ length: 40 }, (_, i) => ({
      author: `読者${i}`,
      up: 100 - i,
      text: `駅前の停留所は残してほしい、${i}番目の意見です。`,
      score: 0,
      ...(i % 4 === 0 ? {} : { replyTo: i - 1 }),
    })),
  });
}
