import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { corpusTables } from "../../corpus-tables.ts";
import { identifier, literal } from "../duckdb/create-table.ts";
import { duckType } from "../duckdb/values.ts";
import { views } from "../duckdb/views.ts";
import { sqlAggregates } from "./aggregates.ts";
import { corpusColumns } from "./json-rows.ts";
import { type CorpusManifest, checkPart, checkSize, partsOf, readManifest } from "./manifest.ts";

/** Memory that a question to a corpus may take; what is beyond lies in the system's folder for such files. */
const MEMORY_LIMIT = "600MB";

/** The views of a corpus. */
export interface CorpusViews {
  readonly names: readonly string[];
  /** Throws `malformed` where a part of which SQL may read is not what was written; each is looked at once. */
  check(sql: string): Promise<void>;
}

/** Adds a view of each table over the parts of a corpus, which are read when they are asked, and of each aggregate. */
export async function viewCorpus(connection: DuckDBConnection, folder: string): Promise<CorpusViews> {
  const manifest = await readManifest(folder);
  // A view over a file that is not there cannot be made.
  for (const { schema } of corpusTables)
    for (const part of partsOf(manifest, schema.name)) await checkSize(folder, part);
  const spill = join(tmpdir(), `yoron-duckdb-${process.pid}`);
  await connection.run(`SET memory_limit = '${MEMORY_LIMIT}'; SET temp_directory = ${literal(spill)}`);
  // What SQL may read where it may read no other file: the parts alone, since beside them it could write.
  const parts = corpusTables.flatMap(({ schema }) => partsOf(manifest, schema.name));
  const paths = parts.map(({ file }) => literal(resolve(folder, file)));
  await connection.run(`SET allowed_directories = [${literal(`${spill}/`)}]`);
  await connection.run(`SET allowed_paths = [${paths.join(", ")}]`);
  const made: string[] = [];
  const reads = new Map<string, readonly string[]>(views.map(({ name, tables }) => [name, tables]));
  for (const { schema } of corpusTables) {
    if (!manifest.tables.includes(schema.name)) continue;
    await connection.run(`CREATE VIEW ${identifier(schema.name)} AS ${selectOf(manifest, folder, schema.name)}`);
    await connection.run(`COMMENT ON VIEW ${identifier(schema.name)} IS ${literal(schema.description)}`);
    made.push(schema.name);
    reads.set(schema.name, [schema.name]);
  }
  for (const { name, sql, description, tables } of sqlAggregates()) {
    if (!tables.every((table) => made.includes(table))) continue;
    await connection.run(`CREATE VIEW ${identifier(name)} AS ${sql}`);
    await connection.run(`COMMENT ON VIEW ${identifier(name)} IS ${literal(description)}`);
    made.push(name);
    reads.set(name, tables);
  }
  const checked = new Set<string>();
  return {
    names: made,
    async check(sql) {
      const words = new Set(sql.toLowerCase().match(/\w+/g) ?? []);
      const tables = new Set([...reads].flatMap(([name, of]) => (words.has(name) ? of : [])));
      for (const table of tables) {
        if (checked.has(table)) continue;
        for (const part of partsOf(manifest, table)) await checkPart(folder, part);
        checked.add(table);
      }
    },
  };
}

function selectOf(manifest: CorpusManifest, folder: string, table: string): string {
  const { schema } = corpusTables.find((one) => one.schema.name === table)!;
  const files = partsOf(manifest, table).map(({ file }) => literal(resolve(folder, file)));
  const columns = corpusColumns(schema);
  if (files.length === 0) {
    const none = columns.map(({ name, type }) => `NULL::${duckType(type)} AS ${identifier(name)}`);
    return `SELECT ${none.join(", ")} WHERE false`;
  }
  return `SELECT ${columns.map(({ name }) => identifier(name)).join(", ")} FROM read_parquet([${files.join(", ")}], hive_partitioning = false)`;
}
