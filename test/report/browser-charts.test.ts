/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleReportAssets } from "../../scripts/report-assets.ts";
import { analyzeFile } from "../../src/analyze.ts";
import { chart } from "../../src/charts/chart.ts";
import { charts } from "../../src/charts/charts.ts";
import { firstWords } from "../../src/charts/rows.ts";
import { sideShares } from "../../src/measure/side-shares.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import { wilsonInterval } from "../../src/measure/wilson-interval.ts";
import { packageRoot } from "../../src/model/data-folder.ts";
import type { ReportAssets } from "../../src/report/assets.ts";
import { renderReport } from "../../src/report/report.ts";
import { commentTable } from "../../src/tables/comments.ts";
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
    expect(await note("considerations")).toBe("この図にあるものを、選んだ5件のコメントで数え直した。");
    expect(await note("votes")).toBe("この図にあるもののうち、選んだ5件のコメントに関わるものだけ。");
    expect(await note("keywords")).toBe("この図にあるものを、選んだ5件のコメントで数え直した。");
    // What is said of all comments is not said of some.
    const title = (chart: string) => page.locator(`#title-${chart}`).textContent();
    expect(await title("considerations")).toBe("論点");
    await page.keyboard.press("Escape");
    await settled(page);
    expect(await title("considerations")).toBe(
      charts.find(({ name }) => name === "considerations")!.build(tableOf).title,
    );
    expect(await shownRows(page, "votes")).toHaveLength(14);
    expect(await page.locator(".recounted:visible").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test("sides are estimated again for what was chosen, as the library estimates them", async () => {
    const { page, complaints, close } = await openReport(browser, html);
    await page.selectOption("#f-sentiment", "negative");
    await settled(page);
    const dark = new Set(["c2", "c7", "c9", "c12", "c13"]);
    const sides = tableNamed("sides").project(sample);
    const again = sideShares(sides.filter(({ unit }) => dark.has(String(unit))));
    const shown = await shownRows(page, "sides");
    expect(shown.length).toBeGreaterThan(0);
    const { rows } = charts.find(({ name }) => name === "sides")!.build(tableOf);
    for (const { row, share, low, high, comments } of shown) {
      const drawn = rows[row as number]!;
      const place = rows.filter(({ proposition }) => proposition === drawn.proposition).indexOf(drawn);
      const own = [...again].filter(({ proposition }) => firstWords(proposition, 60) === drawn.proposition)[place]!;
      expect(share).toBeCloseTo(own.estimate, 2);
      expect(low).toBeCloseTo(own.estimateLow, 2);
      expect(high).toBeCloseTo(own.estimateHigh, 2);
      expect(comments).toBe(own.comments);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  test("opinions over time are shares of the chosen comments of that time", async () => {
    const { page, close } = await openReport(browser, html);
    await page.selectOption("#f-sentiment", "negative");
    await settled(page);
    const dark = new Set(["c2", "c7", "c9", "c12", "c13"]);
    const posted = sample.discussion.comments.flatMap(({ id, posted }) =>
      dark.has(id) && posted !== null ? [posted.value] : [],
    );
    const shown = await shownRows(page, "opinion-time");
    expect(shown.length).toBeGreaterThan(0);
    const { rows } = charts.find(({ name }) => name === "opinion-time")!.build(tableOf);
    for (const { row, share, all, counted } of shown) {
      const { units, at } = rows[row as number]!;
      const of = posted.filter((time) => time.replace("T", " ").startsWith(String(at).replace("時", ""))).length;
      const own = units.filter((unit) => dark.has(unit.split("/")[1]!)).length;
      expect([all, counted]).toEqual([of, `${of}件中${own}件`]);
      expect(share).toBeCloseTo(own / of, 4);
    }
    await close();
  });

  test("words are compared again over the chosen comments", async () => {
    const { page, close } = await openReport(browser, html);
    await page.selectOption("#f-author", "みかん");
    await settled(page);
    const own = new Set(sample.discussion.comments.flatMap(({ id, author }) => (author === "みかん" ? [id] : [])));
    const { rows } = charts.find(({ name }) => name === "keywords")!.build(tableOf);
    const shown = await shownRows(page, "keywords");
    expect(shown.length).toBeGreaterThan(0);
    for (const { row, count, otherCount } of shown) {
      const units = (rows[row as number]!.spans ?? []).map((span) =>
        span.slice(span.indexOf("/") + 1, span.indexOf(":")),
      );
      expect([count, otherCount]).toEqual([
        units.filter((unit) => own.has(unit)).length,
        units.filter((unit) => unit === "article").length,
      ]);
    }
    await close();
  });

  test("two people who answer each other have an arrow each, and each can be clicked", async () => {
    const text = "そうは思いません、値上げはつらいです。";
    const both = analysisOf({
      id: "eeeeeeeeeeee",
      title: "駅前のパン屋",
      text: "駅前の話。",
      comments: [
        { author: "みかん", up: 3, text, score: 0 },
        { author: "りんご", up: 3, text, score: 0, replyTo: 0 },
        { author: "みかん", up: 3, text, score: 0, replyTo: 1 },
      ],
    });
    const { page, close } = await openReport(browser, await renderReport(both, { assets }));
    await seeChart(page, "replies");
    const hits = await page.evaluate(() => {
      const lines = [...document.querySelectorAll<SVGLineElement>('.picture[data-chart="replies"] svg line')];
      return lines.flatMap((line) => {
        const { datum } =
          (line as unknown as { __data__?: { datum?: { row?: number; kind?: string } } }).__data__ ?? {};
        if (datum?.kind !== "link") return [];
        const { x, y, width, height } = line.getBoundingClientRect();
        const top = document.elementFromPoint(x + width / 2, y + height / 2) as unknown as {
          __data__?: { datum?: { row?: number } };
        } | null;
        return [[datum.row, top?.__data__?.datum?.row]];
      });
    });
    expect(hits).toHaveLength(2);
    for (const [row, top] of hits) expect(top).toBe(row);
    await close();
  });

  test("a field of many choices has them when it is opened", async () => {
    const many = analysisOf({
      id: "dddddddddddd",
      title: "駅前のパン屋",
      text: "駅前の話。",
      comments: Array.from({ length: 60 }, (_, i) => ({ author: `読者${i}`, up: i, text: `駅前もいい${i}`, score: 0 })),
    });
    const report = await renderReport(many, { assets, charts: ["votes"] });
    const { page, close } = await openReport(browser, report, { hash: "#author=%E8%AA%AD%E8%80%857" });
    // What the address says is shown.
    expect(await page.locator("#f-author").inputValue()).toBe("読者7");
    await page.evaluate(() => {
      location.hash = "";
    });
    await close();
    const again = await openReport(browser, report);
    expect(await again.page.locator("#f-author option").count()).toBe(1);
    await again.page.locator("#f-author").focus();
    expect(await again.page.locator("#f-author option").count()).toBe(61);
    await again.page.selectOption("#f-author", "読者9");
    await settled(again.page);
    expect(await shownUnits(again.page)).toEqual(["d0-c10"]);
    await again.close();
  });

  test("choosing a page shows what is first on it, in as many lines as it has", async () => {
    const pages = [
      analysisOf({
        id: "aaaaaaaaaaaa",
        title: "駅前",
        text: "駅前の話。",
        comments: Array.from({ length: 40 }, (_, i) => ({
          author: `人${i}`,
          up: 100 + i,
          text: `駅前の${i}`,
          score: 0,
        })),
      }),
      analysisOf({
        id: "bbbbbbbbbbbb",
        title: "港",
        text: "港の話。",
        comments: [3, 1, 2].map((up) => ({ author: "みかん", up, text: `港の${up}`, score: 0 })),
      }),
    ];
    const { page, complaints, close } = await openReport(
      browser,
      await renderReport(pages, { assets, charts: ["votes"] }),
    );
    const height = () => page.locator('.picture[data-chart="votes"]').evaluate((box) => box.clientHeight);
    const before = await shownRows(page, "votes");
    const high = await height();
    expect(before.map(({ up }) => up)).toEqual(Array.from({ length: 30 }, (_, i) => 139 - i));
    await page.locator(".comparison tbody button").nth(1).click();
    await settled(page);
    expect((await shownRows(page, "votes")).map(({ label, up }) => [label, up])).toEqual([
      ["1. みかん「港の3」", 3],
      ["2. みかん「港の2」", 2],
      ["3. みかん「港の1」", 1],
    ]);
    expect(await height()).toBeLessThan(high / 3);
    expect(await page.locator("#chart-votes .recounted").textContent()).toBe(
      "選んだ3件のコメントに関わるもののうち、上位のもの。",
    );
    await clickMark(page, "votes", 30);
    expect(await shownUnits(page)).toEqual(["d1-c1"]);
    await page.keyboard.press("Escape");
    await settled(page);
    expect(await shownRows(page, "votes")).toEqual(before);
    expect(await height()).toBe(high);
    expect(complaints).toEqual([]);
    await close();
  });

  test("a table of comments without an article has no card of one", async () => {
    const survey = await analyzeFile(join(packageRoot(), "data/pages/survey-library.csv"));
    const { page, close } = await openReport(browser, await renderReport(survey, { assets, charts: ["votes"] }));
    const units = await shownUnits(page);
    expect(units).toHaveLength(survey.discussion.comments.length);
    expect(units).not.toContain("d0-article");
    await close();
  });

  test("a chart put together by hand is drawn as wide as there is room, and its marks lead to the comments", async () => {
    const rows = [...commentTable(sample)].flatMap(({ discussion, id, characters, up }) =>
      up === null ? [] : [{ characters, up, units: [`${discussion}/${id}`] }],
    );
    const spec = {
      data: { values: rows },
      mark: "point",
      encoding: { x: { field: "characters", type: "quantitative" }, y: { field: "up", type: "quantitative" } },
    };
    const byHand = chart({ name: "by-hand", title: "長さと票", rows, spec });
    const { page, complaints, close } = await openReport(
      browser,
      await renderReport(sample, { assets, charts: ["votes", byHand] }),
    );
    const drawn = await shownRows(page, "by-hand");
    expect(drawn.map(({ up }) => up)).toEqual(rows.map(({ up }) => up));
    const { width, paper } = await page.evaluate(() => {
      const picture = document.querySelector('.picture[data-chart="by-hand"]')!;
      const svg = picture.querySelector("svg")!;
      return {
        width: svg.getBoundingClientRect().width / picture.getBoundingClientRect().width,
        paper: svg.querySelector('rect[fill="white"]') !== null,
      };
    });
    expect(width).toBeGreaterThan(0.9);
    expect(paper).toBe(false);
    await clickMark(page, "by-hand", 0);
    expect(await shownUnits(page)).toEqual([`d0-${rows[0]!.units[0]!.split("/")[1]}`]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("in English what is counted are comments, one or several, and long numbers are grouped", async () => {
    const [first, second] = [...commentTable(sample)].map(({ discussion, id }) => `${discussion}/${id}`);
    const rows = [
      { label: "one", n: 20_400, units: [first!] },
      { label: "two", n: 3, units: [first!, second!] },
    ];
    const encoding = { x: { field: "label", type: "nominal" }, y: { field: "n", type: "quantitative" } };
    const tooltip = [{ field: "label" }, { field: "n" }];
    const spec = { data: { values: rows }, mark: "bar", encoding: { ...encoding, tooltip } };
    const html = await renderReport(sample, {
      assets,
      lang: "en",
      charts: [chart({ name: "counts", title: "Counts", rows, spec })],
    });
    const { page, close } = await openReport(browser, html);
    expect(await page.locator("#count").textContent()).toBe("15 comments");
    await page.locator("#chart-counts details > summary").click();
    const lines = page.locator("#chart-counts tbody tr");
    // The table is made when the browser tells that it was opened.
    await lines.first().waitFor();
    expect(
      await lines.evaluateAll((all) =>
        all.map((line) => [...line.querySelectorAll("td")].map((cell) => cell.textContent)),
      ),
    ).toEqual([
      ["1 comment", "one", "20,400"],
      ["2 comments", "two", "3"],
    ]);
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
