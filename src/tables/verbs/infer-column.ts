import type { Cell, Column, ColumnType } from "../schema.ts";

/** Returns the declaration of a column that was computed: its type and nullability as its cells show them. */
export function inferColumn(name: string, cells: readonly Cell[], meaning = ""): Column {
  const known = cells.filter((cell) => cell !== null);
  const column = { name, type: typeOf(known), meaning };
  return known.length === cells.length && cells.length > 0 ? { ...column, nullable: false } : column;
}

function typeOf(cells: readonly Cell[]): ColumnType {
  const every = (test: (cell: Cell) => boolean): boolean => cells.length > 0 && cells.every(test);
  if (every((cell) => typeof cell === "number")) return every(Number.isInteger) ? "integer" : "number";
  if (every((cell) => typeof cell === "boolean")) return "boolean";
  if (every(Array.isArray)) return "list";
  if (every((cell) => typeof cell === "object")) return "struct";
  return "string";
}
