import type { Parts } from "../verbs/parts.ts";
import { arrange, type ShownColumn } from "./arrange.ts";
import { cut } from "./columns.ts";
import { DISCUSSION_COLUMN, isNumeric, NULL } from "./shown.ts";
import { countLine, foldedLine } from "./table-text.ts";

export interface HtmlOptions {
  /** Rows to show at most. Default 20. */
  readonly rows?: number;
}

/** From this many columns of a terminal on a cell is folded, and opened by a click. */
const LONGEST_CELL = 160;
/** A cell up to this long stays on one line; a longer one has room to be read. */
const SHORT_CELL = 32;
/** Among more columns than this, titles of discussions, which come again in every row, are cut to so many columns of a terminal. */
const CROWDED = 8;
const SHORT_TITLE = 24;

/**
 * Returns a table's first rows as an HTML table, everything escaped, numbers aligned to the right, with the count
 * below.
 *
 * Words come first and have room; long ones are opened by a click; columns that say the same in every row are told in a
 * line; what is higher than 480 pixels scrolls. Styles stand on the elements, since notebooks take style sheets away.
 */
export function tableHtml(table: Parts, { rows = 20 }: HtmlOptions = {}): string {
  const shown = Math.min(rows, table.length);
  const { columns, folded } = arrange(table, shown);
  const body = Array.from(
    { length: shown },
    (_, row) => `<tr>${columns.map((column) => cell(column, row, columns.length > CROWDED)).join("")}</tr>`,
  );
  const lines = [countLine(table, shown, []), ...foldedLine(folded)].map(escapeHtml);
  return [
    '<div style="max-height:480px;overflow:auto">',
    '<table class="dataframe yoron-table">',
    `<thead><tr>${columns.map(head).join("")}</tr></thead>`,
    `<tbody>\n${body.join("\n")}\n</tbody>`,
    "</table>\n</div>",
    `<p style="opacity:.7">${lines.join("<br>")}</p>`,
  ].join("\n");
}

function head({ column }: ShownColumn): string {
  const meaning = [column.meaning, ...(column.unit === undefined ? [] : [`(${column.unit})`])].join(" ").trim();
  const title = meaning === "" ? "" : ` title="${escapeHtml(meaning)}"`;
  return `<th style="text-align:${isNumeric(column) ? "right" : "left"}"${title}>${escapeHtml(column.name)}</th>`;
}

function cell({ column, cells }: ShownColumn, row: number, crowded: boolean): string {
  const text = cells[row] ?? "";
  if (crowded && column.name === DISCUSSION_COLUMN) {
    const title = escapeHtml(text);
    return `<td style="text-align:left;white-space:nowrap" title="${title}">${escapeHtml(cut(text, SHORT_TITLE))}</td>`;
  }
  if (isNumeric(column)) return `<td style="text-align:right;font-variant-numeric:tabular-nums">${inner(text)}</td>`;
  const room = text.length <= SHORT_CELL ? "white-space:nowrap" : "min-width:20em;max-width:44em;white-space:normal";
  return `<td style="text-align:left;${room}">${inner(text)}</td>`;
}

function inner(text: string): string {
  if (text === NULL) return `<span style="opacity:.5">${NULL}</span>`;
  const whole = lines(text);
  if (text.length <= LONGEST_CELL / 2) return whole;
  const short = cut(text, LONGEST_CELL);
  return short === text ? whole : `<details><summary>${lines(short)}</summary>${whole}</details>`;
}

const lines = (text: string): string => escapeHtml(text).replace(/\r\n?|\n/g, "<br>");

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Returns a text that is safe in HTML and in its attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
