import type { TableSchema } from "./schema.ts";
import type { Table } from "./table.ts";

/** Rows of a piece where nothing asks for another number: enough to be quick, few enough to weigh little. */
export const PIECE_ROWS = 8_192;

/**
 * A table that is never there as a whole: its rows are made when they are asked for, a piece of at most so many rows at
 * a time, and each time they are asked for anew.
 */
export interface TablePieces {
  readonly schema: TableSchema;
  /** Returns tables of at most `rows` rows, one after another; none where there is no row. */
  readonly pieces: (rows?: number) => Iterable<Table>;
}

/** A table as {@link TablePieces}, whose pieces are fetched: of a corpus on disk. */
export interface FetchedPieces {
  readonly schema: TableSchema;
  /** Returns tables one after another, as long as they lie there; none where there is no row. */
  readonly pieces: (rows?: number) => AsyncIterable<Table>;
}

/** A table in pieces that are made, or fetched. */
export type AnyPieces = TablePieces | FetchedPieces;

/**
 * Returns a table that is there as pieces of it.
 *
 * @example
 * [...piecesOf(commentTable(analysis)).pieces(10)].map(({ length }) => length); // [10, 10, 4]
 */
export function piecesOf(table: Table): TablePieces {
  return {
    schema: table.schema,
    *pieces(rows = PIECE_ROWS) {
      for (let from = 0; from < table.length; from += rows)
        yield table.length <= rows ? table : table.slice(from, from + rows);
    },
  };
}

/** Returns rows in lists of at most so many. */
export function* inLists<Row>(rows: Iterable<Row>, most: number): Generator<Row[], void, undefined> {
  let list: Row[] = [];
  for (const row of rows) {
    list.push(row);
    if (list.length < most) continue;
    yield list;
    list = [];
  }
  if (list.length > 0) yield list;
}

/** Returns tables anew as tables of at most so many rows: one that is longer is cut, and none is joined to another. */
export async function* cutAt(
  tables: Iterable<Table> | AsyncIterable<Table>,
  rows: number,
): AsyncGenerator<Table, void, undefined> {
  for await (const table of tables) yield* piecesOf(table).pieces(rows);
}
