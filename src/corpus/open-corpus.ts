import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Analysis } from "../model/analysis.ts";
import { dataReader } from "../model/data-folder.ts";
import { checkOptions, YoronError } from "../model/error.ts";
import { corpusTables } from "../tables/corpus-tables.ts";
import {
  type CorpusManifest,
  checkPart,
  type PartInfo,
  partsOf,
  readManifest,
} from "../tables/export/corpus/manifest.ts";
import type { Database } from "../tables/export/duckdb.ts";
import { readTable } from "../tables/export/read-table.ts";
import { Table } from "../tables/table.ts";
import { loadTokenizer, type UserEntry } from "../tokenize/load-tokenizer.ts";
import { loadFolding } from "../words/fold.ts";
import { unnamedParts } from "./build/commit.ts";
import { itemsIn } from "./build/corpus-items.ts";
import { groupsOf } from "./build/groups.ts";
import { ANALYSES, readSection } from "./build/item-file.ts";
import { unpackAnalyses } from "./build/packed-analyses.ts";
import { fromPart } from "./part.ts";

/** How the analyses of a corpus are had. */
export interface CorpusAnalysesOptions {
  /** Own words, where the corpus was built with some: its texts are cut into words again. */
  readonly userDictionary?: string | readonly UserEntry[];
}

/** A corpus that was built. */
export interface Corpus {
  readonly folder: string;
  /** What is in it, by which version and settings, with which notes. */
  readonly manifest: CorpusManifest;
  /** Names of its tables and of the sums over them. */
  readonly tables: readonly string[];
  /**
   * Returns its analyses, one after another, by the hashes of their sources: no more than one item is in memory. A thread that was
   * analysed in pieces comes as so many analyses of the same discussion.
   */
  analyses(options?: CorpusAnalysesOptions): AsyncGenerator<Analysis, void, undefined>;
  /**
   * Returns a table part by part, as `yoron table` would give it of the same sources; of a sum over tables the one answer. Throws
   * `unknown-name`.
   */
  table(name: string): AsyncGenerator<Table, void, undefined>;
  /** Returns the answer to SQL over its tables; throws `bad-query`, and `malformed` for a part that is damaged. */
  query(sql: string): Promise<Table>;
  /** Throws `malformed` for the first part that is missing or damaged. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Returns the corpus in a folder. Throws `unreadable` where there is none, `unknown-format` for one of a newer version.
 *
 * @example
 * const corpus = await openCorpus("corpus");
 * const tones = await corpus.query("SELECT * FROM tone_shares");
 * for await (const { discussion } of corpus.analyses()) console.log(discussion.article.title);
 * await corpus.close();
 */
export async function openCorpus(folder: string): Promise<Corpus> {
  const manifest = await readManifest(folder);
  const { openDatabase } = await import("../tables/export/duckdb.ts");
  const database: Database = await openDatabase(folder);
  return Object.freeze({
    folder,
    manifest,
    tables: database.tables,
    analyses: (options: CorpusAnalysesOptions = {}) => analysesOf(folder, manifest, options),
    table: (name: string) => tableOf(folder, manifest, database, name),
    query: (sql: string) => database.query(sql),
    check: async () => {
      for (const part of allParts(manifest)) await checkPart(folder, part);
    },
    close: () => database.close(),
  });
}

async function* tableOf(
  folder: string,
  manifest: CorpusManifest,
  database: Database,
  name: string,
): AsyncGenerator<Table, void, undefined> {
  if (!database.tables.includes(name)) {
    throw new YoronError({
      code: "unknown-name",
      what: "the corpus has no table",
      value: name,
      next: `it has: ${database.tables.join(", ")}`,
    });
  }
  if (!manifest.tables.includes(name)) {
    yield await database.query(`SELECT * FROM "${name}"`);
    return;
  }
  const parts = partsOf(manifest, name);
  for (const part of parts) {
    await checkPart(folder, part);
    yield await readTable(await readFile(join(folder, part.file)), "parquet");
  }
  const none = corpusTables.find(({ schema }) => schema.name === name);
  if (parts.length === 0 && none !== undefined) yield Table.from(none.schema, []);
}

/** Returns the parts of all tables, and of the analyses. */
export function allParts(manifest: CorpusManifest): readonly PartInfo[] {
  return [...manifest.tables, ANALYSES].flatMap((table) => partsOf(manifest, table));
}

/**
 * Returns files in the folder of a corpus that belong to none of its parts: what a build that was broken off left.
 *
 * @example
 * (await strayParts("corpus", (await openCorpus("corpus")).manifest)).length; // 0
 */
export function strayParts(folder: string, manifest: CorpusManifest): Promise<readonly string[]> {
  return unnamedParts(folder, new Set(allParts(manifest).map(({ file }) => file)));
}

async function* analysesOf(
  folder: string,
  { sources, groups, settings }: CorpusManifest,
  options: CorpusAnalysesOptions,
): AsyncGenerator<Analysis, void, undefined> {
  checkOptions(options, ["userDictionary"], "analyses");
  const { userDictionary } = options;
  const own = userDictionary === undefined ? {} : { userDictionary };
  if (userDictionary === undefined && settings.ownWords)
    throw new YoronError({
      code: "bad-value",
      what: "the corpus was built with a user dictionary, without which its words are cut otherwise:",
      value: folder,
      next: "give it: corpus.analyses({ userDictionary })",
    });
  const tokenizer = await loadTokenizer(own);
  const folding = loadFolding(dataReader());
  for (const [at, items] of groupsOf(sources.flatMap(itemsIn)).entries()) {
    const part = groups[at]?.parts[ANALYSES];
    if (part === undefined) continue;
    await checkPart(folder, part);
    let from = 0;
    for (const { bytes } of items) {
      const packed = await readSection(join(folder, part.file), { from, bytes });
      from += bytes;
      for (const kept of unpackAnalyses(packed)) yield fromPart(kept.part, { tokenizer, folding });
    }
  }
}
