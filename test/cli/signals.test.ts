import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bytesOf } from "../corpus/kill-build.ts";
import { patience } from "../patience.ts";
import { type Moment, yoronUntil } from "./at-call.ts";
import { yoron } from "./run.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-signals-"));
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string) => join(root, name);
const pages = at("pages");
/** Where the run puts what it needs for a moment. */
const scratch = at("scratch");

beforeAll(() => {
  mkdirSync(pages);
  mkdirSync(scratch);
  for (const [i, name] of ["a.csv", "b.csv"].entries())
    writeFileSync(
      join(pages, name),
      `名前,本文,いいね\nみかん${i},駅前の駐輪場は朝いつも満車です。増やしてほしい。,3\nほたる,歩けばいいのに。,${i}\n`,
    );
});

/** All that is in a folder, hidden or not; `[]` where there is none. */
const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort();
  } catch {
    return [];
  }
};

/** The phases of an analysis, each by a call in the midst of it. */
const PHASES: readonly (readonly [string, Omit<Moment, "signal">])[] = [
  ["reading", { call: "readFile", paths: /b\.csv$/ }],
  ["annotating", { call: "rename", paths: /parts[/\\][0-9a-f]{32}\.json$/, nth: 2 }],
  ["the tables", { call: "rename", paths: /tables[/\\]tokens\.csv$/ }],
  ["the charts", { call: "rename", paths: /charts[/\\]votes\.png$/ }],
  ["the report", { call: "rename", paths: /report\.html$/ }],
  ["the end", { call: "rename", paths: /manifest\.json$/ }],
];

const GOES_ON = "yoron: interrupted; the same command goes on where it stopped\n";
const ENDS: Readonly<Record<string, { readonly status: number | null; readonly signal: NodeJS.Signals | null }>> = {
  // What a shell expects of Ctrl-C; by the others the process ends as if nobody had heard them.
  SIGINT: { status: 130, signal: null },
  SIGTERM: { status: null, signal: "SIGTERM" },
  SIGHUP: { status: null, signal: "SIGHUP" },
};

describe("an analysis that is told to end", () => {
  const argsOf = (out: string, ...more: readonly string[]) => ["analyze", pages, "-q", "-o", out, ...more];
  let whole: Record<string, string> = {};
  beforeAll(() => {
    expect(yoron(argsOf(at("whole"))).status).toBe(0);
    whole = bytesOf(at("whole"));
  }, patience(120_000));

  test.each(
    PHASES.flatMap(([phase, moment]) =>
      (phase === "the tables" ? (["SIGTERM", "SIGINT", "SIGHUP"] as const) : (["SIGTERM"] as const)).map(
        (signal) => [signal, phase, moment] as const,
      ),
    ),
  )(
    "by %s while it is at %s: one line says how to go on, what is there is whole, and the same command makes the rest",
    (signal, phase, moment) => {
      const out = at(`${signal}-${phase}`.replaceAll(" ", "-"));
      const run = yoronUntil(argsOf(out), { ...moment, signal }, { TMPDIR: scratch });
      expect(run).toEqual({ ...ENDS[signal], stdout: "", stderr: GOES_ON });
      const left = namesIn(out);
      const kept = left.filter((name) => name.startsWith("parts/"));
      expect(kept.filter((name) => !/^parts\/[0-9a-f]{32}\.json$/u.test(name))).toEqual([]);
      if (phase === "annotating") expect(kept).toHaveLength(1);
      const finished = bytesOf(out);
      const own = left.filter((name) => !name.startsWith("parts/"));
      expect(own).not.toContain("manifest.json");
      expect(own.map((name) => [name, finished[name]])).toEqual(own.map((name) => [name, whole[name]]));
      expect(readdirSync(scratch)).toEqual([]);
      const again = yoron(argsOf(out).filter((arg) => arg !== "-q"));
      expect(again.status).toBe(0);
      if (kept.length > 0) expect(again.stderr).toContain(`${kept.length} of 2 inputs`);
      expect(bytesOf(out)).toEqual(whole);
    },
    patience(120_000),
  );

  test("before it has made anything leaves no folder", () => {
    const out = at("none");
    yoronUntil(argsOf(out), { call: "readFile", paths: /a\.csv$/, signal: "SIGTERM" });
    expect(readdirSync(root)).not.toContain("none");
  });

  test("says it in Japanese, too", () => {
    const moment = { call: "readFile", paths: /a\.csv$/, signal: "SIGTERM" } as const;
    expect(yoronUntil(argsOf(at("ja"), "--lang", "ja"), moment, { LC_ALL: "ja_JP.UTF-8" }).stderr).toBe(
      "yoron: 中断しました。同じコマンドで続きから進みます\n",
    );
  });

  test(
    "while a table lies on disk for a moment leaves nothing of it",
    () => {
      const args = argsOf(at("parquet"), "--format", "parquet", "--tables", "tokens", "--no-charts", "--no-report");
      const moment = { call: "rm", paths: /yoron-\d+-\w+$/, signal: "SIGTERM" } as const;
      expect(yoronUntil(args, moment, { TMPDIR: scratch })).toEqual({ ...ENDS.SIGTERM, stdout: "", stderr: GOES_ON });
      expect(readdirSync(scratch)).toEqual([]);
      expect(namesIn(at("parquet")).filter((file) => !file.startsWith("parts/"))).toEqual([]);
    },
    patience(60_000),
  );
});

describe("a build of a corpus that is told to end", () => {
  const argsOf = (folder: string, workers: string) => [
    ...["corpus", "build", pages, "-o", folder],
    ...["--workers", workers, "--layers", "dates"],
  ];
  beforeAll(() => {
    expect(yoron(argsOf(at("corpus"), "0")).status).toBe(0);
  }, patience(60_000));

  test.each([
    ["SIGTERM", "a source is kept", { call: "rename", paths: /\.build[/\\].*\.source$/, nth: 2 }],
    ["SIGINT", "a source is kept", { call: "rename", paths: /\.build[/\\].*\.source$/ }],
    ["SIGTERM", "a part goes to its place", { call: "rename", paths: /comments[/\\]part-\w+\.parquet$/ }],
    ["SIGTERM", "the manifest is written", { call: "rename", paths: /manifest\.json$/ }],
    ["SIGTERM", "all is done", { call: "rm", paths: /\.build$/ }],
  ] as const)(
    "by %s when %s: one line, no corpus or the whole one, and the same bytes in the end",
    (signal, when, moment) => {
      const folder = at(`corpus-${signal}-${when}`.replaceAll(" ", "-"));
      const run = yoronUntil(argsOf(folder, "0"), { ...moment, signal });
      expect(run).toEqual({ ...ENDS[signal], stdout: "", stderr: GOES_ON });
      if (when === "all is done") expect(bytesOf(folder)).toEqual(bytesOf(at("corpus")));
      else expect(namesIn(folder)).not.toContain("manifest.json");
      expect(namesIn(folder)).not.toContain(".yoron-lock");
      expect(yoron(argsOf(folder, "0")).status).toBe(0);
      expect(bytesOf(folder)).toEqual(bytesOf(at("corpus")));
    },
    patience(60_000),
  );
});
