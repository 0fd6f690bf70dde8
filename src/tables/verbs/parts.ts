import { YoronError } from "../../model/error.ts";
import type { Cell, Column, TableSchema } from "../schema.ts";

/** What a table is made of, and what a verb makes of it: frozen columns of one length under their names. */
export interface Parts {
  readonly schema: TableSchema;
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
  readonly length: number;
}

/** Returns a column's cells; throws `unknown-column`, which lists the known ones. */
export function cellsOf({ schema, cells }: Parts, name: string): readonly Cell[] {
  const found = cells.get(name);
  if (found === undefined) throw unknownColumn(name, schema);
  return found;
}

/** Returns a column's declaration; throws as {@link cellsOf} does. */
export function columnOf({ schema }: Parts, name: string): Column {
  const found = schema.columns.find((column) => column.name === name);
  if (found === undefined) throw unknownColumn(name, schema);
  return found;
}

/** Returns the parts with the rows of these numbers, in this order. */
export function takeRows({ schema, cells }: Parts, rows: ArrayLike<number>): Parts {
  const taken = new Map<string, readonly Cell[]>();
  for (const [name, column] of cells) taken.set(name, Object.freeze(Array.from(rows, (row) => column[row]!)));
  return { schema, cells: taken, length: rows.length };
}

/** Returns row `index` as an object in column order. */
export function rowAt({ cells }: Parts, index: number): Record<string, Cell> {
  const row: Record<string, Cell> = {};
  for (const [name, column] of cells) row[name] = column[index]!;
  return row;
}

/** The error for a column that a table does not have. */
export function unknownColumn(name: string, schema: TableSchema): YoronError {
  return new YoronError({
    code: "unknown-column",
    what: `table "${schema.name}" has no column`,
    value: name,
    next: `the table has: ${schema.columns.map((column) => column.name).join(", ")}`,
  });
}
