import type { Cell, Column } from "../schema.ts";

/** Stands for null, which is neither an empty text nor zero. */
export const NULL = "–";

const MOST_DECIMALS = 3;

/** Whether a column's cells are aligned to the right. */
export const isNumeric = ({ type }: Column): boolean => type === "integer" || type === "number";

/** Writes a column's cells for reading: numbers with the same decimals (three at most), lists and structs as JSON. */
export function shownCells(column: Column, cells: readonly Cell[]): string[] {
  if (column.type !== "number") return cells.map(shown);
  const numbers = cells.filter((cell) => typeof cell === "number");
  const decimals = Math.max(0, ...numbers.map((number) => decimalsOf(number)));
  return cells.map((cell) =>
    typeof cell === "number" && Number.isFinite(cell)
      ? cell.toFixed(decimals).replace(/^-(0(?:\.0+)?)$/, "$1")
      : shown(cell),
  );
}

function shown(cell: Cell): string {
  if (cell === null) return NULL;
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

function decimalsOf(number: number): number {
  const text = String(Number(number.toFixed(MOST_DECIMALS)));
  return text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
}
