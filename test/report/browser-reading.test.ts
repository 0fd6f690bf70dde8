/// <reference lib="dom" />
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleReportAssets } from "../../scripts/report-assets.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import type { ReportAssets } from "../../src/report/assets.ts";
import { packSet } from "../../src/report/packed-numbers.ts";
import { renderReport } from "../../src/report/report.ts";
import { sample } from "../charts/sample.ts";
import { patience } from "../patience.ts";
import { clickMark, found, launch, openReport, settled, shownUnits } from "./browser.ts";
import { analysisOf } from "./sample-analysis.ts";

describe.skipIf(found === null)("reading in the report", () => {
  let assets: ReportAssets;
  let browser: Browser;
  let html: string;
  let long: string;

  beforeAll(async () => {
    assets = await bundleReportAssets();
    browser = await launch();
    html = await renderReport(sample, { assets });
    long = await renderReport(longThread(800), { assets, charts: ["votes"] });
  });
  afterAll(async () => browser?.close());

  test.each([
    ["値上げ 商工会", ["d0-c12", "d0-c13", "d0-c14"]],
    ["ﾊﾟﾝ -子ども", ["d0-c1", "d0-c6", "d0-article"]],
    ["行列 または 助成金 または ベーカリー月", ["d0-c5", "d0-c7", "d0-c8"]],
    ["「小麦の値上げ」 名前:カラス", ["d0-c13"]],
    ["名前:ほたる", ["d0-c11", "d0-c15"]],
  ])("the search for %s finds %j", async (line, wanted) => {
    const { page, complaints, close } = await openReport(browser, html, { wholly: false });
    await page.fill("#f-text", line);
    expect(await shownUnits(page)).toEqual(wanted);
    expect(await page.locator("#reads").textContent()).toMatch(/^読み方：/u);
    expect(complaints).toEqual([]);
    await close();
  });

  test("what is searched in another width is highlighted where it stands", async () => {
    const { page, close } = await openReport(browser, html, { wholly: false });
    await page.fill("#f-text", "ﾊﾟﾝの味");
    expect(await page.$$eval("mark.hit", (marks) => marks.map((mark) => mark.textContent))).toEqual(["パンの味"]);
    await page.fill("#f-text", "「パンの味");
    expect(await page.locator("#reads").textContent()).toContain("引用符が閉じていない");
    await close();
  });

  test("marks of a chart are alternatives, charts and fields must all hold; Back undoes, Escape clears", async () => {
    const { page, close } = await openReport(browser, html);
    await clickMark(page, "votes", 0);
    expect(await shownUnits(page)).toEqual(["d0-c1"]);
    await page.keyboard.down("Shift");
    await clickMark(page, "votes", 1);
    await page.keyboard.up("Shift");
    expect(await shownUnits(page)).toEqual(["d0-c1", "d0-c11"]);
    await page.fill("#f-votes", "35");
    expect(await shownUnits(page)).toEqual(["d0-c1"]);
    await page.goBack();
    expect(await shownUnits(page)).toEqual(["d0-c1", "d0-c11"]);
    await page.goBack();
    expect(await shownUnits(page)).toEqual(["d0-c1"]);
    await page.keyboard.press("Escape");
    expect(await shownUnits(page)).toHaveLength(16);
    await close();
  });

  test("an empty result names the filters, and what dropping each would show", async () => {
    const { page, close } = await openReport(browser, html, { hash: "#sentiment=negative&q=最高&votes=10" });
    expect(await page.locator("#nothing li").allTextContents()).toEqual([
      "「語調: 暗い」を外す（1件になる）",
      "「票がこれ以上: 10」を外す（0件になる）",
      "「本文を検索: 最高」を外す（1件になる）",
    ]);
    await page.locator("#nothing button").first().click();
    expect(await shownUnits(page)).toEqual(["d0-c1"]);
    await close();
  });

  test.each([
    ["votes", "d0-c1", "d0-c11"],
    ["replies", "d0-c1", "d0-c2"],
    ["length", "d0-c1", "d0-c9"],
    ["time", "d0-c1", "d0-c2"],
  ])("the order %s begins with %s, and stays in the address", async (sort, first, second) => {
    const { page, close } = await openReport(browser, html, { wholly: false });
    await page.selectOption("#f-sort", sort);
    const units = await shownUnits(page);
    expect(units.slice(0, 2)).toEqual([first, second]);
    expect(units.at(-1)).toBe("d0-article");
    expect(await page.evaluate(() => location.hash)).toBe(`#sort=${sort}`);
    await close();
  });

  test("a section's “read these” shows its comments under its name", async () => {
    const { page, close } = await openReport(browser, html, { wholly: false });
    await page.evaluate(
      (units) => {
        const button = document.createElement("button");
        Object.assign(button.dataset, { units, label: "助成を求める声" });
        document.getElementById("charts")!.prepend(button);
        button.click();
      },
      packSet([3, 7, 11]),
    );
    expect(await shownUnits(page)).toEqual(["d0-c3", "d0-c7", "d0-c11"]);
    expect(await page.locator("#chips .chip").textContent()).toBe("助成を求める声 ×");
    await close();
  });

  test("a quotation is copied with author, date and page; marked comments are filtered and exported", async () => {
    const { page, complaints, close } = await openReport(browser, html, {
      wholly: false,
      permissions: ["clipboard-read", "clipboard-write"],
      hash: "#c2",
    });
    await page.locator("#d0-c2 [data-copy]").click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe("「また値上げか。正直高すぎる。」（名無し、2023-04-01、『町のパン屋、水曜を定休日に』）");
    await page.locator("#d0-c2 [data-star]").click();
    expect(await page.locator("#d0-c2 [data-star]").getAttribute("aria-pressed")).toBe("true");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator('[data-export="starred-csv"]').click(),
    ]);
    const stream = await download.createReadStream();
    let text = "";
    for await (const chunk of stream) text += String(chunk);
    expect(text).toBe(
      "\ufeff番号,名前,日時,票,本文,ページ,アドレス\r\nc2,名無し,2023-04-01,12,また値上げか。正直高すぎる。,町のパン屋、水曜を定休日に,\r\n",
    );
    await page.locator("#only-starred").click();
    expect(await shownUnits(page)).toEqual(["d0-c2"]);
    expect(complaints).toEqual([]);
    await close();
  });

  test.each([
    1280, 1024, 390,
  ])("after choosing, the first comment's name and date are in sight (%i wide)", async (width) => {
    const { page, close } = await openReport(browser, html, { viewport: { width, height: 900 } });
    await clickMark(page, "entities", 1);
    const first = page.locator("#list .unit").first();
    expect(await first.getAttribute("class")).toContain("comment");
    const byline = (await first.locator(".byline").boundingBox())!;
    const controls = (await page.locator(".controls").boundingBox())!;
    expect(byline.y).toBeGreaterThanOrEqual(Math.max(0, controls.y + controls.height) - 1);
    expect(byline.y + byline.height).toBeLessThan(900);
    await close();
  });

  describe("of 800 comments", () => {
    test(
      "has a few hundred nodes wherever one reads, in order and without a gap",
      async () => {
        const { page, complaints, close } = await openReport(browser, long, { wholly: false });
        const units = await shownUnits(page);
        expect(units).toEqual(["d0-article", ...Array.from({ length: 800 }, (_, i) => `d0-c${i + 1}`)]);
        expect(await page.evaluate(() => document.querySelectorAll("#list *").length)).toBeLessThan(1500);
        await page.locator("#units").evaluate((pane) => {
          pane.scrollTop = pane.scrollHeight / 2;
        });
        await settled(page);
        const [rows, pane] = await page.evaluate(() => [
          [...document.querySelectorAll("#list .unit")].map((unit) => {
            const { top, bottom } = unit.getBoundingClientRect();
            return [Number(unit.getAttribute("aria-posinset")), top, bottom] as const;
          }),
          document.getElementById("units")!.getBoundingClientRect().toJSON() as { top: number; bottom: number },
        ]);
        expect(rows[0]![1]).toBeLessThan(pane.top);
        expect(rows.at(-1)![2]).toBeGreaterThan(pane.bottom);
        for (const [i, [place, top]] of rows.slice(1).entries()) {
          expect(place).toBe(rows[i]![0] + 1);
          expect(Math.abs(top - rows[i]![2])).toBeLessThan(2);
        }
        expect(complaints).toEqual([]);
        await close();
      },
      patience(60_000),
    );

    test.each([
      1280, 390,
    ])("a deep link lands on its comment, which keeps the focus while one scrolls (%i wide)", async (width) => {
      const { page, close } = await openReport(browser, long, {
        hash: "#c555",
        wholly: false,
        viewport: { width, height: 800 },
      });
      const box = (await page.locator("#d0-c555").boundingBox())!;
      expect(box.y).toBeGreaterThanOrEqual(-1);
      expect(box.y).toBeLessThan(700);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("d0-c555");
      await page.locator("#units").evaluate((pane) => {
        pane.scrollTop = 0;
        window.scrollTo(0, 0);
      });
      await settled(page);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("d0-c555");
      await page.keyboard.press("PageDown");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("d0-c556");
      await close();
    });

    test("paper gets 300 of them, and is told so", async () => {
      const { page, close } = await openReport(browser, long, { wholly: false });
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      expect(await page.locator("#list .unit").count()).toBe(300);
      expect(await page.locator(".printed").textContent()).toBe("801件のうち、はじめの300件を印刷した。");
      await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
      expect(await page.locator("#list .unit").count()).toBeLessThan(60);
      await close();
    });
  });
});

function longThread(size: number): Analysis {
  const source = sample.discussion.comments;
  return analysisOf({
    id: "dddddddddddd",
    title: "長いスレッド",
    text: sample.discussion.article.text,
    comments: Array.from({ length: size }, (_, i) => {
      const { author, text } = source[i % source.length]!;
      return { author, up: (i * 7919) % 50, text: `${text}（${i}）`.repeat(1 + (i % 5)), score: 0 };
    }),
  });
}
