/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, loadavg } from "node:os";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bundleReportAssets } from "../../scripts/report-assets.ts";
import { charts } from "../../src/charts/charts.ts";
import { codeTable } from "../../src/measure/codes/code-table.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import type { ReportAssets } from "../../src/report/assets.ts";
import { renderReport } from "../../src/report/report.ts";
import type { Table } from "../../src/tables/table.ts";
import { sample, sampleCodes } from "../charts/sample.ts";
import { patience } from "../patience.ts";
import { clickMark, found, launch, type OpenReport, openReport, seeChart, settled, shownUnits } from "./browser.ts";
import { HOSTILE, hostileAnalysis } from "./hostile.ts";
import { silentAnalysis, withLosses } from "./lossy-analysis.ts";
import { analysisOf } from "./sample-analysis.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const elementOf = (unit: string) => `d0-${unit.slice(unit.lastIndexOf("/") + 1)}`;
const chartOf = (name: string, analyses: readonly Analysis[] = [sample]) =>
  charts
    .find((chart) => chart.name === name)!
    .build((table) =>
      table === "codes"
        ? (codeTable(analyses, { codes: sampleCodes }) as unknown as Table)
        : tableNamed(table).project(analyses),
    );

describe.skipIf(found === null)("the report in a browser", () => {
  let assets: ReportAssets;
  let browser: Browser;
  let html: string;
  /** One report for the tests that leave it as they found it. */
  let shared: OpenReport;

  beforeAll(async () => {
    assets = await bundleReportAssets();
    browser = await launch();
    html = await renderReport(sample, { assets, codes: sampleCodes });
    shared = await openReport(browser, html);
  });
  afterAll(async () => browser?.close());
  afterEach(async () => {
    expect(shared.complaints).toEqual([]);
    await shared.page.evaluate(() => {
      location.hash = "";
    });
  });

  test("opens from disk without an error, a policy violation or a request", async () => {
    const { page, complaints } = shared;
    expect(complaints).toEqual([]);
    // Charts are drawn where they are looked at: the page at rest is a light one.
    expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(3000);
    for (const { name } of charts) await seeChart(page, name);
    expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(3000);
    expect(await page.locator("#count").textContent()).toBe("15 件");
  });

  test.each([
    ["opinions", 0],
    ["opinion-map", 0],
    ["opinion-time", 0],
    ["considerations", 0],
    ["codes", 0],
    ["sides", 0],
    ["votes", 2],
    ["engagement", 0],
    ["thread", 3],
    ["sentiment", 1],
    ["sentiment-votes", 0],
    ["entities", 0],
    ["speakers", 0],
    ["citations", 0],
    ["keywords", 0],
    ["network", 3],
    ["replies", 4],
    ["expectation", 0],
    ["lorenz", 4],
    ["activity", 0],
  ])("a click on a mark of %s leaves the comments behind it and highlights its words", async (name, row) => {
    const { page } = shared;
    const { units, spans = [] } = chartOf(name).rows[row]!;
    await clickMark(page, name, row);
    expect((await shownUnits(page)).sort()).toEqual([...new Set(units)].map(elementOf).sort());
    const hits = await page.$$eval("mark.hit", (marks) => marks.map((mark) => mark.textContent).join(""));
    const words = spans.map((span) => {
      const [, unit, start, end] = /\/([^/:]+):(\d+)-(\d+)$/.exec(span)!;
      return sample.units.find(({ id }) => id === unit)!.text.slice(Number(start), Number(end));
    });
    expect([...hits].sort().join("")).toBe([...words.join("")].sort().join(""));
    if (spans.length > 0) {
      expect(await page.locator("mark.hit").first().isVisible()).toBe(true);
      expect(await page.locator("mark.hit.current").count()).toBe(1);
    }
    expect(await page.evaluate(() => location.hash)).toBe(`#mark=${name}.${row}`);
    await clickMark(page, name, row);
    expect(await page.evaluate(() => location.hash)).toBe("");
    expect(await shownUnits(page)).toHaveLength(16);
  });

  test("an opinion's sentences and “read all” lead to its comments, the words highlighted", async () => {
    const { page } = shared;
    const first = page.locator(".opinion").first();
    const sentence = first.locator(".sentences a").first();
    const words = await sentence.textContent();
    const target = (await sentence.getAttribute("href"))!.slice(1);
    await sentence.click();
    const hits = await page.$$eval("mark.hit", (marks) => marks.map((mark) => mark.textContent).join(""));
    expect(hits).toBe(words);
    expect(await page.locator(`#${target} mark.hit`).first().isVisible()).toBe(true);
    await first.locator(".standing a").click();
    const { units } = chartOf("opinions").rows[0]!;
    expect((await shownUnits(page)).sort()).toEqual([...new Set(units)].map(elementOf).sort());
  });

  test("filters combine, show as chips, survive in the address, and can be cleared", async () => {
    const { page, url } = shared;
    await page.selectOption("#f-sentiment", "negative");
    expect(await shownUnits(page)).toEqual(["d0-c2", "d0-c7", "d0-c9", "d0-c12", "d0-c13"]);
    await page.fill("#f-votes", "5");
    expect(await shownUnits(page)).toEqual(["d0-c2", "d0-c9", "d0-c12"]);
    await page.selectOption("#f-author", "小麦太郎");
    expect(await shownUnits(page)).toEqual(["d0-c12"]);
    await page.fill("#f-text", "商工会");
    expect(await shownUnits(page)).toEqual(["d0-c12"]);
    expect(await page.locator("#chips .chip").count()).toBe(4);
    const hash = await page.evaluate(() => location.hash);
    const again = await openReport(browser, html, { hash });
    expect(await shownUnits(again.page)).toEqual(["d0-c12"]);
    expect(await again.page.evaluate(() => location.hash)).toBe(hash);
    expect(await again.page.inputValue("#f-votes")).toBe("5");
    await again.close();
    expect(url).toMatch(/^file:/u);
    await page.locator("#chips .chip", { hasText: "商工会" }).click();
    await page.locator("#chips .chip", { hasText: "小麦太郎" }).click();
    expect(await shownUnits(page)).toEqual(["d0-c2", "d0-c9", "d0-c12"]);
    await page.locator("#chips .clear").click();
    expect(await shownUnits(page)).toHaveLength(16);
  });

  test("a comment whose votes are unknown passes no filter by votes, not even zero", async () => {
    const { page } = await openReport(browser, html, { hash: "#votes=0" });
    expect(await shownUnits(page)).not.toContain("d0-c4");
    expect(await shownUnits(page)).toHaveLength(14);
  });

  test("a name in the text filters by that person; a second click clears", async () => {
    const { page, close } = await openReport(browser, html, { hash: "#c6" });
    const name = page.locator("#d0-c6 .en", { hasText: "山本さん" });
    // What is not marked is text.
    await name.click();
    expect(await shownUnits(page)).toHaveLength(16);
    await page.locator(".toggles summary").click();
    await page.locator('[data-toggle="en"]').check();
    await page.evaluate(() => document.getElementById("d0-c6")!.scrollIntoView());
    await name.click();
    expect(await shownUnits(page)).toEqual(["d0-c1", "d0-c6", "d0-c11", "d0-article"]);
    await name.click();
    expect(await shownUnits(page)).toHaveLength(16);
    await close();
  });

  test("the text search does not mind width and case", async () => {
    const { page } = shared;
    await page.fill("#f-text", "ＢＡＫＥＲＹ");
    expect(await shownUnits(page)).toEqual(["d0-article"]);
  });

  test("a malformed address shows everything", async () => {
    const { page, complaints } = await openReport(browser, html, {
      hash: "#mark=votes.9999&mark=<script>&votes=-3&person=%E0%A4%A&q=",
    });
    expect(complaints).toEqual([]);
    expect(await page.locator("#chips").textContent()).not.toContain("script");
  });

  test("everything works by keyboard: the table of a chart leads to the words", async () => {
    const { page } = shared;
    await seeChart(page, "entities");
    await page.locator("#chart-entities summary").focus();
    await page.keyboard.press("Enter");
    await page.locator("#chart-entities tbody button").first().focus();
    await page.keyboard.press("Enter");
    const { units, spans = [] } = chartOf("entities").rows[0]!;
    expect((await shownUnits(page)).sort()).toEqual(units.map(elementOf).sort());
    await page.locator("#next").focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#place").textContent()).toBe(`2 / ${spans.length}`);
  });

  test("marks in the text are shown when asked for, each with its meaning", async () => {
    const { page, close } = await openReport(browser, html, { hash: "#c6" });
    const color = () => page.$eval("#d0-c6 .en", (element) => getComputedStyle(element).color);
    const calm = await color();
    await page.locator(".toggles summary").click();
    expect(await page.locator(".toggles label .note:visible").count()).toBe(5);
    await page.locator('[data-toggle="en"]').check();
    expect(await color()).not.toBe(calm);
    await page.locator('[data-toggle="en"]').uncheck();
    expect(await color()).toBe(calm);
    await close();
  });

  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
  ] as const)("has no serious accessibility finding (%s, %i wide)", async (colorScheme, width) => {
    const { page } = await openReport(browser, html, { colorScheme, viewport: { width, height: 800 } });
    await page.locator("#chart-votes summary").click();
    await page.selectOption("#f-sentiment", "negative");
    const findings = await findingsOf(page);
    expect(findings).toEqual([]);
  });

  describe("of which not all was read", () => {
    let lossy: string;
    beforeAll(async () => {
      const notes = [{ code: "comments-not-read", message: "the page shows signs of 40 comments; 15 were read" }];
      const empty = { 4: [{ code: "empty-text", message: "no words were found in it" }] };
      lossy = await renderReport([withLosses(sample, { article: notes, comments: empty }), silentAnalysis()], {
        assets,
      });
    });

    test.each([
      ["light", 1280],
      ["dark", 390],
    ] as const)("says so above the figures, without a serious finding or scrolling sideways (%s, %i wide)", async (colorScheme, width) => {
      const { page, complaints, close } = await openReport(browser, lossy, {
        colorScheme,
        viewport: { width, height: 800 },
      });
      const top = async (selector: string) => (await page.locator(selector).boundingBox())!.y;
      expect(await top(".losses")).toBeLessThan(await top(".headline"));
      expect(await page.locator(".no-comments").isVisible()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await findingsOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    test("leads to the comment that has no words, also without JavaScript", async () => {
      for (const javaScriptEnabled of [true, false]) {
        const { page, close } = await openReport(browser, lossy, { javaScriptEnabled });
        await page.locator(".losses a", { hasText: "c5" }).click();
        await expect.poll(async () => (await page.locator("#d0-c5").boundingBox())!.y).toBeLessThan(900);
        await close();
      }
    });

    test("of an article alone, too, is ready for use without an error", async () => {
      const { page, complaints, close } = await openReport(
        browser,
        await renderReport(silentAnalysis(), { assets, charts: ["votes"] }),
      );
      expect(complaints).toEqual([]);
      expect(await page.locator(".chart").count()).toBe(0);
      await page.fill("#f-text", "倉庫");
      expect(await shownUnits(page)).toEqual(["d0-article"]);
      await close();
    });
  });

  test.each([320, 390, 768])("fits a screen %i wide without scrolling sideways", async (width) => {
    const { page } = await openReport(browser, html, { viewport: { width, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test("prints charts, article and all comments in black on white", async () => {
    const { page } = await openReport(browser, html, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await settled(page);
    expect(await page.locator(".picture svg").count()).toBe(charts.length);
    expect(await page.$eval("body", (body) => getComputedStyle(body).backgroundColor)).toBe("rgb(255, 255, 255)");
    // No room is kept for a larger picture than the paper has: half a page would stand empty.
    const empty = await page.$$eval(".picture:has(svg)", (pictures) =>
      pictures.map(
        (one) => one.getBoundingClientRect().height - one.querySelector("svg")!.getBoundingClientRect().height,
      ),
    );
    expect(Math.max(...empty)).toBeLessThan(20);
    expect(await page.locator("#d0-c15").isVisible()).toBe(true);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(20_000);
  });

  test.each([
    1280, 390,
  ])("without JavaScript every chart, the article and all comments are there, and nothing that does nothing (%i wide)", async (width) => {
    const still = await renderReport(sample, { assets, codes: sampleCodes, print: true });
    const { page, close } = await openReport(browser, still, {
      javaScriptEnabled: false,
      viewport: { width, height: 900 },
    });
    for (const { name } of charts) {
      const folded = page.locator(`details.folded:not([open]):has(> #chart-${name}) > summary`);
      if ((await folded.count()) === 1) await folded.click();
      const picture = page.locator(`.picture[data-chart="${name}"] svg`);
      expect(await picture.isVisible(), name).toBe(true);
      expect((await picture.locator("path:visible, line:visible").count()) > 0, name).toBe(true);
    }
    expect(await page.locator("#chart-votes svg text", { hasText: "41" }).count()).toBeGreaterThan(0);
    expect(await page.locator(".unit:visible").count()).toBe(16);
    expect(
      await page
        .locator(
          "select:visible, input:visible, #theme:visible, details.with-script:visible, button:visible:not(.place), .standing a:visible",
        )
        .count(),
    ).toBe(0);
    expect(await page.locator("header noscript p").isVisible()).toBe(true);
    await close();
  });

  test("with JavaScript the still pictures are not there: one picture a chart", async () => {
    expect(await shared.page.locator("noscript svg").count()).toBe(0);
    expect(await shared.page.locator(".picture").count()).toBe(charts.length);
  });

  describe("with hostile text", () => {
    let hostile: string;
    beforeAll(async () => {
      hostile = await renderReport(hostileAnalysis, { assets });
    });

    test("text stays text: nothing runs, nothing is fetched, every character is there", async () => {
      const { page, complaints } = await openReport(browser, hostile);
      // Nobody asked for sides and codes of it, and it argues from nothing.
      for (const chart of charts.filter(({ name }) => !["sides", "codes", "considerations"].includes(name))) {
        await seeChart(page, chart.name);
        await page.locator(`#chart-${chart.name} summary`).click();
      }
      await page.hover("#d0-c1");
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      await settled(page);
      expect(complaints).toEqual([]);
      expect(await page.evaluate(() => "pwned" in window)).toBe(false);
      const texts = await page.$$eval(".comment .text", (all) => all.map(({ textContent }) => textContent));
      expect(texts).toEqual(HOSTILE.map((text) => text.replaceAll("\0", "\ufffd")));
      expect(
        await page.locator(".unit script, .unit img, .unit iframe, .unit svg, table script, table img").count(),
      ).toBe(0);
      expect(
        await page.$$eval("a[href]", (all) =>
          all.map((a) => a.getAttribute("href")).filter((href) => !/^(#|https?:)/.test(href!)),
        ),
      ).toEqual([]);
    });

    test("clicks and tooltips on hostile rows are text too", async () => {
      const { page, complaints } = await openReport(browser, hostile);
      await clickMark(page, "votes", 0);
      await page.mouse.move(0, 0);
      await clickMark(page, "thread", 1);
      expect(complaints).toEqual([]);
      expect(await page.evaluate(() => "pwned" in window)).toBe(false);
      expect(await page.locator(".tooltip script, .tooltip img, #chips script, #chips img").count()).toBe(0);
    });
  });

  test(
    "5,000 comments open in under 3 s, and a filter answers in under 200 ms",
    async () => {
      const large = await renderReport(largeThread(5000), { assets });
      const started = Date.now();
      const report = await openReport(browser, large, { wholly: false });
      const opened = Date.now() - started;
      const computed = await report.computed();
      const { page, complaints } = report;
      await page.waitForSelector("html[data-drawn]");
      const rounds: number[][] = [];
      for (let round = 0; round < 3; round++) {
        const times: number[] = [];
        for (const [id, value] of [
          ["f-sentiment", "negative"],
          ["f-sentiment", ""],
          ["f-text", "値上げ"],
          ["f-text", ""],
          ["f-votes", "40"],
          ["f-votes", ""],
        ] as const) {
          times.push(await page.evaluate(answerTime, [id, value] as const));
        }
        rounds.push(times);
      }
      const best = rounds[0]!.map((_, i) => Math.min(...rounds.map((times) => times[i]!)));
      const busy = loadavg()[0]! > availableParallelism();
      console.log(
        `5,000 comments: opened in ${opened} ms (${computed} ms of computing), filters answered in ${best.map(Math.round).join(", ")} ms${busy ? "; the machine is busy, so only the computing time is held to the limit" : ""}`,
      );
      expect(complaints).toEqual([]);
      expect(computed).toBeLessThan(patience(3000));
      if (!busy) expect(opened).toBeLessThan(3000);
      expect(Math.max(...best)).toBeLessThan(patience(200));
      await report.close();
    },
    patience(180_000),
  );

  test("several discussions are compared, and each can be read alone", async () => {
    const other = analysisOf({
      id: "ffffffffffff",
      title: "駅前のパン屋",
      text: "駅前の話。",
      comments: [{ author: "みかん", up: 3, text: "駅前もいい", score: 0.5 }],
    });
    const { page, complaints } = await openReport(browser, await renderReport([sample, other], { assets }));
    expect(await page.locator(".comparison tbody tr").count()).toBe(2);
    await page.locator(".comparison tbody button").nth(1).click();
    expect(await shownUnits(page)).toEqual(["d1-article", "d1-c1"]);
    expect(complaints).toEqual([]);
  });
});

/** The serious findings of axe on a page, with the places of each. */
async function findingsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: AxeFinding[] }> } };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html.slice(0, 160))
            .join(" | ")}`,
      );
  });
}

/** Sets a filter and waits until the page is laid out and painted anew. */
async function answerTime([id, value]: readonly [string, string]): Promise<number> {
  const field = document.getElementById(id) as HTMLInputElement;
  const from = performance.now();
  field.value = value;
  field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input"));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - from;
}

interface AxeFinding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

function largeThread(size: number): Analysis {
  const source = sample.discussion.comments;
  return analysisOf({
    id: "eeeeeeeeeeee",
    title: "大きなスレッド",
    text: sample.discussion.article.text,
    comments: Array.from({ length: size }, (_, i) => {
      const { author, text } = source[i % source.length]!;
      const reply = i % 3 === 0 ? {} : { replyTo: i - (i % 3) };
      return {
        author: author === null ? null : `${author}${i % 700}`,
        up: (i * 7919) % 50,
        text: `${text}（${i}）`,
        score: ((i * 31) % 20) / 10 - 1,
        ...reply,
      };
    }),
    entities: [{ id: "e1", name: "山本花", label: "PERSON", names: ["山本さん"], scores: [0.4, -0.2] }],
  });
}
