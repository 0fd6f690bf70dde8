import { cellsOf, type Parts } from "../verbs/parts.ts";
import { isNumeric, NULL, shownCells } from "./shown.ts";
import { countLine } from "./table-text.ts";

export interface HtmlOptions {
  /** Rows to show at most. Default 20. */
  readonly rows?: number;
}

const LONGEST_CELL = 120;

/**
 * Writes a table's first rows as an HTML table, everything escaped, numbers aligned to the right, with the count below.
 *
 * Styles stand on the elements, since notebooks take style sheets away.
 */
export function tableHtml(table: Parts, { rows = 20 }: HtmlOptions = {}): string {
  const shown = Math.min(rows, table.length);
  const columns = table.schema.columns.map((column) => ({
    align: isNumeric(column) ? "right" : "left",
    column,
    cells: shownCells(column, cellsOf(table, column.name).slice(0, shown)),
  }));
  const head = columns.map(({ column, align }) => {
    const meaning = [column.meaning, ...(column.unit === undefined ? [] : [`(${column.unit})`])].join(" ").trim();
    return `<th style="text-align:${align}"${meaning === "" ? "" : ` title="${escapeHtml(meaning)}"`}>${escapeHtml(column.name)}</th>`;
  });
  const body = Array.from({ length: shown }, (_, row) => {
    const cells = columns.map(({ align, cells: texts }) => {
      const text = texts[row] ?? "";
      const style = `text-align:${align}${align === "right" ? ";font-variant-numeric:tabular-nums" : ""}`;
      return `<td style="${style}"${text.length > LONGEST_CELL ? ` title="${escapeHtml(text)}"` : ""}>${inner(text)}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const count = escapeHtml(countLine(table, shown, table.schema.columns.length));
  return [
    '<table class="dataframe yoron-table">',
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>\n${body.join("\n")}\n</tbody>`,
    `</table>\n<p style="opacity:.7">${count}</p>`,
  ].join("\n");
}

function inner(text: string): string {
  if (text === NULL) return `<span style="opacity:.5">${NULL}</span>`;
  const cut = text.length > LONGEST_CELL ? `${wholeCharacters(text.slice(0, LONGEST_CELL))}…` : text;
  return escapeHtml(cut).replace(/\r\n?|\n/g, "<br>");
}

/** Drops half of a surrogate pair at the end. */
const wholeCharacters = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, "");

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Makes a text safe in HTML and in its attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
