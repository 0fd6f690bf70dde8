import type { Cell, Column } from "../schema.ts";
import { cellsOf, type Parts } from "../verbs/parts.ts";
import { DISCUSSION_COLUMN, shownCells } from "./shown.ts";

/** A column as it is shown: its declaration, and the cells of the first rows written for reading. */
export interface ShownColumn {
  readonly column: Column;
  readonly cells: readonly string[];
}

/** The columns that are shown, in their order, and those that say the same in every row. */
export interface Arrangement {
  readonly columns: readonly ShownColumn[];
  /** Name and one cell of each column that is told in a line instead: of one value, or empty. */
  readonly folded: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Returns the columns in the order in which they are shown: what names a row, then its words, then the rest. Columns
 * that have one value in all rows, or none, are folded. An order that somebody chose by `select` stays as it is.
 */
export function arrange(parts: Parts, rows: number): Arrangement {
  const { columns } = parts.schema;
  const constant = parts.asGiven === true ? [] : columns.filter(({ name }) => isConstant(cellsOf(parts, name)));
  const folded = constant.length === columns.length ? [] : constant;
  const left = columns.filter((column) => !folded.includes(column));
  const ordered = parts.asGiven === true ? left : [...left].sort((a, b) => rank(a) - rank(b));
  const shown = (column: Column, count: number): string[] =>
    shownCells(column, cellsOf(parts, column.name).slice(0, count), parts.titles);
  return {
    columns: ordered.map((column) => ({ column, cells: shown(column, rows) })),
    folded: folded.map((column) => ({ name: column.name, value: shown(column, 1)[0] ?? "" })),
  };
}

/** Whether all of several cells are alike. */
function isConstant(cells: readonly Cell[]): boolean {
  const [first] = cells;
  return cells.length > 1 && cells.every((cell) => cell === first || (isEmpty(cell) && isEmpty(first)));
}

const isEmpty = (cell: Cell | undefined): boolean => Array.isArray(cell) && cell.length === 0;

function rank({ name, key }: Column): number {
  if (name === DISCUSSION_COLUMN || name === "unit" || key === "primary") return 0;
  return name === "text" ? 1 : 2;
}
