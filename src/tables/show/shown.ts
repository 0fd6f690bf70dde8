import type { Cell, Column } from "../schema.ts";

/** The sign for null, which is neither an empty text nor zero. */
export const NULL = "–";

const MOST_DECIMALS = 3;

/** Whether a column's cells are aligned to the right. */
export const isNumeric = ({ type }: Column): boolean => type === "integer" || type === "number";

/** The column whose cells are ids of discussions, which people know by their titles. */
export const DISCUSSION_COLUMN = "discussion";

/** From this number of digits on, thousands are set apart; years and small counts are read without. */
const GROUPED_FROM = 10_000;

/**
 * Returns a column's cells for reading: numbers with the same decimals (three at most) and their thousands set apart,
 * lists and structs as JSON, discussions by their titles.
 */
export function shownCells(column: Column, cells: readonly Cell[], titles?: ReadonlyMap<string, string>): string[] {
  if (column.name === DISCUSSION_COLUMN && titles !== undefined)
    return cells.map((cell) => titles.get(String(cell)) ?? shown(cell));
  if (column.type === "integer") return cells.map((cell) => (typeof cell === "number" ? grouped(cell) : shown(cell)));
  if (column.type !== "number") return cells.map(shown);
  const numbers = cells.filter((cell) => typeof cell === "number");
  const decimals = Math.max(0, ...numbers.map((number) => decimalsOf(number)));
  return cells.map((cell) =>
    typeof cell === "number" && Number.isFinite(cell)
      ? cell.toFixed(decimals).replace(/^-(0(?:\.0+)?)$/, "$1")
      : shown(cell),
  );
}

function grouped(number: number): string {
  const digits = String(number);
  return Math.abs(number) < GROUPED_FROM || !Number.isInteger(number)
    ? digits
    : digits.replace(/\d(?=(?:\d{3})+$)/g, "$&,");
}

function shown(cell: Cell): string {
  if (cell === null) return NULL;
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

function decimalsOf(number: number): number {
  const text = String(Number(number.toFixed(MOST_DECIMALS)));
  return text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
}
