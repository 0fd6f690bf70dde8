/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium, HOW_TO_INSTALL } from "../../scripts/find-chromium.ts";
import { patience } from "../patience.ts";

export const found = findChromium();

if (found === null && process.env.CI === "true") throw new Error(`no Chromium found in CI; ${HOW_TO_INSTALL}`);
console.log(
  found === null
    ? `SKIPPED: the report's browser tests, for want of a Chromium; ${HOW_TO_INSTALL}`
    : `The report's browser tests use ${found.path} (${found.how}).`,
);

export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: found!.path, args: [...CHROMIUM_FLAGS] });
}

/** A report opened from disk, with everything that it must not do written down. */
export interface OpenReport {
  readonly page: Page;
  readonly url: string;
  /** Console errors, exceptions, CSP violations, dialogs, and requests other than for the file itself. */
  readonly complaints: string[];
  /** Milliseconds that the page's main thread has computed, whatever else the machine did meanwhile. */
  computed(): Promise<number>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly hash?: string;
  /** Waits for every chart, also those below the screen. Default true. */
  readonly wholly?: boolean;
}

export async function openReport(
  browser: Browser,
  html: string,
  { hash = "", wholly = true, ...context }: BrowserContextOptions & OpenOptions = {},
): Promise<OpenReport> {
  const file = join(mkdtempSync(join(tmpdir(), "yoron-report-")), "report.html");
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const complaints: string[] = [];
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context })).newPage();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== url) complaints.push(`request: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const computed = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return Math.round(1000 * metrics.find(({ name }) => name === "ThreadTime")!.value);
  };
  await page.goto(`${url}${hash}`);
  if (context.javaScriptEnabled !== false) await page.waitForSelector(wholly ? "html[data-drawn]" : "html[data-ready]");
  return { page, url, complaints, computed, close: () => page.context().close() };
}

/** Ids of the comments and articles that are shown, in the order in which they are read: the list is gone through, and left where it was. */
export async function shownUnits(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const scroller = document.getElementById("units")!;
    const [inside, outside] = [scroller.scrollTop, window.scrollY];
    const ids: string[] = [];
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const size = () => Number(document.querySelector("#list .unit")?.getAttribute("aria-setsize") ?? 0);
    scroller.scrollTop = 0;
    document.getElementById("list")!.scrollIntoView({ behavior: "instant" });
    for (let round = 0; round < 400; round++) {
      await frame();
      const units = [...document.querySelectorAll<HTMLElement>("#list .unit")];
      for (const unit of units) ids[Number(unit.getAttribute("aria-posinset")) - 1] = unit.id;
      if (Array.from({ length: size() }, (_, i) => ids[i]).every((id) => id !== undefined)) break;
      units.at(-1)?.scrollIntoView({ behavior: "instant" });
    }
    scroller.scrollTop = inside;
    window.scrollTo({ top: outside, behavior: "instant" });
    await frame();
    return ids;
  });
}

/** How often one scrolls to a chart before it counts as never drawn, and how long one waits for it each time. */
const TRIES = 5;
const SOON = 6_000;

/** Opens what a chart is folded away in and brings it to the screen, where it is drawn. */
export async function seeChart(page: Page, chart: string): Promise<void> {
  const folded = page.locator(`details.folded:not([open]):has(> #chart-${chart})`);
  if ((await folded.count()) === 1) await folded.locator("> summary").click();
  const picture = page.locator(`.picture[data-chart="${chart}"]`);
  const drawn = picture.locator("svg");
  for (let tries = 0; tries < TRIES; tries++) {
    // What is drawn above it may push it off the screen before it is its turn: a person would scroll away and back.
    if (tries > 0) {
      await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
      await settled(page);
    }
    await picture.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    const waited = drawn.waitFor({ timeout: patience(SOON) });
    if (
      await waited.then(
        () => true,
        () => false,
      )
    )
      break;
  }
  await drawn.waitFor();
  await settled(page);
}

/** Waits until what was chosen is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 60)))));
}

/** Clicks the mark that draws a row of a chart, where a person would. */
export async function clickMark(page: Page, chart: string, row: number): Promise<void> {
  await seeChart(page, chart);
  const place = await page.evaluate(
    ([chart, row]) => {
      // The last one drawn lies on top: points over their intervals.
      const items = document.querySelectorAll<SVGElement>(`.picture[data-chart="${chart}"] svg *`);
      for (const element of [...items].reverse()) {
        const item = (element as unknown as { __data__?: { datum?: { row?: number }; mark?: { marktype?: string } } })
          .__data__;
        if (item?.datum?.row !== row || item.mark?.marktype === "text") continue;
        element.scrollIntoView({ block: "center", behavior: "instant" });
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      return null;
    },
    [chart, row] as const,
  );
  if (place === null) throw new Error(`chart ${chart} draws no mark for row ${row}`);
  await page.mouse.click(place.x, place.y);
  await settled(page);
}
