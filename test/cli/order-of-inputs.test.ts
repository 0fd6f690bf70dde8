import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { patience } from "../patience.ts";
import { yoron } from "./run.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-order-"));
afterAll(() => rmSync(root, { recursive: true }));
const PAGES = ["harbour.txt", "railway-core.html", "survey-library.csv"];
const pages = join(root, "pages");
for (const page of PAGES) cpSync(join("data/pages", page), join(pages, page));
const [a, b, c] = PAGES.map((page) => join(pages, page)) as [string, string, string];

/** The same files: as they lie in a folder, which is walked by name, and named in three orders. */
const BY_NAME: Readonly<Record<string, readonly string[]>> = {
  "a folder": [pages],
  "a glob": [join(pages, "*.*")],
  "one by one": [a, b, c],
};
const OTHERWISE: Readonly<Record<string, readonly string[]>> = { "c, a, b": [c, a, b], "b, c, a": [b, c, a] };

type Alike = "bytes" | "rows" | "words";
/** What of a text must be the same: all of it, its lines in any order, or the words of a page in any order. */
const ALIKE: Readonly<Record<Alike, (text: string) => unknown>> = {
  bytes: (text) => text,
  rows: (text) => [text.split("\n", 1)[0], ...text.split("\n").slice(1).sort()],
  words: (text) =>
    text
      .replace(/<(script|style|title|h1)\b.*?<\/\1>/gsu, "")
      .split(/<[^>]*>/u)
      .map((words) => words.trim())
      // The command line, which names the files as they were given.
      .filter((words) => words !== "" && !/^yoron (?:report|analyze) /u.test(words))
      .sort(),
};

const COMMANDS: readonly (readonly [string, readonly string[], Alike])[] = [
  ["table comments", ["table", "comments"], "rows"],
  ["table opinions", ["table", "opinions"], "bytes"],
  ["query, sorted", ["query", "SELECT * FROM comments ORDER BY discussion, id"], "bytes"],
  ["query, measured", ["query", "SELECT * FROM opinions"], "bytes"],
  ["report", ["report"], "words"],
];

describe("the same files, given otherwise", () => {
  const said = (args: readonly string[], inputs: readonly string[]) => {
    const out = join(root, "said");
    const { status, stderr } = yoron([...args, ...inputs, "-o", out, "-q"]);
    expect([status, stderr]).toEqual([0, ""]);
    return readFileSync(out, "utf8");
  };

  test.each(COMMANDS)(
    "%s: the same bytes as they lie, and the same values in any order",
    (_, args, alike) => {
      const expected = said(args, BY_NAME["one by one"]!);
      expect(expected.length).toBeGreaterThan(100);
      // A report names the files as they were given.
      for (const [name, inputs] of Object.entries(BY_NAME))
        if (alike !== "words" && name !== "one by one") expect([name, said(args, inputs)]).toEqual([name, expected]);
      for (const [name, inputs] of Object.entries(OTHERWISE)) {
        const told = said(args, inputs);
        expect([name, ALIKE[alike](told)]).toEqual([name, ALIKE[alike](expected)]);
      }
    },
    patience(120_000),
  );

  /** Files that hold the same whatever the order; the others are lists in the order given, or show discussions apart. */
  const alikeOf = (file: string): Alike | null => {
    if (/^charts\/(?:thread\.|considerations\.vl)/u.test(file) || file === "manifest.json") return null;
    if (file === "report.html") return "words";
    return /^tables\/(?!opinions|copies)/u.test(file) ? "rows" : "bytes";
  };
  const analyzed = (inputs: readonly string[]): ReadonlyMap<string, Buffer> => {
    const out = mkdtempSync(join(root, "out-"));
    expect(yoron(["analyze", ...inputs, "-o", out, "-q"]).status).toBe(0);
    return new Map(
      readdirSync(out, { recursive: true, encoding: "utf8" })
        .filter((file) => statSync(join(out, file)).isFile())
        .sort()
        .map((file) => [file, readFileSync(join(out, file))]),
    );
  };
  let expected: ReadonlyMap<string, Buffer>;
  beforeAll(() => {
    expected = analyzed(BY_NAME["one by one"]!);
  }, patience(60_000));

  test(
    "analyze: the same bytes in every file, as they lie",
    () => {
      const found = analyzed([pages]);
      expect([...found.keys()]).toEqual([...expected.keys()]);
      // The report names the files as they were given.
      for (const [file, bytes] of found)
        if (file !== "report.html") expect([file, bytes.equals(expected.get(file)!)]).toEqual([file, true]);
    },
    patience(120_000),
  );

  test.each(Object.entries(OTHERWISE))(
    "analyze of %s: the same values in every file",
    (_, inputs) => {
      const found = analyzed(inputs);
      expect([...found.keys()]).toEqual([...expected.keys()]);
      let compared = 0;
      for (const [file, bytes] of found) {
        const alike = alikeOf(file);
        if (alike === null) continue;
        compared++;
        const text = (of: Buffer) => ALIKE[alike](of.toString(basename(file).endsWith(".png") ? "latin1" : "utf8"));
        expect([file, text(bytes)]).toEqual([file, text(expected.get(file)!)]);
      }
      expect(compared).toBeGreaterThan(50);
    },
    patience(120_000),
  );
});
