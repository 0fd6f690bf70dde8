import { type DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import { YoronError } from "../../../model/error.ts";
import { type AnyPieces, cutAt } from "../../pieces.ts";
import type { TableSchema } from "../../schema.ts";
import { storedCell, storedColumnsOf } from "../storage.ts";
import { duckType, duckValue } from "./values.ts";

/** Rows of a chunk, DuckDB's vector size. */
const CHUNK = 2048;

/** Returns a name, quoted for SQL. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** Returns a text, quoted for SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Adds a table to the database with its types, its primary key (`discussion` and the key column) and, as comments, the
 * meaning of every column.
 */
export async function createTable(connection: DuckDBConnection, table: AnyPieces, { keys = true } = {}): Promise<void> {
  const columns = await storedColumnsOf(table);
  const { name: tableName } = table.schema;
  const declared = columns.map(
    ({ name, type, column }) => `${identifier(name)} ${duckType(type)}${column?.nullable === false ? " NOT NULL" : ""}`,
  );
  const primary = keys ? primaryKey(table.schema) : [];
  if (primary.length > 0) declared.push(`PRIMARY KEY (${primary.map(identifier).join(", ")})`);
  await connection.run(`CREATE TABLE ${identifier(tableName)} (${declared.join(", ")})`);
  await comment(connection, table.schema);

  const appender = await connection.createAppender(tableName);
  const types = columns.map(({ type }) => duckType(type));
  try {
    for await (const piece of cutAt(table.pieces(CHUNK), CHUNK)) {
      const chunk = DuckDBDataChunk.create(types, piece.length);
      for (const [index, { from, type }] of columns.entries()) {
        chunk.setColumnValues(
          index,
          piece.column(from).map((cell) => duckValue(storedCell(cell, type), type)),
        );
      }
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new YoronError({
      code: "bad-value",
      what: `table "${tableName}" does not fit its declaration:`,
      value: reason,
      next: "was the same page given twice?",
      cause,
    });
  } finally {
    closeQuietly(appender);
  }
}

/** Adds an empty table of a schema to the database. */
export async function createEmptyTable(connection: DuckDBConnection, schema: TableSchema): Promise<void> {
  await createTable(connection, { schema, pieces: () => [] });
}

/** Closing flushes what is left, and fails once more if that failed. */
function closeQuietly(appender: { clear(): void; closeSync(): void }): void {
  try {
    appender.closeSync();
  } catch {
    // The failure has been told already.
  }
}

/** The columns that tell a table's rows apart: an id is unique within its discussion. */
export function primaryKey({ columns }: TableSchema): string[] {
  const key = columns.filter((column) => column.key === "primary").map(({ name }) => name);
  if (key.length === 0 || key.includes("discussion")) return key;
  return columns.some(({ name }) => name === "discussion") ? ["discussion", ...key] : key;
}

async function comment(connection: DuckDBConnection, { name: table, description, columns }: TableSchema) {
  const statements = [`COMMENT ON TABLE ${identifier(table)} IS ${literal(description)}`];
  for (const { name, meaning, key } of columns) {
    const refers = key === undefined || key === "primary" ? "" : ` (${key})`;
    statements.push(`COMMENT ON COLUMN ${identifier(table)}.${identifier(name)} IS ${literal(meaning + refers)}`);
  }
  await connection.run(statements.join("; "));
}
