import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BROKEN_BYTES } from "./lossy-pages.ts";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-cli-"));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const GOOD = "data/pages/harbour.txt";
const EMPTY = file("empty.html", "");
const BINARY = file(
  "picture.bin",
  Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256),
);
const BYTES = file("bytes.txt", BROKEN_BYTES);
const MARKUP = file("feed.xml", '<?xml version="1.0"?><weather><town>港町</town></weather>');
const NO_ARTICLE = file(
  "login.html",
  "<!doctype html><title></title><body><form><input name=q><button></button></form></body>",
);

const NO_PAGES = join(folder, "no-pages");
mkdirSync(NO_PAGES);

describe("bad input gives one clear error", () => {
  it.each([
    ["an empty file", ["read", EMPTY], 1, "empty-input", "empty.html"],
    ["a binary file", ["read", BINARY], 1, "binary-input", "picture.bin"],
    ["a page that is no article", ["read", NO_ARTICLE], 1, "not-an-article", "login.html"],
    ["an address", ["read", "https://example.com/page"], 1, "not-a-file", "never fetches"],
    ["an unreadable path", ["read", join(folder, "absent.html")], 1, "unreadable", "absent.html"],
    ["a glob without a match", ["read", join(folder, "*.nothing")], 1, "unreadable", "no file matches the pattern"],
    ["a folder without a page", ["table", "comments", NO_PAGES], 2, "usage", "the folder holds no page"],
    ["a wrong format", ["read", "--format", "wordpress-core", GOOD], 1, "wrong-format", "page-text"],
    ["an unknown format", ["read", "--format", "wordpres", GOOD], 2, "usage", "wordpress-core"],
    ["an unknown table", ["table", "coments", GOOD], 2, "unknown-name", "comments, tokens"],
    ["an unknown chart", ["chart", "vote", GOOD, "-o", join(folder, "x.svg")], 2, "unknown-name", "votes, engagement"],
    ["an unknown column", ["table", "comments", GOOD, "--columns", "id,likes"], 2, "unknown-column", '"likes"'],
    ["an unknown table format", ["table", "comments", GOOD, "--format", "xls"], 2, "usage", "csv, tsv"],
    [
      "a table file of an unknown kind",
      ["table", "comments", GOOD, "-o", join(folder, "x.xlsx")],
      2,
      "usage",
      "csv, tsv",
    ],
    ["an answer of an unknown kind", ["query", "SELECT 1", GOOD, "-o", join(folder, "x.xlsx")], 2, "usage", "csv, tsv"],
    ["a chart without a file", ["chart", "votes", GOOD], 2, "usage", "chart needs -o FILE"],
    ["a chart of an unknown kind", ["chart", "votes", GOOD, "-o", join(folder, "x.gif")], 2, "usage", ".svg, .png"],
    ["an unknown encoding", ["read", "--encoding", "sjiss", GOOD], 2, "usage", "shift_jis"],
    ["bytes that are no text", ["read", BYTES], 1, "undecodable", "with --encoding, or allow losses with --lossy"],
    ["markup of no known format", ["read", MARKUP], 1, "unknown-format", "looks like XML"],
    ["a day of saving that is none", ["read", "--saved", "2022-02-30", GOOD], 2, "usage", "--saved takes a date"],
    ["a moment of saving that is none", ["read", "--saved", "昨日の夜", GOOD], 2, "usage", "2022-09-15T18:30"],
    ["a date that is none", ["read", "--published", "昨日", GOOD], 2, "usage", "2022-09-15"],
    ["an unknown option", ["read", "--lines", GOOD], 2, "usage", "--lines"],
    ["an unknown verb", ["analyse", GOOD], 2, "usage", "known verbs: read, analyze"],
    ["no input", ["read"], 2, "usage", "no input given"],
    ["an unknown layer", ["annotate", "--layers", "words"], 2, "usage", "sentences, tokens"],
    ["an unwritable output", ["table", "comments", GOOD, "-o", join(EMPTY, "x.csv")], 1, "unwritable", "x.csv"],
  ])("%s", (_, args, status, code, words) => {
    const run = yoron(args);
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
    expect(run.stderr).toContain(`[${code}]`);
    expect(run.stderr).toContain(words);
    expect(run.stdout).toBe("");
    expect(run.status).toBe(status);
  });

  it("--json tells errors as JSON lines, with the file", () => {
    const { stderr, status } = yoron(["read", "--json", EMPTY, BINARY]);
    expect(
      stderr
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { file: EMPTY, error: { code: "empty-input" } },
      { file: BINARY, error: { code: "binary-input" } },
    ]);
    expect(status).toBe(1);
  });
});

describe("with several inputs", () => {
  it("the good ones are still done", () => {
    const { stdout, stderr, status } = yoron(["table", "comments", EMPTY, GOOD, NO_ARTICLE, "--format", "jsonl"]);
    expect(stdout.trim().split("\n").length).toBeGreaterThan(39);
    expect(stderr.trim().split("\n")).toHaveLength(2);
    expect(status).toBe(1);
  });

  it("an output is absent when none is left", () => {
    const output = join(folder, "none.csv");
    expect(yoron(["table", "comments", EMPTY, "-o", output]).status).toBe(1);
    expect(existsSync(output)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("help", () => {
  it.each([
    "read",
    "analyze",
    "report",
    "table",
    "chart",
    "query",
    "tokenize",
    "annotate",
  ])("of %s shows usage, options and examples", (verb) => {
    const { stdout, status } = yoron([verb, "--help"]);
    expect(stdout).toMatch(new RegExp(`^usage: yoron ${verb}`));
    expect(stdout).toMatch(/examples:\n {2}\S/);
    expect(status).toBe(0);
  });
});
