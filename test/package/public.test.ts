import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiPages } from "../../scripts/docs/api-page.ts";
import { withChartList } from "../../scripts/docs/chart-list.ts";
import { withJapaneseFormatList } from "../../scripts/docs/format-list-ja.ts";
import { modules, nameList } from "../../scripts/docs/name-list.ts";
import { entries, publicNames } from "../../scripts/docs/public-names.ts";
import { tablesPage } from "../../scripts/docs/tables-page.ts";
import * as yoron from "../../src/index.ts";
import * as danfo from "../../src/tables/export/danfo.ts";
import * as duckdb from "../../src/tables/export/duckdb.ts";

const root = resolve(import.meta.dirname, "../..");
const NAMES = readFileSync(join(import.meta.dirname, "public-names.txt"), "utf8");

describe("the public surface", () => {
  it("is the list of names in public-names.txt, and no other: npm run docs -- --names", () => {
    expect(nameList()).toBe(NAMES);
  });

  it("docs/tables.md is what the code says: npm run docs", () => {
    expect(readFileSync(resolve(root, "docs/tables.md"), "utf8")).toBe(tablesPage());
  });

  it("the list in docs/charts.md is what the code says: npm run docs", () => {
    const page = readFileSync(resolve(root, "docs/charts.md"), "utf8");
    expect(page).toBe(withChartList(page));
  });

  it("the list in docs/ja/formats.md is what the code and its Japanese words say: npm run docs", () => {
    const page = readFileSync(resolve(root, "docs/ja/formats.md"), "utf8");
    expect(page).toBe(withJapaneseFormatList(page));
  });

  it("docs/api is what the code says, with every public name on one page: npm run docs", () => {
    const pages = apiPages();
    expect(readdirSync(resolve(root, "docs/api")).sort()).toEqual(Object.keys(pages).sort());
    for (const [name, page] of Object.entries(pages))
      expect(readFileSync(resolve(root, "docs/api", name), "utf8"), name).toBe(page);
    const headings = Object.values(pages).flatMap((page) =>
      [...page.matchAll(/^### (\w+)$/gm)].map(([, name]) => name),
    );
    const names = Object.keys(entries).flatMap((entry) => publicNames(entry).map(({ name }) => name));
    expect(headings.sort()).toEqual(names.sort());
  });
});

const callable = Object.keys(entries).flatMap((entry) =>
  publicNames(entry)
    .filter(({ name }) => typeof (modules[entry] as Record<string, unknown>)[name] === "function")
    .map((found) => ({ entry, ...found })),
);
const members = callable.flatMap(({ entry, members }) => members.map((member) => ({ entry, ...member })));

describe("docstrings", () => {
  it("every public function says what it does and has an example", () => {
    expect(callable.filter(({ text }) => text === "").map(({ name }) => name)).toEqual([]);
    expect(callable.filter(({ examples }) => examples.length === 0).map(({ name }) => name)).toEqual([]);
  });

  it("every method of a public class says what it does, and has an example unless it is a property", () => {
    expect(members.length).toBeGreaterThan(20);
    expect(members.filter(({ text }) => text === "").map(({ name }) => name)).toEqual([]);
    const bare = members.filter(({ examples, signature }) => examples.length === 0 && !signature.startsWith("get "));
    expect(bare.map(({ name }) => name)).toEqual([]);
  });
});

/** Two hundred and more comments and a sheet in which people say what the machine says. */
function labelled(resources: yoron.Resources): { readonly comments: yoron.Table; readonly sheet: yoron.Table } {
  const texts = Array.from({ length: 220 }, (_, i) => ({
    id: `x${i}`,
    text: i % 3 === 0 ? "ひどい対応でがっかりした。" : "とても良い店だった。",
    author: "人",
  }));
  const [discussion] = [...yoron.readAll(JSON.stringify(texts))];
  const comments = yoron.commentTable(yoron.analyze(discussion!, resources, { layers: ["sentiment"] }));
  const sheet = yoron.sampleTable(comments, { n: 220 });
  const said = new Map([...comments].map(({ id, sentimentLabel }) => [id, sentimentLabel]));
  return {
    comments: comments as never,
    sheet: sheet.derive({ label: ({ unit }) => said.get(String(unit)) ?? null }) as never,
  };
}

describe("examples run", () => {
  const before = process.cwd();
  const scope: Record<string, unknown> = {};
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "yoron-examples-"));
    symlinkSync(join(root, "data"), join(folder, "data"));
    symlinkSync(join(root, "data/pages"), join(folder, "pages"));
    symlinkSync(join(root, "data/pages/railway-core.html"), join(folder, "page.html"));
    process.chdir(folder);
    const bytes = readFileSync("page.html");
    const resources = await yoron.loadResources();
    const analysis = yoron.analyze(yoron.readPage(bytes), resources);
    const comments = yoron.commentTable(analysis);
    writeFileSync(
      "vectors.jsonl",
      analysis.claims.map(({ id }, i) => `${JSON.stringify({ id, vector: [1, i] })}\n`).join(""),
    );
    writeFileSync("comments.csv", await yoron.writeTable(comments, "csv"));
    const frame = danfo.toDataFrame(comments.filter(({ up, author }) => up !== null && author !== null));
    const high = yoron.tokenTable(analysis);
    Object.assign(scope, yoron, danfo, duckdb, {
      writeFile: async (_: string, content: string | Uint8Array) => expect(content.length).toBeGreaterThan(1000),
      ...{ bytes, resources, analysis, a: analysis, frame, high, low: high, monday: frame, tuesday: frame },
      ...{ titles: [], page1: bytes, page2: bytes, people: frame },
      ...labelled(resources),
      console: { log: () => {} },
    });
  });
  afterAll(() => process.chdir(before));

  it.each(
    [...callable, ...members].flatMap(({ name, entry, examples }) =>
      examples.map((code) => [name, entry, code] as const),
    ),
  )("%s", async (name, _, code) => {
    // What the example declares itself is not handed to it.
    const names = Object.keys(scope).filter((known) => !new RegExp(`(?:const|,|\\{) ${known}\\b[^:]*=`).test(code));
    const AsyncFunction = (async () => {}).constructor as new (...parts: string[]) => (...values: unknown[]) => unknown;
    const run = new AsyncFunction(...names, code)(...names.map((known) => scope[known]));
    if (name === "YoronError") await expect(run).rejects.toThrow(yoron.YoronError);
    else await run;
  });
});
