import { cellsOf, type Parts } from "../verbs/parts.ts";
import { columnsOf, cut, pad } from "./columns.ts";
import { isNumeric, shownCells } from "./shown.ts";

export interface TextOptions {
  /** Rows to show at most. Default 10. */
  readonly rows?: number;
  /** Terminal columns to use at most. Default 120. */
  readonly width?: number;
}

const WIDEST_CELL = 40;
const GAP = "  ";

/** Draws a table's first rows as plain text, aligned also where characters are full-width, and says what is left out. */
export function tableText(table: Parts, { rows = 10, width = 120 }: TextOptions = {}): string {
  const shown = Math.min(rows, table.length);
  const drawn: { name: string; lines: string[]; width: number }[] = [];
  let used = 0;
  for (const column of table.schema.columns) {
    const cells = shownCells(column, cellsOf(table, column.name).slice(0, shown)).map((text) =>
      cut(text.replace(/\s*[\r\n]+\s*/g, " ⏎ "), WIDEST_CELL),
    );
    const wide = Math.max(columnsOf(column.name), ...cells.map(columnsOf));
    if (drawn.length > 0 && used + wide + GAP.length > width) break;
    used += wide + GAP.length;
    const right = isNumeric(column);
    const lines = [column.name, "─".repeat(wide), ...cells].map((text) => pad(text, wide, right));
    drawn.push({ name: column.name, lines, width: wide });
  }
  const lines = Array.from({ length: shown + 2 }, (_, line) =>
    drawn
      .map((column) => column.lines[line] ?? "")
      .join(GAP)
      .trimEnd(),
  );
  return [...lines, countLine(table, shown, drawn.length)].join("\n");
}

/** `comments: 34 rows, 17 columns; shown: 10 rows; not shown: text`. */
export function countLine({ schema, length }: Parts, rows: number, columns: number): string {
  const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? "" : "s"}`;
  const left = schema.columns.slice(columns).map(({ name }) => name);
  return [
    `${schema.name}: ${count(length, "row")}, ${count(schema.columns.length, "column")}`,
    ...(rows < length ? [`first ${rows} shown`] : []),
    ...(left.length > 0 ? [`not shown: ${left.join(", ")}`] : []),
  ].join("; ");
}
