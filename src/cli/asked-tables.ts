import { type NamedTable, tables } from "../index.ts";

/** Words of SQL by which it reads, or tells of, tables that none of its words names. */
const REACHES_ALL =
  /\b(?:query|query_table|database|duckdb_\w+|pg_\w+|sqlite_\w+|information_schema|pragma\w*|show|describe|summarize)\b/i;

/** Returns the tables of which SQL may read rows: those it names, and those behind the views it names; null if it may read any. */
export function askedTables(
  sql: string,
  views: readonly { readonly name: string; readonly tables: readonly string[] }[],
): readonly NamedTable[] | null {
  if (REACHES_ALL.test(sql)) return null;
  const isNamed = ({ name }: { readonly name: string }) => new RegExp(`\\b${name}\\b`, "i").test(sql);
  const behind = new Set(views.filter(isNamed).flatMap((view) => view.tables));
  return tables.filter((table) => isNamed(table) || behind.has(table.name));
}
