import type { Cell } from "../schema.ts";
import { cellsOf, type Parts } from "./parts.ts";

/**
 * Returns a function that gives a row's key in some columns: rows with equal cells have equal keys, and 1 is not "1".
 * Under `matching` a row with a null among them has no key, since what is unknown equals nothing.
 */
export function keyOf(
  parts: Parts,
  names: readonly string[],
  { matching = false }: { readonly matching?: boolean } = {},
): (row: number) => string | null {
  const columns = names.map((name) => cellsOf(parts, name));
  return (row) => {
    if (matching && columns.some((cells) => cells[row] === null)) return null;
    return columns.length === 1 ? keyOfCell(columns[0]![row]!) : columns.map((cells) => keyOfCell(cells[row]!)).join();
  };
}

function keyOfCell(cell: Cell): string {
  return typeof cell === "number" ? String(cell) : JSON.stringify(cell);
}
