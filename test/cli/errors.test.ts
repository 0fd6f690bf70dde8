import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
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

const LEXICON = file("words.tsv", "語\t強さ\nうまい\t0.5\n");

const ASKED = file("asked.csv", "問1 図書館に望むこと,年代\n静かな席がほしいです。,20代\n開館を早めてほしい。,60代\n");
const UNLABELLED = file("unlabelled.csv", yoron(["sample", GOOD, "-n", "5"]).stdout);

const NO_PAGES = join(folder, "no-pages");
mkdirSync(NO_PAGES);

describe("what is read is never written over", () => {
  const answers = "本文,名前\n駅前の駐輪場は朝いつも満車です。,みかん\n歩けばいいのに。,ほたる\n";
  const LINK = join(folder, "same.csv");
  it.each([
    ["report", ["report", "FILE", "-o", "FILE"]],
    ["table", ["table", "comments", "FILE", "-o", "FILE"]],
    ["chart", ["chart", "votes", "FILE", "-o", "FILE.svg"], "FILE.svg"],
    ["sample", ["sample", "FILE", "-o", "FILE"]],
    ["query", ["query", "SELECT 1", "FILE", "-o", "FILE"]],
    ["kwic", ["kwic", "駅", "FILE", "-o", "FILE"]],
    ["cross", ["cross", "FILE", "--rows", "tone", "--columns", "comment", "-o", "FILE"]],
    ["by another name", ["table", "comments", "FILE", "-o", LINK]],
    ["a folder's page", ["table", "comments", "FOLDER", "-o", "FILE"]],
    ["a file of words", ["table", "comments", "FILE", "--gazetteer", "LIST", "-o", "LIST"]],
  ])("%s", (name, args, asked = args[0] === "table" && args.includes("LIST") ? "LIST" : "FILE") => {
    const own = mkdtempSync(join(folder, "own-"));
    const paths: Record<string, string> = {
      FILE: join(own, "a.csv"),
      "FILE.svg": join(own, "a.csv"),
      LIST: join(own, "list.tsv"),
      FOLDER: own,
    };
    writeFileSync(paths.FILE!, answers);
    writeFileSync(paths.LIST!, "name\tlabel\n駅前\tFAC\n");
    if (args.includes(LINK)) {
      rmSync(LINK, { force: true });
      symlinkSync(paths.FILE!, LINK);
    }
    const { status, stdout, stderr } = yoron(args.map((arg) => paths[arg] ?? arg));
    expect([name, status, stdout]).toEqual([name, 2, ""]);
    expect(stderr).toContain("-o names a file that is read");
    const kept = asked === "LIST" ? "name\tlabel\n駅前\tFAC\n" : answers;
    expect(readFileSync(paths[asked]!, "utf8")).toBe(kept);
  });
});

