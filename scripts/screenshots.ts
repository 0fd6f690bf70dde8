import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium, HOW_TO_INSTALL } from "./find-chromium.ts";

/** `tsx scripts/screenshots.ts REPORT.html FOLDER [HASH]`: pictures of a report, light, dark, narrow and as printed. */
const [report, folder, hash = ""] = process.argv.slice(2);
const found = findChromium();
if (report === undefined || folder === undefined) throw new Error("usage: screenshots.ts REPORT.html FOLDER [HASH]");
if (found === null) throw new Error(`no Chromium found; ${HOW_TO_INSTALL}`);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: found.path, args: [...CHROMIUM_FLAGS] });
const shots = [
  { name: "light", width: 1440, height: 1000, colorScheme: "light", fullPage: false },
  { name: "dark", width: 1440, height: 1000, colorScheme: "dark", fullPage: false },
  { name: "narrow", width: 390, height: 844, colorScheme: "light", fullPage: false },
  { name: "full", width: 1440, height: 1000, colorScheme: "light", fullPage: true },
] as const;
for (const { name, width, height, colorScheme, fullPage } of shots) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  page.on("console", (message) => console.error(`${name}: ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
  await page.goto(`${pathToFileURL(resolve(report))}${hash}`);
  await page.waitForSelector("html[data-drawn]");
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
  if (name === "light") {
    await page.pdf({ path: join(folder, "print.pdf"), format: "A4", printBackground: true });
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 760, height: 1080 });
    await page.screenshot({ path: join(folder, "print.png"), fullPage: true });
  }
  await page.close();
}
await browser.close();
