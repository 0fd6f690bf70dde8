import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** Where a Chromium was found, and how. */
export interface FoundChromium {
  readonly path: string;
  readonly how: "CHROME_PATH" | "system" | "playwright";
}

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** What to do where none is found. */
export const HOW_TO_INSTALL =
  "install one (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium) or set CHROME_PATH";

/** Finds a Chromium for the browser tests: CHROME_PATH, the system's, then Playwright's own; null where there is none. */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): FoundChromium | null {
  const given = environment.CHROME_PATH;
  if (given !== undefined && given !== "" && existsSync(given)) return { path: given, how: "CHROME_PATH" };
  const system = SYSTEM.find((path) => existsSync(path));
  if (system !== undefined) return { path: system, how: "system" };
  const own = chromium.executablePath();
  return own !== "" && existsSync(own) ? { path: own, how: "playwright" } : null;
}

/** Flags for a headless Chromium that talks to nobody; without a sandbox where it runs as root. */
export const CHROMIUM_FLAGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
