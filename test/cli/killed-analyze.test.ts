import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../src/measure/random.ts";
import { bytesOf, start } from "../corpus/kill-build.ts";
import { patience } from "../patience.ts";
import { yoron } from "./run.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-killed-analyze-"));
afterAll(() => rmSync(root, { recursive: true }));

/** How many kills: a few where tests run for every change, 50 by `YORON_KILLS=50 npx vitest run test/cli/killed-analyze.test.ts`. */
const KILLS = Number(process.env.YORON_KILLS ?? 4);

const TEXTS = [
  "駐輪場の値上げには反対です。説明が足りません。",
  "市長の判断に賛成します！",
  "山田議員は「検討する」と述べた。",
  "昨日のバスは遅れました。",
];
const pages = join(root, "pages");
const whole = join(root, "whole");
const argsOf = (out: string) => ["analyze", pages, "-o", out, "--workers", "2"];
let longest = 0;

beforeAll(() => {
  mkdirSync(pages);
  for (let page = 0; page < 4; page++) {
    const rows = Array.from({ length: 25 }, (_, i) => `人${i % 7},${i},${TEXTS[i % 4]}（${page}の${i}）`);
    writeFileSync(join(pages, `p${page}.csv`), `author,likes,text\n${rows.join("\n")}\n`);
  }
  const started = performance.now();
  expect(yoron(argsOf(whole)).status).toBe(0);
  longest = performance.now() - started;
}, patience(120_000));

/** What is there under its own name: neither kept parts, nor what was being written. */
const finished = (out: string) =>
  Object.entries(bytesOf(out)).filter(([name]) => !name.startsWith("parts/") && !basename(name).startsWith("."));

test(
  `an analysis killed at any moment leaves whole files alone, and is whole when it ends (${KILLS} kills)`,
  async () => {
    const expected = bytesOf(whole);
    const random = seededRandom(21);
    const out = join(root, "killed");
    let met = 0;
    for (let run = 0; run < 10 * KILLS && met < KILLS; run++) {
      const { child, ended } = start(argsOf(out));
      const timer = setTimeout(() => child.kill("SIGKILL"), random() * longest);
      const { status, stderr } = await ended;
      clearTimeout(timer);
      if (status === null) met++;
      // It was given too long: on a machine that was busier before, the next is killed sooner.
      else longest *= 0.85;
      if (status !== null) expect([status, stderr]).toEqual([0, expect.not.stringMatching(/\[\w+\]/u)]);
      const left = finished(out);
      expect(Object.fromEntries(left)).toEqual(Object.fromEntries(left.map(([name]) => [name, expected[name]])));
      if (left.some(([name]) => name === "manifest.json")) {
        expect(Object.fromEntries(left)).toEqual(expected);
        rmSync(out, { recursive: true });
      }
    }
    expect(met).toBeGreaterThanOrEqual(Math.min(KILLS, 2));
    expect(yoron(argsOf(out)).status).toBe(0);
    expect(bytesOf(out)).toEqual(expected);
  },
  patience(1_200_000),
);
