import type { Discussion } from "../model/discussion.ts";
import { fromSafe } from "../text/safe-cell.ts";
import type { Decoded } from "./format.ts";
import { separatedRows } from "./separated-rows.ts";
import { readTable } from "./tables/read-table.ts";
import type { TableRow } from "./tables/source-table.ts";

export { titleFromPath } from "./tables/article-notes.ts";

/**
 * Returns the discussions of separated values, read as a table of comments; what was written to be no formula (`'=SUM`)
 * loses its guard.
 */
export function readSeparated(decoded: Decoded, format: string, separator: string): Iterable<Discussion> {
  return readTable(decoded, { format, separator, names: null, rows: unguarded(decoded, separator), notes: [] });
}

function* unguarded(decoded: Decoded, separator: string): Generator<TableRow, void, undefined> {
  for (const row of separatedRows(decoded, separator)) yield { ...row, cells: row.cells.map(fromSafe) };
}
