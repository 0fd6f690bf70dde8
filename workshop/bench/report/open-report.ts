import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "../../../scripts/find-chromium.ts";

/** What opening a report took. */
export interface Opened {
  /** Until the first charts were drawn, by the clock. */
  readonly seconds: number;
  /** What the page's main thread computed until then, whatever else the machine did. */
  readonly computed: number;
  /** Elements at rest. */
  readonly nodes: number;
}

/** Opens a report as a file in Chromium, a few times, and tells the fastest; null where there is no Chromium. */
export async function openReport(file: string, times = 3): Promise<Opened | null> {
  const found = findChromium();
  if (found === null) return null;
  const browser = await chromium.launch({ executablePath: found.path, args: [...CHROMIUM_FLAGS] });
  try {
    let best: Opened | null = null;
    for (let i = 0; i < times; i++) {
      const one = await openOnce(browser, file);
      if (best === null || one.seconds < best.seconds) best = one;
    }
    return best;
  } finally {
    await browser.close();
  }
}

async function openOnce(browser: Browser, file: string): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const start = performance.now();
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.waitForSelector("html[data-drawn]");
  const seconds = (performance.now() - start) / 1000;
  const { metrics } = await session.send("Performance.getMetrics");
  const computed = metrics.find(({ name }) => name === "ThreadTime")?.value ?? Number.NaN;
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  await page.close();
  return { seconds, computed, nodes };
}
