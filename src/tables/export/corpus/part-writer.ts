import { DuckDBInstance } from "@duckdb/node-api";
import { YoronError } from "../../../model/error.ts";
import type { TableSchema } from "../../schema.ts";
import { identifier, literal } from "../duckdb/create-table.ts";
import { duckType } from "../duckdb/values.ts";
import { SCHEMA_KEY } from "../storage.ts";
import { corpusColumns } from "./json-rows.ts";

/** Where rows of a part come from: lines of JSON, of which the longest has so many bytes, or rows of a part that is there already, counted from 0. */
export type Segment =
  | { readonly lines: string; readonly longest: number }
  | { readonly part: string; readonly from: number; readonly rows: number };

/** Memory that DuckDB may take for a part; what is beyond lies in the folder. */
const MEMORY_LIMIT = "192MB";
/** Bytes of an object of JSON for which DuckDB always has room; it takes twice as many at once. */
const USUAL_OBJECT = 1 << 22;

/** What writes parts of tables as Parquet, one after another. */
export interface PartWriter {
  /** Writes the rows of all segments, in their order, to a file. */
  write(schema: TableSchema, segments: readonly Segment[], file: string): Promise<void>;
  close(): void;
}

/** Returns a writer of parts; `spill` is a folder for what memory does not hold. The same rows give the same bytes. */
export async function openPartWriter(spill: string): Promise<PartWriter> {
  const instance = await DuckDBInstance.create(":memory:", {
    // One thread keeps the order of rows, and so the bytes.
    threads: "1",
    autoinstall_known_extensions: "false",
    memory_limit: MEMORY_LIMIT,
    temp_directory: spill,
  });
  const connection = await instance.connect();
  return {
    async write(schema, segments, file) {
      const metadata = `KV_METADATA {${SCHEMA_KEY}: ${literal(JSON.stringify(schema))}}`;
      const copy = (from: string) =>
        connection.run(`COPY (${from}) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd, ${metadata})`);
      try {
        const [only, ...others] = segments;
        if (only !== undefined && others.length === 0) {
          await copy(selectOf(schema, only));
          return;
        }
        await connection.run(`CREATE TEMP TABLE part (${declared(schema)})`);
        for (const segment of segments) await connection.run(`INSERT INTO part ${selectOf(schema, segment)}`);
        await copy("SELECT * FROM part");
        await connection.run("DROP TABLE part");
      } catch (cause) {
        const told = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
        throw new YoronError({ code: "unwritable", what: "cannot write the part", value: file, next: told, cause });
      }
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function declared(schema: TableSchema): string {
  return corpusColumns(schema)
    .map(({ name, type }) => `${identifier(name)} ${duckType(type)}`)
    .join(", ");
}

function selectOf(schema: TableSchema, segment: Segment): string {
  if ("part" in segment) {
    const names = corpusColumns(schema).map(({ name }) => identifier(name));
    const { part, from, rows } = segment;
    return `SELECT ${names.join(", ")} FROM read_parquet(${literal(part)}, file_row_number = true) WHERE file_row_number >= ${from} AND file_row_number < ${from + rows}`;
  }
  const types = corpusColumns(schema).map(({ name, type }) => `${literal(name)}: ${literal(String(duckType(type)))}`);
  return `SELECT * FROM read_json(${literal(segment.lines)}, format = 'newline_delimited', maximum_object_size = ${Math.max(USUAL_OBJECT, segment.longest + 1)}, columns = {${types.join(", ")}})`;
}
