import { type Cell, type Column, type TableSchema, unknownColumn } from "../schema.ts";

/** What a table is made of, and what a verb makes of it: frozen columns of one length under their names. */
export interface Parts {
  readonly schema: TableSchema;
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
  readonly length: number;
  /** What discussions are called by their ids, for showing them. */
  readonly titles?: ReadonlyMap<string, string> | undefined;
  /** Whether all columns are shown in their order, since somebody chose them: by `select`, in a query, by hand. */
  readonly asGiven?: boolean;
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
export function takeRows(parts: Parts, rows: ArrayLike<number>): Parts {
  const taken = new Map<string, readonly Cell[]>();
  for (const [name, column] of parts.cells) {
    // A loop, for a table of tokens has millions of rows.
    const cells: Cell[] = [];
    for (let i = 0; i < rows.length; i++) cells.push(column[rows[i]!]!);
    taken.set(name, Object.freeze(cells));
  }
  return { ...parts, cells: taken, length: rows.length };
}

/** Returns row `index` as an object in column order. */
export function rowAt({ cells }: Parts, index: number): Record<string, Cell> {
  const row: Record<string, Cell> = {};
  for (const [name, column] of cells) row[name] = column[index]!;
  return row;
}
