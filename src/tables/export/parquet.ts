import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { YoronError } from "../../model/error.ts";
import type { Column, TableSchema } from "../schema.ts";
import type { Table } from "../table.ts";
import { cellsBack } from "./cells-back.ts";
import { createTable, identifier, literal } from "./duckdb/create-table.ts";
import { cellOf, columnOf } from "./duckdb/values.ts";
import { SCHEMA_KEY } from "./storage.ts";

/**
 * Returns a table as Parquet (zstd) with proper types, nested lists of structs, and the schema in the file's metadata.
 *
 * DuckDB writes to files only, so the bytes pass through a temporary one.
 */
export async function toParquet(table: Table): Promise<Uint8Array> {
  return inDuckdb(async (connection, path) => {
    await createTable(connection, table, { keys: false });
    const metadata = `KV_METADATA {${SCHEMA_KEY}: ${literal(JSON.stringify(table.schema))}}`;
    await connection.run(
      `COPY ${identifier(table.name)} TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, ${metadata})`,
    );
    return new Uint8Array(await readFile(path));
  });
}

/** Returns the table of a Parquet file; one that {@link toParquet} wrote comes back as it was, with its schema. */
export async function fromParquet(bytes: Uint8Array, schema: TableSchema | null): Promise<Table> {
  return inDuckdb(async (connection, path) => {
    await writeFile(path, bytes);
    try {
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

async function inDuckdb<T>(work: (connection: DuckDBConnection, path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "yoron-"));
  // One thread, so that the same table gives the same bytes.
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", autoinstall_known_extensions: "false" });
  const connection = await instance.connect();
  try {
    return await work(connection, join(folder, "table.parquet"));
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}
