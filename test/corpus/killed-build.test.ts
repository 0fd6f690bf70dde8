import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { yoronUntil } from "../cli/at-call.ts";
import { yoron } from "../cli/run.ts";
import { bytesOf, killBuilds, start } from "./kill-build.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-killed-"));
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string) => join(root, name);

/** How many kills: a few where tests run for every change, 50 by `YORON_KILLS=50 npx vitest run test/corpus/killed-build.test.ts`. */
const KILLS = Number(process.env.YORON_KILLS ?? 4);

const TEXTS = [
  "値上げには反対です。説明が足りません。",
  "市長の判断に賛成します！",
  "バスの本数を減らさないでほしい。",
  "昨日の会議で「検討する」と聞きました。",
];
const csv = (page: number, rows: number) =>
  `id,author,likes,text\n${Array.from({ length: rows }, (_, i) => `${i},人${i % 9},${i % 40},${TEXTS[i % 4]}（${page}の${i}）`).join("\n")}\n`;

const pages = at("pages");
const LAYERS = ["--layers", "sentiment,dates"];
let clock = 0;
let before = "";
let after = "";

beforeAll(() => {
  mkdirSync(pages);
  for (let page = 0; page < 12; page++) writeFileSync(join(pages, `p${page}.csv`), csv(page, 60));
  expect(
    yoron([
      "corpus",
      "build",
      join(pages, "p0.csv"),
      join(pages, "p1.csv"),
      "-o",
      at("before"),
      "--workers",
      "0",
      ...LAYERS,
    ]).status,
  ).toBe(0);
  const started = performance.now();
  expect(yoron(["corpus", "build", pages, "-o", at("whole"), "--workers", "2", ...LAYERS]).status).toBe(0);
  clock = performance.now() - started;
  before = readFileSync(join(at("before"), "manifest.json"), "utf8");
  after = readFileSync(join(at("whole"), "manifest.json"), "utf8");
}, 120_000);

describe("a build that is killed at any moment", () => {
  test(`leaves no half corpus, and is whole when it ends (${KILLS} kills)`, async () => {
    const folder = at("killed");
    const args = ["corpus", "build", pages, "-o", folder, "--workers", "2", ...LAYERS];
    let met = 0;
    // A run that gets through was given too long: on a machine that was busier before, the next is killed sooner.
    for (let round = 1; met < KILLS && round <= 10 * KILLS; round++) {
      rmSync(folder, { recursive: true, force: true });
      const killed = await killBuilds(args, folder, {
        kills: KILLS - met,
        seed: round,
        longest: clock * 0.85 ** (round - 1),
        known: new Set([after]),
      });
      expect(killed.faults).toEqual([]);
      met += killed.met;
      const { status, stderr } = yoron(args);
      expect([status, stderr]).toEqual([0, expect.stringContaining("the corpus is built")]);
      expect(bytesOf(folder)).toEqual(bytesOf(at("whole")));
    }
    expect(met).toBeGreaterThanOrEqual(Math.min(KILLS, 2));
  }, 600_000);

  test(`leaves a corpus that stood there what it was, or makes it what it will be (${KILLS} kills)`, async () => {
    const folder = at("grown");
    const args = ["corpus", "build", pages, "-o", folder, "--workers", "0", ...LAYERS];
    expect(
      yoron(["corpus", "build", join(pages, "p0.csv"), join(pages, "p1.csv"), "-o", folder, ...LAYERS]).status,
    ).toBe(0);
    const killed = await killBuilds(args, folder, {
      kills: KILLS,
      seed: 5,
      longest: clock,
      known: new Set([before, after]),
    });
    expect(killed.faults).toEqual([]);
    expect(yoron(args).status).toBe(0);
    expect(bytesOf(folder)).toEqual(bytesOf(at("whole")));
  }, 600_000);

  test("goes on by --resume alone, as it was asked for", () => {
    const folder = at("resumed");
    // At a moment that is the same on a busy machine: when some sources are done, and some are not.
    const { signal } = yoronUntil(["corpus", "build", pages, "-o", folder, "--workers", "1", ...LAYERS], {
      call: "rename",
      paths: /\.source$/,
      nth: 4,
      signal: "SIGKILL",
    });
    expect(signal).toBe("SIGKILL");
    expect(yoron(["query", "SELECT 1", folder]).stderr).toMatch(/holds no page|holds no corpus|no corpus/u);
    expect(yoron(["corpus", "build", "--resume", "-o", folder, "--layers", "dates"]).stderr).toContain(
      "--layers does nothing",
    );
    expect(yoron(["corpus", "build", "--resume", "-o", folder]).status).toBe(0);
    expect(bytesOf(folder)).toEqual(bytesOf(at("whole")));
    const again = yoron(["corpus", "build", "--resume", "-o", folder]);
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining("no build was broken off in")]);
  }, 120_000);
});

test("of two builders on one folder the second is told", async () => {
  // Where one ends before the other begins they do not meet: they try again, in a folder of their own.
  for (let round = 0; round < 5; round++) {
    const folder = at(`two-${round}`);
    const both = [1, 2].map(() => start(["corpus", "build", pages, "-o", folder, "--workers", "1", ...LAYERS]).ended);
    const ended = await Promise.all(both);
    expect(bytesOf(folder)).toEqual(bytesOf(at("whole")));
    if (ended.every(({ status }) => status === 0)) continue;
    expect(ended.map(({ status }) => status).sort()).toEqual([0, 1]);
    const told = ended.filter(({ stderr }) => /another yoron \(process \d+ on .+\) writes to the folder/u.test(stderr));
    expect(told.map(({ status }) => status)).toEqual([1]);
    return;
  }
  expect.fail("the two never met");
}, 240_000);
