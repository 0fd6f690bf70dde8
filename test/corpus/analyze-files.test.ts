import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type AnalyzeFilesOptions, analyzeFiles, type FileResult } from "../../src/corpus/analyze-files.ts";
import { fromPart, toPart } from "../../src/corpus/part.ts";
import { loadResources, type Resources } from "../../src/resources.ts";
import { toCsv } from "../../src/tables/export/delimited.ts";
import { tables } from "../../src/tables/tables.ts";

const HARBOUR = "data/pages/harbour.txt";
const EXPORT = "data/pages/survey-library.csv";
const folder = mkdtempSync(join(tmpdir(), "yoron-corpus-"));
const BROKEN = join(folder, "broken.json");
writeFileSync(BROKEN, '{"a":');

async function all(inputs: readonly (string | Uint8Array)[], options: AnalyzeFilesOptions = {}): Promise<FileResult[]> {
  const results: FileResult[] = [];
  for await (const result of analyzeFiles(inputs, options)) results.push(result);
  return results;
}

const written = (results: readonly FileResult[]) =>
  tables.map(({ project }) => toCsv(project(results.flatMap(({ analyses }) => analyses)))).join("\n");

describe("analyzeFiles", () => {
  let resources: Resources;
  let whole: FileResult[];
  beforeAll(async () => {
    resources = await loadResources();
    whole = await all([HARBOUR, BROKEN, "nowhere.html", EXPORT]);
  });

  test("gives every input in order; one that fails stops no other", () => {
    expect(whole.map(({ path, analyses, error, kept }) => [path, analyses.length, error?.code, kept])).toEqual([
      [HARBOUR, 1, undefined, false],
      [BROKEN, 0, "malformed", false],
      ["nowhere.html", 0, "unreadable", false],
      [EXPORT, 1, undefined, false],
    ]);
  });

  test("bytes are an input too, without a path", async () => {
    const [result] = await all([readFileSync(EXPORT)]);
    expect(result).toMatchObject({ path: null, error: null });
    expect(result!.analyses[0]!.discussion.source.path).toBeNull();
  });

  test("an analysis sent as plain data and made whole again is the same, tokens and all", () => {
    for (const { analyses } of whole) {
      for (const analysis of analyses) {
        const again = fromPart(JSON.parse(JSON.stringify(toPart(analysis))), resources);
        for (const { project } of tables) expect(toCsv(project(again))).toBe(toCsv(project(analysis)));
        expect(Object.isFrozen(again.mentions)).toBe(true);
      }
    }
  });

  test("what is done is kept, and taken up again with the same result", async () => {
    const parts = join(folder, "parts");
    const first = await all([HARBOUR, BROKEN], { parts });
    expect(first.map(({ kept }) => kept)).toEqual([false, false]);
    expect(readdirSync(parts)).toHaveLength(1);
    const second = await all([HARBOUR, BROKEN, EXPORT], { parts });
    expect(second.map(({ kept }) => kept)).toEqual([true, false, false]);
    expect(written(second)).toBe(written(whole));
  });

  test.each<[string, AnalyzeFilesOptions]>([
    ["other targets", { analyze: { targets: ["図書館"] } }],
    ["another way to read", { read: { columns: { text: "年代" } } }],
    ["other own words", { lexicons: ["lemma\tstrength\n図書館\t0.9\n"] }],
    ["another user dictionary", { userDictionary: [{ surface: "移動図書館車", pos: "名詞" }] }],
  ])("what was done with %s is not taken", async (_, options) => {
    const parts = join(folder, "parts-other");
    await all([EXPORT], { parts });
    const [result] = await all([EXPORT], { parts, ...options });
    expect(result!.kept).toBe(false);
  });

  test("a file that changed, or that an earlier run left damaged, is done anew", async () => {
    const parts = join(folder, "parts-damaged");
    const copy = join(folder, "copy.csv");
    writeFileSync(copy, "名前,本文\nみかん,賛成です\n");
    await all([copy], { parts });
    writeFileSync(join(parts, readdirSync(parts)[0]!), "[{");
    expect((await all([copy], { parts }))[0]!.kept).toBe(false);
    expect((await all([copy], { parts }))[0]!.kept).toBe(true);
    writeFileSync(copy, "名前,本文\nみかん,反対です\n");
    expect((await all([copy], { parts }))[0]!.kept).toBe(false);
  });

  test.each([
    [{ workers: -1 }, /workers is a whole number from 0, not -1/u],
    [{ workers: 1.5 }, /workers is a whole number/u],
    [{ workers: 1, read: { formats: [] } }, /formats are functions and take no "workers"/u],
    [{ threads: 2 }, /analyzeFiles has no option "threads"; it takes: workers, parts, read/u],
    [{ userDictionary: "nowhere.csv" }, /nowhere\.csv/u],
  ])("%j is refused", async (options, message) => {
    await expect(all([HARBOUR], options as AnalyzeFilesOptions)).rejects.toThrow(message);
  });
});
