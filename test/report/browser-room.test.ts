/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleReportAssets } from "../../scripts/report-assets.ts";
import { analyzeFile } from "../../src/analyze.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import { packageRoot } from "../../src/model/data-folder.ts";
import type { ReportAssets } from "../../src/report/assets.ts";
import { renderReport } from "../../src/report/report.ts";
import { sample } from "../charts/sample.ts";
import { patience } from "../patience.ts";
import { clickMark, found, launch, openReport, seeChart, settled } from "./browser.ts";
import { analysisOf } from "./sample-analysis.ts";

const SERIES = "白樺線の北部区間はバスに替えるのか、それとも線路を残すのか、沿線の三つの町が話し合う協議会";
const LONG = "停留所の屋根だけは冬になる前にかならず直してほしいです";

/** Pages of one series, whose titles differ at their ends, under which people say the same. */
const series = [1, 2, 3].map((number) =>
  analysisOf({
    id: `00000000000${number}`,
    title: `${SERIES}（第${number}回）`,
    text: "駅前の停留所について町が話した。",
    comments: Array.from({ length: 6 }, (_, i) => ({
      author: `読者${i}`,
      up: 20 - i,
      text: i % 2 === 0 ? LONG : "運賃の値上げには反対です。",
      score: 0.1 * i,
    })),
  }),
);

/** Titles that fill their lines, whatever the width of the screen. */
const TITLES = Array.from({ length: 60 }, (_, i) => "停".repeat(i + 4));

/** Words that stand on one side alone, hundreds of times. */
const onesided = analysisOf({
  id: "0000000000aa",
  title: "港湾",
  text: Array.from({ length: 300 }, () => "港湾の埠頭はル・アーブルの岸壁です。").join(""),
  comments: Array.from({ length: 300 }, (_, i) => ({
    author: `読者${i}`,
    up: 1,
    text: "停留所の運賃は住民の負担です。停留所も運賃も住民も困ります。",
    score: 0,
  })),
});

/** Returns the words that a chart draws, each with where it stands. */
async function drawnWords(page: Page, chart: string) {
  await seeChart(page, chart);
  return page.$$eval(`.picture[data-chart="${chart}"] svg text`, (all) =>
    all.map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return { text: one.textContent ?? "", left, right, top, bottom, opacity: getComputedStyle(one).opacity };
    }),
  );
}