describe("bad input gives one clear error", () => {
  it.each([
    ["a file where a verb is meant", [GOOD], 2, "usage", `yoron report ${GOOD}`],
    ["a sheet without labels", ["agreement", UNLABELLED], 2, "usage", "no label is filled in yet"],
    ["a column's beginning", ["read", ASKED, "--map", "text=問1"], 1, "unknown-column", "問1 図書館に望むこと"],
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
      ["table", "comments", GOOD, "-o", join(folder, "x.ods")],
      2,
      "usage",
      "csv, tsv",
    ],
    ["an answer of an unknown kind", ["query", "SELECT 1", GOOD, "-o", join(folder, "x.ods")], 2, "usage", "csv, tsv"],
    ["a chart without a file", ["chart", "votes", GOOD], 2, "usage", "chart needs -o FILE"],
    ["a chart of an unknown kind", ["chart", "votes", GOOD, "-o", join(folder, "x.gif")], 2, "usage", ".svg, .png"],
    ["an unknown encoding", ["read", "--encoding", "sjiss", GOOD], 2, "usage", "shift_jis"],
    ["bytes that are no text", ["read", BYTES], 1, "undecodable", "with --encoding, or allow losses with --lossy"],
    ["markup of no known format", ["read", MARKUP], 1, "unknown-format", "looks like XML"],
    ["a day of saving that is none", ["read", "--saved", "2022-02-30", GOOD], 2, "usage", "--saved takes a date"],
    ["a moment of saving that is none", ["read", "--saved", "昨日の夜", GOOD], 2, "usage", "2022-09-15T18:30"],
    ["a date that is none", ["read", "--published", "昨日", GOOD], 2, "usage", "2022-09-15"],
    ["an unknown option", ["read", "--lines", GOOD], 2, "usage", "--lines"],
    ["an unknown verb", ["analyse", GOOD], 2, "usage", "is analyze meant? known verbs: read, analyze"],
    ["a misspelt option", ["table", "comments", GOOD, "--colums", "id"], 2, "usage", "is --columns meant?"],
    ["an option of another verb", ["read", GOOD, "--font", "x.otf"], 2, "usage", "it belongs to analyze, chart"],
    ["a table's name with a slip", ["table", "entites", GOOD], 2, "unknown-name", "is entities meant?"],
    ["a negative number of threads", ["read", GOOD, "--sheet", "-3"], 1, "bad-value", "is no workbook"],
    ["a negative count", ["report", GOOD, "--workers", "-3"], 2, "usage", 'takes a whole number, not "-3"'],
    ["an option without its value", ["report", GOOD, "--workers"], 2, "usage", "--workers needs a value"],
    ["a switch with a value", ["report", GOOD, "--lossy=yes"], 2, "usage", "--lossy takes no value"],
    ["a page before the SQL", ["query", GOOD, "SELECT 1"], 2, "usage", 'write it as: yoron query "SELECT 1" data'],
    ["a page before the chart", ["chart", GOOD, "votes", "-o", "x.svg"], 2, "usage", "yoron chart votes data/pages"],
    ["a page before the table", ["table", GOOD, "comments"], 2, "usage", "yoron table comments data/pages"],
    [
      "a format that the name belies",
      ["table", "comments", GOOD, "-o", "x.csv", "--format", "arrow"],
      2,
      "usage",
      "name the file .arrow",
    ],
    [
      "a concordance that the name belies",
      ["kwic", "港", GOOD, "-o", "x.csv", "--format", "parquet"],
      2,
      "usage",
      "name the file .parquet",
    ],
    [
      "a cross table that the name belies",
      ["cross", GOOD, "--rows", "tone", "--columns", "author", "-o", "x.parquet", "--format", "csv"],
      2,
      "usage",
      "name the file .csv",
    ],
    ["a report for paper", ["report", GOOD, "-o", "x.pdf"], 2, "usage", "open the report in a browser and print it"],
    ["a report that is a table", ["report", GOOD, "-o", join(folder, "x.csv")], 2, "usage", "ends in .html"],
    ["a misspelt chart of a report", ["report", GOOD, "--charts", "vote"], 2, "unknown-name", "is votes meant?"],
    ["a misspelt option of yoron", ["--versoin"], 2, "usage", "is --version meant?"],
    ["an option before the verb", ["--json", "read", GOOD], 2, "usage", "options stand behind the verb"],
    ["a short option before the verb", ["-q", "read", GOOD], 2, "usage", "options stand behind the verb"],
    [
      "a mark that Parquet has not",
      ["table", "comments", GOOD, "-o", "x.parquet", "--bom"],
      2,
      "usage",
      "--bom does nothing for parquet",
    ],
    [
      "rows of what is no terminal's table",
      ["query", "SELECT 1", GOOD, "--rows", "3", "--format", "csv"],
      2,
      "usage",
      "--rows does nothing for csv",
    ],
    ["fonts of an SVG", ["chart", "votes", GOOD, "-o", "x.svg", "--system-fonts"], 2, "usage", "unless a PNG is drawn"],
    ["columns of a page", ["read", GOOD, "--map", "text=本文"], 1, "bad-value", "columns are given (--map)"],
    [
      "own words without their columns",
      ["table", "sentiment", GOOD, "--lexicon", LEXICON],
      2,
      "bad-lexicon",
      `${LEXICON} lacks the columns`,
    ],
    ["a language that it does not speak", ["table", "comments", GOOD, "--lang", "fr"], 2, "usage", "ja or en"],
    [
      "a table of all that is none",
      ["analyze", GOOD, "-o", folder, "--tables", "comments,likes"],
      2,
      "unknown-name",
      '"likes"',
    ],
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
