import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { named } from "../../src/cli/named.ts";
import { visible, visibleLines, YoronError } from "../../src/index.ts";
import { MAIN, yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-messages-"));
/** Clears a screen, turns the direction, rings, breaks the line and speaks in another's name. */
const EVIL = "\u001b[2J\u202e\u0007\u009b31m\nyoron: all is well";
const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
/** What acts on a terminal or turns what stands beside it; line breaks are looked at apart. */
const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

const EMPTY = file(`empty${EVIL}.html`, "");
const LONG = file(`${"長".repeat(80)}.html`, "");
const HEADER = file("header.csv", `a${EVIL.replace("\n", " ")},b\n1,2\n3,4\n`);
const RAGGED = file(`ragged${EVIL}.csv`, "名前,本文,いいね\nみかん,よい, とても,3\nほたる,はい,1\n");
const TITLED = file(
  "titled.json",
  JSON.stringify([1, 2].map((id) => ({ id, title: `題${EVIL}`, text: "本文です。", comments: [{ text: "" }] }))),
);
const ARTICLE = file(
  `article${EVIL}.html`,
  "<!doctype html><title>題</title><article><h1>題</h1><p>記事の本文です。</p></article>",
);

describe("what comes from outside is shown escaped, one line each", () => {
  test.each<[string, readonly string[]]>([
    ["the name of a file", ["read", EMPTY]],
    ["the name of a file that is not there", ["read", join(folder, `absent${EVIL}.html`)]],
    ["the name of a column", ["read", "--format", "csv", HEADER]],
    ["a name in a note", ["table", "comments", RAGGED]],
    ["the title of a discussion", ["read", TITLED]],
    ["an input without comments", ["read", ARTICLE]],
    ["a copy", ["table", "comments", RAGGED, RAGGED]],
    ["an option", ["read", `--${EVIL}`, EMPTY]],
    ["the value of an option", ["read", "--format", EVIL, EMPTY]],
    ["a verb", [EVIL]],
    ["a table", ["table", EVIL, RAGGED]],
    ["a chart", ["chart", EVIL, RAGGED, "-o", "x.svg"]],
    ["the name of an output", ["table", "comments", "-q", RAGGED, "-o", join(RAGGED, `x${EVIL}.csv`)]],
    ["SQL", ["query", `SELECT 'a${EVIL}' :: INTEGER`, RAGGED]],
    ["errors as JSON", ["read", "--json", EMPTY, RAGGED]],
  ])("%s", (_, args) => {
    const { stderr } = yoron(args);
    expect(stderr).not.toBe("");
    expect(stderr.replaceAll("\n", "")).not.toMatch(ACTS);
    expect(stderr).not.toContain("\nyoron: all is well");
  });

  test("a name that is long is told without its middle, so that its end is seen", () => {
    const { stderr } = yoron(["read", LONG]);
    expect(stderr).toContain("長.html is empty");
    expect([...named(LONG.repeat(4))].length).toBeLessThanOrEqual(200);
    expect(named(LONG.repeat(4))).toMatch(/^\/.*….*長\.html$/u);
    expect([...named("😀".repeat(300))].every((character) => character === "😀" || character === "…")).toBe(true);
    expect(named("a".repeat(10_000), 600).length).toBeLessThanOrEqual(600);
  });

  test.each([
    ["a column", (long: string) => ["read", file("long-header.csv", `${long},b\n1,2\n3,4\n`)]],
    ["a value in SQL", (long: string) => ["query", `SELECT '${long}' :: INTEGER`, RAGGED]],
    ["a name in SQL", (long: string) => ["query", `SELECT ${long} FROM comments`, RAGGED]],
    ["a table", (long: string) => ["table", long, RAGGED]],
    ["an option", (long: string) => ["read", `--${long}`, RAGGED]],
    [
      "a title",
      (long: string) => [
        "read",
        file(
          "long-title.json",
          JSON.stringify([1, 2].map((id) => ({ id, title: long, text: "本文です。", comments: [{ text: "" }] }))),
        ),
      ],
    ],
  ])("%s of 3,000 characters is told by at most 200 of them", (_, argsOf) => {
    const { stderr } = yoron(argsOf("長".repeat(3000)));
    expect(stderr).not.toBe("");
    expect(stderr).not.toMatch(/長{201}/u);
  });

  test.each([
    ["あ\u001b[31mい", "あ\\u001b[31mい"],
    ["一\r二\r\n三\t四", "一\\u000d二\r\n三\t四"],
    ["右\u202e左\u2028下", "右\\u202e左\\u2028下"],
  ])("%j of several lines is %j, and nothing escapes twice", (text, shown) => {
    expect(visibleLines(text)).toBe(shown);
    expect(visibleLines(shown)).toBe(shown);
    expect(visible(text)).not.toMatch(/[\n\t]/u);
  });

  test("an error that is nobody's caught tells no mark either", () => {
    expect(new YoronError({ code: "malformed", what: `page${EVIL} is broken:`, value: EVIL }).message).not.toMatch(
      ACTS,
    );
  });
});

const hasScript = process.platform === "linux" && existsSync("/usr/bin/script");
if (!hasScript) console.warn("no terminal can be made here: `script` is absent, its tests are skipped");

describe.runIf(hasScript)("on a terminal", () => {
  const NASTY = file("nasty.csv", "名前,本文\n人\u001b]0;x\u0007,意見\u001b[2J\u202eです\n");
  /** Runs the command with a terminal as its stdout, as util-linux makes one. */
  const terminal = (...args: string[]) =>
    spawnSync("script", ["-qefc", [process.execPath, MAIN, ...args].map((arg) => `'${arg}'`).join(" "), "/dev/null"], {
      encoding: "utf8",
      input: "",
    });
  /** What progress writes to clear its own line. */
  const shown = (out: string) => out.replaceAll("\r\u001b[K", "").replace(/\r+\n/gu, "\n");

  test.each([
    ["table", ["table", "comments", NASTY]],
    ["read", ["read", NASTY]],
    ["query", ["query", "SELECT author, text FROM comments", NASTY]],
  ])("%s prints no byte that acts there", (_, args) => {
    const { stdout, status } = terminal(...args);
    expect([status, shown(stdout)]).toEqual([0, expect.stringContaining("\\u001b[2J")]);
    expect(shown(stdout).replaceAll("\n", "")).not.toMatch(ACTS);
  });

  test("bytes that are no text are not printed", () => {
    const { stdout, status } = terminal("table", "comments", NASTY, "--format", "parquet");
    expect([status, stdout]).toEqual([2, expect.stringContaining("write it with -o FILE, or pipe it on [usage]")]);
  });

  test("in a pipe and with -o they are as they were", () => {
    expect(yoron(["table", "comments", NASTY]).stdout).toContain("意見\u001b[2J\u202eです");
    const out = join(folder, "raw.csv");
    yoron(["table", "comments", NASTY, "-o", out]);
    expect(readFileSync(out, "utf8")).toContain("意見\u001b[2J\u202eです");
  });
});
