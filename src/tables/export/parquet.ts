import { createReadStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { YoronError } from "../../model/error.ts";
import { makeScratch } from "../../model/scratch.ts";
import { type AnyPieces, piecesOf } from "../pieces.ts";
import type { Column, TableSchema } from "../schema.ts";
import type { Table } from "../table.ts";
import { cellsBack } from "./cells-back.ts";
import { createTable, identifier, literal } from "./duckdb/create-table.ts";
import { cellOf, columnOf } from "./duckdb/values.ts";
import { SCHEMA_KEY } from "./storage.ts";

const IN_MEMORY = ":memory:";

/**
 * Returns a table as Parquet (zstd) with proper types, nested lists of structs, and the schema in the file's metadata.
 *
 * DuckDB writes to files only, so the bytes pass through a temporary one.
 */
export async function toParquet(table: Table): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of parquetPieces(piecesOf(table))) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

/**
 * Returns a table as {@link toParquet} does, a part of the file at a time. Rows are handed to DuckDB piece by piece and lie
 * on disk until they are written, in row groups of 122,880.
 */
export async function* parquetPieces(pieces: AnyPieces): AsyncGenerator<Uint8Array, void, undefined> {
  const folder = await makeScratch();
  try {
    const path = join(folder, "table.parquet");
    await inDuckdb(join(folder, "table.duckdb"), async (connection) => {
      const { name } = pieces.schema;
      await createTable(connection, pieces, { keys: false });
      const metadata = `KV_METADATA {${SCHEMA_KEY}: ${literal(JSON.stringify(pieces.schema))}}`;
      await connection.run(
        `COPY ${identifier(name)} TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, ${metadata})`,
      );
    });
    for await (const part of createReadStream(path)) yield part as Uint8Array;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns the table of a Parquet file; one that {@link toParquet} wrote comes back as it was, with its schema. */
export async function fromParquet(bytes: Uint8Array, schema: TableSchema | null): Promise<Table> {
  const folder = await makeScratch();
  const path = join(folder, "table.parquet");
  return inDuckdb(IN_MEMORY, async (connection) => {
    try {
      await writeFile(path, bytes);
      const known = schema ?? (await schemaIn(connection, path));
      const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet(${literal(path)})`);
      const names = reader.columnNames();
      // Without rows there are no chunks, and DuckDB gives no columns.
      const cells = reader.getColumns();
      const columns = new Map(names.map((name, index) => [name, (cells[index] ?? []).map(cellOf)]));
      const types = reader.columnTypes();
      const found: TableSchema = known ?? {
        name: "parquet",
        description: "A Parquet file.",
        columns: names.map((name, index): Column => columnOf(name, types[index]!)),
      };
      return cellsBack(found, (name) => columns.get(name));
    } catch (cause) {
      if (cause instanceof YoronError) throw cause;
      throw new YoronError({
        code: "malformed",
        what: "cannot read the Parquet file:",
        value: cause instanceof Error ? cause.message.split("\n")[0] : String(cause),
        cause,
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function schemaIn(connection: DuckDBConnection, path: string): Promise<TableSchema | null> {
  const found = await connection.runAndReadAll(
    `SELECT decode(value) FROM parquet_kv_metadata(${literal(path)}) WHERE decode(key) = ${literal(SCHEMA_KEY)}`,
  );
  const text = found.getRows()[0]?.[0];
  return typeof text === "string" ? (JSON.parse(text) as TableSchema) : null;
}

/** Memory that DuckDB may take; what is beyond lies beside the database's file. */
const MEMORY_LIMIT = "256MB";

async function inDuckdb<T>(file: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(file, {
    // One thread, so that the same table gives the same bytes.
    threads: "1",
    autoinstall_known_extensions: "false",
    ...(file === IN_MEMORY ? {} : { memory_limit: MEMORY_LIMIT }),
  });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
