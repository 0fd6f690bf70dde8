import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { makeScratch } from "../../model/scratch.ts";
import { notWholeParquet } from "./not-whole-parquet.ts";
import type { Grid, TableRow } from "./source-table.ts";

/**
 * Returns the table of a Parquet file, read with DuckDB, its cells as text; lists and structs are JSON. DuckDB reads
 * files only, so one is made.
 */
export async function readParquet(bytes: Uint8Array, path: string): Promise<Grid> {
  const folder = await makeScratch();
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", autoinstall_known_extensions: "false" });
  const connection = await instance.connect();
  try {
    const file = join(folder, "table.parquet");
    await writeFile(file, bytes);
    const source = `read_parquet('${file.replaceAll("'", "''")}')`;
    const shape = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`);
    const columns = shape.getRows().map(([name, type]) => [String(name), String(type)] as const);
    const selected = columns.map(([name, type]) => textSql(`"${name.replaceAll('"', '""')}"`, type));
    const found = await connection.runAndReadAll(`SELECT ${selected.join(", ")} FROM ${source}`);
    const rows: TableRow[] = found.getRows().map((cells, index) => ({
      cells: cells.map((cell, place) => shown(cell, columns[place]![1])),
      number: index + 1,
    }));
    return { format: "parquet", names: columns.map(([name]) => name), rows, separator: null, notes: [] };
  } catch (cause) {
    throw notWholeParquet(path, cause);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

function textSql(column: string, type: string): string {
  return /\[\d*\]$|^(?:STRUCT|MAP|UNION)\b/.test(type) ? `to_json(${column})::VARCHAR` : `${column}::VARCHAR`;
}

/** A time with a zone is shown in UTC, `+00`; an empty list says nothing. */
function shown(cell: unknown, type: string): string {
  const text = cell === null || cell === undefined ? "" : String(cell);
  if (text === "[]" && type.endsWith("]")) return "";
  return type === "TIMESTAMP WITH TIME ZONE" ? text.replace(/\+00$/, "Z") : text;
}
