import { visible } from "../../model/visible.ts";
import type { Parts } from "../verbs/parts.ts";
import { type Arrangement, arrange } from "./arrange.ts";
import { columnsOf, cut, pad } from "./columns.ts";
import { isNumeric } from "./shown.ts";

export interface TextOptions {
  /** Rows to show at most. Default 10. */
  readonly rows?: number;
  /** Terminal columns to use at most. Default 120. */
  readonly width?: number;
}

const WIDEST_CELL = 40;
const LONGEST_VALUE = 24;
const GAP = "  ";

/** Returns a table's first rows as plain text, aligned also where characters are full-width, with what is left out. */
export function tableText(table: Parts, { rows = 10, width = 120 }: TextOptions = {}): string {
  const shown = Math.min(rows, table.length);
  const { columns, folded } = arrange(table, shown);
  const drawn: string[][] = [];
  let used = 0;
  for (const { column, cells } of columns) {
    const texts = cells.map((text) => cut(visible(text.replace(/\s*[\r\n]+\s*/g, " ⏎ ")), WIDEST_CELL));
    const wide = Math.max(columnsOf(column.name), ...texts.map(columnsOf));
    if (drawn.length > 0 && used + wide + GAP.length > width) break;
    used += wide + GAP.length;
    drawn.push([column.name, "─".repeat(wide), ...texts].map((text) => pad(text, wide, isNumeric(column))));
  }
  const lines = Array.from({ length: shown + 2 }, (_, line) =>
    drawn
      .map((column) => column[line] ?? "")
      .join(GAP)
      .trimEnd(),
  );
  const left = columns.slice(drawn.length).map(({ column }) => column.name);
  return [...lines, countLine(table, shown, left), ...foldedLine(folded)].join("\n");
}

/** Returns `comments: 34 rows, 17 columns; first 10 shown; not shown: sourceId`. */
export function countLine({ schema, length }: Parts, rows: number, left: readonly string[]): string {
  const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? "" : "s"}`;
  return [
    `${schema.name}: ${count(length, "row")}, ${count(schema.columns.length, "column")}`,
    ...(rows < length ? [`first ${rows} shown`] : []),
    ...(left.length > 0 ? [`not shown: ${left.join(", ")}`] : []),
  ].join("; ");
}

/** Returns `in every row: discussion = 港の話, down = –`; nothing where no column is folded. */
export function foldedLine(folded: Arrangement["folded"]): string[] {
  if (folded.length === 0) return [];
  const told = folded.map(({ name, value }) => `${name} = ${cut(visible(value.replace(/\s+/g, " ")), LONGEST_VALUE)}`);
  return [`in every row: ${told.join(", ")}`];
}
