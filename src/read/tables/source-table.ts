import type { Note } from "../../model/discussion.ts";

/** A row of a table that is a source. */
export interface TableRow {
  readonly cells: readonly string[];
  /** As a spreadsheet counts: the first row is 1, blank rows count too. */
  readonly number: number;
  /** Whether a quote stood where RFC 4180 has none; it was kept as text. */
  readonly oddQuotes?: boolean;
}

/** Rows of cells before anybody knows which of them is the header: what CSV, workbooks and typed files have in common. */
export interface Grid {
  /** The name of the format that reads it. */
  readonly format: string;
  /** Names of the columns where the file itself has them; `null` where they stand in a row. */
  readonly names: readonly string[] | null;
  readonly rows: Iterable<TableRow>;
  /** The separator where a row can be longer or shorter than its header; `null` where all rows have the same columns. */
  readonly separator: string | null;
  readonly notes: readonly Note[];
}

/** A table with its header settled; a row is a comment, or an answer to each of several questions. */
export interface SourceTable extends Grid {
  readonly names: readonly string[];
  /** Other names under which a column may be asked for: the code that stands above a question. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Rows of a header at most, title rows above it counted. */
export const HEAD = 30;

/** Returns the first rows of a stream; `rows` gives them again, and the others after them. */
export function headOf(
  rows: Iterable<TableRow>,
  count = HEAD,
): { readonly head: readonly TableRow[]; readonly rest: Iterator<TableRow> } {
  const rest = rows[Symbol.iterator]();
  const head: TableRow[] = [];
  while (head.length < count) {
    const next = rest.next();
    if (next.done === true) break;
    head.push(next.value);
  }
  return { head, rest };
}

/** Returns the rows of a list, then those of a stream. */
export function* followed(head: readonly TableRow[], rest: Iterator<TableRow>): Generator<TableRow, void, undefined> {
  yield* head;
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
}
