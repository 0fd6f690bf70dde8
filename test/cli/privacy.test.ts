import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDefaultNames, personOf } from "../../src/measure/people.ts";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-privacy-"));
const at = (name: string) => join(folder, name);
const PAGE = "data/pages/railway-core.html";
const KEY = at("key.txt");
writeFileSync(KEY, "5f0c1b7e9a3d48264c1e8b07d2a95f36\n");

/** A thread in which people name each other, and persons of public life. */
const THREAD = at("thread.jsonl");
const NAMES = ["丘の上の郵便局", "Maruko_55", "川端みどり"];
writeFileSync(
  THREAD,
  [
    { id: "1", author: NAMES[0], text: "北条真理子市長は橋を直すべきだと思う。" },
    { id: "2", parent: "1", author: NAMES[1], text: "@丘の上の郵便局 賛成です。市長は遅い。" },
    { id: "3", parent: "2", author: NAMES[2], text: "Ｍａｒｕｋｏ＿５５さんに同感。北条真理子さんには期待していた。" },
    { id: "4", author: NAMES[1], text: "川端みどりさん、くわしくは https://example.com/u/maruko_55 を見て。" },
    { id: "5", author: "名無しさん", text: "橋より道だ。" },
  ]
    .map((line) => JSON.stringify(line))
    .join("\n"),
);

const authorsOf = (...args: string[]): (string | null)[] =>
  JSON.parse(yoron(["table", "comments", ...args, "--format", "json"]).stdout).map(
    ({ author }: { author: string | null }) => author,
  );

function expectNoNames(content: string, names: readonly (string | null | undefined)[]): void {
  const folded = content.normalize("NFKC").toLowerCase();
  for (const name of names) expect(folded).not.toContain(name!.normalize("NFKC").toLowerCase());
}

describe.each([
  ["--pseudonyms", "ページの内容から作った仮名", "made by the content of the page"],
  [`--pseudonyms=${KEY}`, "鍵から作った仮名", "pseudonyms made with a key"],
  ["--no-authors", "投稿者の名前は載せていない", "Names of commenters are left out"],
])("%s", (option, ja, en) => {
  it("leaves no real name in the whole report, which says what was done", () => {
    for (const [lang, words] of [
      ["ja", ja],
      ["en", en],
    ] as const) {
      expect(yoron(["report", THREAD, option, "--lang", lang, "-o", at("r.html")]).status).toBe(0);
      const page = readFileSync(at("r.html"), "utf8");
      expectNoNames(page, [...NAMES, folder]);
      expect(page).toContain(words);
    }
  });

  it("leaves none of a page's own names in the report either", () => {
    const defaults = loadDefaultNames();
    const real = authorsOf(PAGE).filter((author) => personOf(author, defaults) !== null);
    expect(real.length).toBeGreaterThan(10);
    expect(yoron(["report", PAGE, option, "-o", at("page.html")]).status).toBe(0);
    expectNoNames(readFileSync(at("page.html"), "utf8"), real);
  });

  it("holds for read, tables and queries alike", () => {
    for (const args of [
      ["read", THREAD, option],
      ["table", "comments", THREAD, option],
      ["query", "SELECT author, text, sourceId FROM comments", THREAD, option],
    ]) {
      const { status, stdout } = yoron(args);
      expect(status).toBe(0);
      expectNoNames(stdout, NAMES);
    }
  });
});

describe("--pseudonyms", () => {
  it("gives one person one name, in both threads, by the key", () => {
    const names = authorsOf(THREAD, `--pseudonyms=${KEY}`);
    expect(names[1]).toBe(names[3]);
    expect(new Set(names).size).toBe(4);
    expect(names[4]).toBe("名無しさん");
    const other = at("other.jsonl");
    writeFileSync(other, `${JSON.stringify({ id: "9", author: "ｍａｒｕｋｏ＿５５", text: "別の橋の話。" })}\n`);
    expect(authorsOf(other, `--pseudonyms=${KEY}`, "--page-format", "jsonl")).toEqual([names[1]]);
    expect(authorsOf(THREAD, "--pseudonyms")[1]).not.toBe(names[1]);
  });

  it("leaves every span on the words that stand there", () => {
    const { stdout } = yoron(["read", THREAD, `--pseudonyms=${KEY}`]);
    const texts = new Map<string, string>(
      JSON.parse(stdout).comments.map(({ id, text }: { id: string; text: string }) => [id, text]),
    );
    const mentions = JSON.parse(
      yoron(["table", "mentions", THREAD, `--pseudonyms=${KEY}`, "--format", "json"]).stdout,
    ) as { unit: string; start: number; end: number; text: string }[];
    expect(mentions.length).toBeGreaterThan(0);
    for (const { unit, start, end, text } of mentions) expect(texts.get(unit)!.slice(start, end)).toBe(text);
  });
});

describe("--mask-persons", () => {
  it("calls persons by letters, in titles and texts, keeps their titles, and says so", () => {
    const { stdout, status } = yoron(["read", THREAD, "--mask-persons"]);
    expect(status).toBe(0);
    expect(stdout).toContain("人物A市長は橋を直すべきだ");
    expect(stdout).toContain("市長は遅い");
    expectNoNames(stdout, ["北条真理子"]);
    expect(yoron(["report", THREAD, "--mask-persons", "--pseudonyms", "-o", at("m.html")]).status).toBe(0);
    const page = readFileSync(at("m.html"), "utf8");
    expectNoNames(page, ["北条真理子", ...NAMES]);
    expect(page).toContain("「人物A」「人物B」");
  });
});

describe("is refused where", () => {
  writeFileSync(at("short.txt"), "abc\n");
  it.each([
    ["names are to be replaced and left out", ["--pseudonyms", "--no-authors"], 2, "leave out"],
    ["the key is short", [`--pseudonyms=${at("short.txt")}`], 1, "at least 16 bytes, not 3"],
    ["the key is absent", [`--pseudonyms=${at("absent.txt")}`], 1, "absent.txt"],
  ])("%s", (_, options, status, words) => {
    const run = yoron(["report", THREAD, ...options, "-o", at("never.html")]);
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
    expect(run.stderr).toContain(words);
    expect(run.status).toBe(status);
  });
});
