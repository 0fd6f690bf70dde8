import type { Cell, Column, TableSchema } from "../schema.ts";
import { Table } from "../table.ts";
import { textOf } from "./storage.ts";

/**
 * Returns the table again that is made of the columns that a typed format holds; a column that is not there is left
 * out.
 */
export function cellsBack(schema: TableSchema, stored: (name: string) => readonly Cell[] | undefined): Table {
  const columns = schema.columns.filter(({ name }) => stored(name) !== undefined);
  const cells = columns.map((column) => {
    const from = (column.type === "timestamp" ? stored(textOf(column.name)) : undefined) ?? stored(column.name) ?? [];
    return [column.name, from.map((cell) => cellBack(cell, column))] as const;
  });
  return Table.fromColumns({ ...schema, columns }, Object.fromEntries(cells));
}

/** What was held as text for want of a type is parsed again. */
function cellBack(cell: Cell, column: Column): Cell {
  if (cell === null) return null;
  const { type, items, fields } = column;
  if (type === "integer" && typeof cell === "string") {
    const number = Number(cell);
    return Number.isSafeInteger(number) ? number : cell;
  }
  if (type === "list") {
    if (typeof cell === "string") return JSON.parse(cell) as Cell;
    const inner: Column = {
      name: "",
      meaning: "",
      type: items ?? "struct",
      ...(fields === undefined ? {} : { fields }),
    };
    return (cell as readonly Cell[]).map((each) => cellBack(each, inner));
  }
  if (type === "struct") {
    if (typeof cell === "string") return JSON.parse(cell) as Cell;
    const struct = cell as { readonly [field: string]: Cell };
    return Object.fromEntries((fields ?? []).map((field) => [field.name, cellBack(struct[field.name] ?? null, field)]));
  }
  return cell;
}
