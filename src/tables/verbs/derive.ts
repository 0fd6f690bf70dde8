import { deepFreeze } from "../../model/freeze.ts";
import type { Cell } from "../schema.ts";
import { inferColumn } from "./infer-column.ts";
import { type Parts, rowAt } from "./parts.ts";

/** What a computed column may give for a row; undefined and NaN are null. */
export type Derived = Cell | undefined;

/** Returns the table with computed columns behind its own; one of a name that is there takes its place. */
export function derive<R>(parts: Parts, made: Readonly<Record<string, (row: R, index: number) => Derived>>): Parts {
  // Rows of the parts are rows of the table's type.
  const rows = Array.from({ length: parts.length }, (_, index) => Object.freeze(rowAt(parts, index)) as R);
  const cells = new Map(parts.cells);
  const columns = [...parts.schema.columns];
  for (const [name, compute] of Object.entries(made)) {
    const values = Object.freeze(rows.map((row, index) => deepFreeze(plain(compute(row, index)))));
    const column = inferColumn(name, values);
    const place = columns.findIndex((known) => known.name === name);
    if (place < 0) columns.push(column);
    else columns[place] = column;
    cells.set(name, values);
  }
  return { ...parts, schema: { ...parts.schema, columns }, cells };
}

function plain(value: Derived): Cell {
  return value === undefined || Number.isNaN(value) ? null : value;
}