describe.skipIf(found === null)("room for words, on every screen", () => {
  let assets: ReportAssets;
  let browser: Browser;
  const pages = new Map<string, Analysis>();
  beforeAll(async () => {
    assets = await bundleReportAssets();
    browser = await launch();
    for (const name of ["harbour.txt", "railway-core.html", "survey-library.csv"])
      pages.set(name, await analyzeFile(join(packageRoot(), "data/pages", name)));
  }, patience(120_000));
  afterAll(async () => browser?.close());
  const opened = async (analyses: Analysis | readonly Analysis[], width: number, charts?: readonly string[]) =>
    openReport(browser, await renderReport(analyses, { assets, ...(charts === undefined ? {} : { charts }) }), {
      wholly: false,
      viewport: { width, height: 900 },
    });

  test.each([1280, 390])("opinions of several pages are told apart, and whole (%i wide)", async (width) => {
    const { page, complaints, close } = await opened(series, width, ["opinions"]);
    const texts = (await drawnWords(page, "opinions")).map(({ text }) => text);
    const whole = texts.filter((text) => text.includes("「"));
    expect(whole.length).toBeGreaterThanOrEqual(3);
    expect(whole.filter((text) => text.endsWith("…"))).toEqual([]);
    // The end of a title tells it from the others of its series.
    for (const number of [1, 2, 3]) expect(texts.filter((text) => text.endsWith(`（第${number}回）`))).not.toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test.each([1280, 390])("no axis of shares tells more than the whole (%i wide)", async (width) => {
    const all = analysisOf({
      title: "停留所",
      text: "町の話。",
      comments: Array.from({ length: 5 }, (_, i) => ({ author: `読者${i}`, up: 3, text: LONG, score: 0 })),
    });
    const { page, close } = await opened(all, width, ["opinions"]);
    const shares = (await drawnWords(page, "opinions")).filter(
      ({ text, opacity }) => /^\d+%$/u.test(text) && opacity !== "0",
    );
    expect(shares.length).toBeGreaterThan(1);
    expect(Math.max(...shares.map(({ text }) => Number.parseInt(text, 10)))).toBeLessThanOrEqual(100);
    await close();
  });

  test("a line of the thread reaches to its bar on a phone", async () => {
    const { page, close } = await opened(series[0]!, 390, ["thread"]);
    const lines = (await drawnWords(page, "thread")).filter(({ text }) => text.startsWith("読者0"));
    const [bar] = await page.$$eval('.picture[data-chart="thread"] .mark-rect path', (all) =>
      all.map((one) => one.getBoundingClientRect().left),
    );
    expect(bar! - lines[0]!.right).toBeLessThan(30);
    expect(lines[0]!.right).toBeLessThan(bar!);
    await close();
  });

  test.each([1280, 390])("counts of words lie on no word (%i wide)", async (width) => {
    const { page, close } = await opened(onesided, width, ["keywords"]);
    const words = await drawnWords(page, "keywords");
    const [counts, names] = [
      words.filter(({ text }) => /^[\d,]+回$/u.test(text)),
      words.filter(({ text }) => !/\d/u.test(text)),
    ];
    expect(counts.length).toBeGreaterThan(3);
    const over = counts.filter((one) =>
      names.some(
        (other) =>
          one.left < other.right - 1 &&
          one.right > other.left + 1 &&
          one.top < other.bottom - 4 &&
          one.bottom > other.top + 4,
      ),
    );
    expect(over).toEqual([]);
    await close();
  });

  test.each([
    [1280, "opinion-map"],
    [390, "opinion-map"],
    [1280, "replies"],
    [390, "replies"],
    [390, "network"],
    [390, "entities"],
  ])("no name is written over another, none off the picture (%i wide, %s)", async (width, chart) => {
    const { page, close } = await opened(pages.get("harbour.txt")!, width, [chart]);
    const words = (await drawnWords(page, chart)).filter(({ text }) => text !== "");
    expect(words.length).toBeGreaterThan(5);
    const over = words.filter((one, i) =>
      words
        .slice(0, i)
        .some(
          (other) =>
            one.left < other.right - 2 &&
            one.right > other.left + 2 &&
            one.top < other.bottom - 5 &&
            one.bottom > other.top + 5,
        ),
    );
    expect(over.map(({ text }) => text)).toEqual([]);
    const edge = (await page.locator(`.picture[data-chart="${chart}"]`).boundingBox())!;
    expect(Math.max(...words.map(({ right }) => right))).toBeLessThanOrEqual(edge.x + edge.width + 2);
    await close();
  });

  test.each([1280, 390])("figures of sides and the axis stand within the picture (%i wide)", async (width) => {
    const { page, close } = await opened(sample, width, ["sides"]);
    const words = await drawnWords(page, "sides");
    const edge = (await page.locator('.picture[data-chart="sides"]').boundingBox())!;
    expect(words.length).toBeGreaterThan(8);
    expect(Math.max(...words.map(({ right }) => right))).toBeLessThanOrEqual(edge.x + edge.width + 1);
    expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThanOrEqual(edge.x - 1);
    await close();
  });

  test("a count of an article lies on no tone on a phone", async () => {
    const { page, close } = await opened(pages.get("harbour.txt")!, 390, ["entities"]);
    const counts = (await drawnWords(page, "entities")).filter(
      ({ text }) => /回/u.test(text) && !/^\d+回$/u.test(text),
    );
    expect(counts).toEqual([]);
    await close();
  });

  test("tables of words are read without moving them aside on a phone", async () => {
    const { page, complaints, close } = await opened(pages.get("harbour.txt")!, 390);
    await page.$$eval("details:has(.blocks)", (all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    const boxes = await page.$$eval(".scroll:has(> :is(.blocks, .pairs, .people))", (all) =>
      all.map((box) => [box.scrollWidth, box.clientWidth] as const),
    );
    expect(boxes.length).toBeGreaterThan(3);
    for (const [whole, seen] of boxes) expect(whole).toBeLessThanOrEqual(seen + 1);
    expect(complaints).toEqual([]);
    await close();
  });

  test.each([1280, 1024])("a row of a chart's table has room for its words (%i wide)", async (width) => {
    const { page, close } = await opened(pages.get("railway-core.html")!, width, [
      "entities",
      "sentiment-votes",
      "considerations",
      "keywords",
    ]);
    await page.$$eval("details.folded, details.alternative", (all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    await expect.poll(() => page.locator("details.alternative table").count()).toBe(4);
    const rows = await page.$$eval("details.alternative tbody tr", (all) =>
      all.map((row) => row.getBoundingClientRect().height),
    );
    expect(rows.length).toBeGreaterThan(20);
    // Six lines of words, and no tower of single letters.
    expect(Math.max(...rows)).toBeLessThan(140);
    const shares = await page.$$eval("#chart-considerations td.number:nth-child(5)", (all) =>
      all.map((cell) => cell.textContent),
    );
    expect(shares.length).toBeGreaterThan(3);
    for (const share of shares) expect(share).toMatch(/^\d+\.\d%$/u);
    await close();
  });

  test("a row of a chart's table leads to as many comments as it says, and one without any leads nowhere", async () => {
    const shown = ["opinion-time", "votes", "entities"];
    const { page, close } = await opened(pages.get("harbour.txt")!, 1280, shown);
    await page.$$eval("details.folded, details.alternative", (all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    await expect.poll(() => page.locator("details.alternative table").count()).toBe(shown.length);
    const cells = page.locator("details.alternative tbody tr td:first-child");
    const told = await cells.evaluateAll((all) =>
      all.map((cell) => [cell.textContent ?? "", cell.children.length] as const),
    );
    const none = told.filter(([text]) => text.startsWith("0 "));
    expect(none.length).toBeGreaterThan(3);
    for (const [, buttons] of none) expect(buttons).toBe(0);
    const rows = page.locator("details.alternative tbody button.place");
    expect(await rows.count()).toBe(told.length - none.length);
    for (let i = 0; i < told.length - none.length; i += 5) {
      const row = rows.nth(i);
      const said = /^[\d,]+/u.exec((await row.textContent()) ?? "")?.[0];
      if (said === undefined) continue;
      await row.evaluate((button) => (button as HTMLElement).click());
      await expect.poll(() => page.locator("#count").textContent()).toContain(`件中 ${said} 件`);
      await page.keyboard.press("Escape");
    }
    await close();
  });

  test.each([1280, 1024, 390])("the button of light and dark touches no title (%i wide)", async (width) => {
    const { page, close } = await opened(series[0]!, width, ["votes"]);
    const apart = await page.evaluate((titles) => {
      const button = document.getElementById("theme")!.getBoundingClientRect();
      const h1 = document.querySelector("h1")!;
      return titles.filter((title) => {
        h1.textContent = title;
        const range = document.createRange();
        range.selectNodeContents(h1);
        return [...range.getClientRects()].some(
          ({ right, top, bottom }) => right > button.left && bottom > button.top && top < button.bottom,
        );
      });
    }, TITLES);
    expect(apart).toEqual([]);
    await close();
  });

  test("a field of long titles leaves the controls within the screen", async () => {
    const { page, close } = await opened(series, 1280, ["votes"]);
    await page.selectOption("#f-discussion", "1");
    await settled(page);
    const ends = await page.$$eval(".controls *", (all) =>
      all
        .filter(
          (one) =>
            one.getBoundingClientRect().width > 0 &&
            one.closest(".unseen") === null &&
            !(one instanceof HTMLOptionElement),
        )
        .map((one) => one.getBoundingClientRect().right),
    );
    expect(Math.max(...ends)).toBeLessThanOrEqual(1280);
    await close();
  });

  test("what a mark tells covers nothing of what was chosen", async () => {
    const { page, close } = await opened(pages.get("harbour.txt")!, 1280, ["votes"]);
    await clickMark(page, "votes", 0);
    const tooltip = (await page.locator(".tooltip").boundingBox())!;
    const pane = (await page.locator("#read").boundingBox())!;
    expect(tooltip.x + tooltip.width).toBeLessThanOrEqual(pane.x);
    await close();
  });

  test("a mark that leads to the article alone counts no comments", async () => {
    const { page, close } = await opened(pages.get("harbour.txt")!, 1280, ["speakers"]);
    await clickMark(page, "speakers", 0);
    expect(await page.locator("#count").textContent()).toBe("記事だけを表示");
    await page.fill("#f-text", "どこにもない言葉");
    expect(await page.locator("#count").textContent()).toMatch(/件中 0 件を表示$/u);
    await close();
  });

  test("a survey speaks of no article, in what is seen, told at a mark, or read without a script", async () => {
    const html = await renderReport(pages.get("survey-library.csv")!, { assets, print: true });
    const { page, close } = await openReport(browser, html, { wholly: false });
    await page.$$eval("details", (all) => {
      for (const details of all) details.open = true;
    });
    await settled(page);
    expect(await page.evaluate(() => document.body.innerText.match(/.{0,12}記事.{0,12}/gu))).toBeNull();
    const bare = await page.$$eval("noscript", (all) => all.map((one) => one.textContent ?? "").join(" "));
    expect(bare).not.toContain("記事");
    const charts = await page.$eval("#payload", (one) =>
      JSON.stringify((JSON.parse(one.textContent ?? "") as { charts: unknown }).charts),
    );
    expect(charts.match(/.{0,12}記事.{0,12}/gu)).toBeNull();
    await close();
  });
});
