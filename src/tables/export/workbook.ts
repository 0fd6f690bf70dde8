import * as xlsx from "@e965/xlsx";
import { YoronError } from "../../model/error.ts";
import { loadTableWords, type TableWords } from "../../text/table-words.ts";
import type { Cell, Column } from "../schema.ts";
import type { Table } from "../table.ts";

export interface WorkbookOptions {
  /** Language of the sheets' names and headers: `en`, the default, is what Yoron calls its columns. */
  readonly lang?: "ja" | "en";
}

/** A workbook, and what of its tables did not fit. */
export interface Workbook {
  readonly bytes: Uint8Array;
  /** Tables with texts that were cut, and how many. */
  readonly cut: readonly { readonly table: string; readonly cells: number }[];
}

/** Rows that a sheet holds under its header. */
export const MOST_ROWS = 1_048_575;
/** UTF-16 code units that a cell holds. */
const LONGEST = 32_767;
const WIDEST = 60;

/**
 * Returns tables as one workbook of Excel (.xlsx), a sheet a table; null is an empty cell.
 *
 * Dates are dates as far as they name a day; texts are texts, and so no formulas; lists and structs are JSON. A text that
 * is longer than a cell holds ends in `…` and is counted. Throws `bad-value` for a table of more rows than a sheet holds.
 *
 * @example
 * const { bytes, cut } = toWorkbook([commentTable(analysis), entityTable(analysis)], { lang: "ja" });
 */
export function toWorkbook(tables: readonly Table[], { lang = "en" }: WorkbookOptions = {}): Workbook {
  const words = lang === "ja" ? loadTableWords() : () => null;
  const book = xlsx.utils.book_new();
  const cut = tables.flatMap((table) => {
    const { sheet, cells } = sheetOf(table, words);
    xlsx.utils.book_append_sheet(book, sheet, sheetName(words(table.name)?.title ?? table.name), true);
    return cells === 0 ? [] : [{ table: table.name, cells }];
  });
  const bytes: ArrayBuffer = xlsx.write(book, { type: "array", bookType: "xlsx", compression: true, bookSST: true });
  return { bytes: withFrozenHeaders(new Uint8Array(bytes)), cut };
}

const VIEW = '<sheetView workbookViewId="0"/>';
const FROZEN =
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';

/** An archive as the library of workbooks holds it, which gives it no type. */
interface Archive {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { content: ArrayLike<number>; size: number }[];
}

/** Returns the book with the header of each sheet staying in sight, which the library of workbooks does not write. */
function withFrozenHeaders(book: Uint8Array): Uint8Array {
  const archive: Archive = xlsx.CFB.read(book, { type: "buffer" });
  for (const [index, path] of archive.FullPaths.entries()) {
    const entry = archive.FileIndex[index];
    if (entry === undefined || !/worksheets\/[^/]+\.xml$/.test(path)) continue;
    const sheet = new TextDecoder().decode(Uint8Array.from(entry.content));
    // The first view only, so that a cell that says the same stays as it is.
    const changed = new TextEncoder().encode(sheet.replace(VIEW, FROZEN));
    entry.content = changed;
    entry.size = changed.length;
  }
  const bytes: ArrayBuffer = xlsx.CFB.write(archive, { type: "array", fileType: "zip", compression: true });
  return new Uint8Array(bytes);
}

function sheetOf(
  table: Table,
  words: (table: string, column: string) => TableWords | null,
): { readonly sheet: xlsx.WorkSheet; readonly cells: number } {
  if (table.length > MOST_ROWS) {
    throw new YoronError({
      code: "bad-value",
      what: `a sheet of Excel holds ${MOST_ROWS} rows under its header; table "${table.name}" has`,
      value: table.length,
      next: "write it as csv or parquet, or fewer rows",
    });
  }
  let cells = 0;
  const heads = table.columns.map(({ name }) => words(table.name, name)?.title ?? name);
  const columns = table.columns.map((column) => table.column(column.name).map((cell) => cellOf(cell, column)));
  for (const column of columns) for (const cell of column) if (cell?.cut === true) cells++;
  const rows = [heads, ...Array.from({ length: table.length }, (_, row) => columns.map((cell) => cell[row]?.cell))];
  const sheet = xlsx.utils.aoa_to_sheet(rows, { dense: true });
  sheet["!cols"] = columns.map((cells, index) => ({ wch: widthOf(heads[index]!, cells) }));
  sheet["!autofilter"] = { ref: sheet["!ref"] ?? "A1" };
  return { sheet, cells };
}

interface Written {
  readonly cell: xlsx.CellObject;
  readonly cut?: true;
}

function cellOf(cell: Cell, column: Column): Written | undefined {
  if (cell === null) return undefined;
  if (typeof cell === "number") return { cell: { t: "n", v: cell } };
  if (typeof cell === "boolean") return { cell: { t: "b", v: cell } };
  const text = typeof cell === "string" ? cell : JSON.stringify(cell);
  if (column.type === "date" || column.type === "timestamp") {
    const date = dateCell(text);
    if (date !== null) return { cell: date };
  }
  if (text.length <= LONGEST) return { cell: { t: "s", v: text } };
  return { cell: { t: "s", v: `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/u, "")}…` }, cut: true };
}

const DAY = 86_400_000;
/** Day 0 of Excel's count, which takes 1900 for a leap year; so its days hold from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);
const MOMENT = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** A day or a moment of a day, as a clock there showed it; null for what is less exact. */
function dateCell(text: string): xlsx.CellObject | null {
  const found = MOMENT.exec(text);
  if (found === null || text < "1900-03-01") return null;
  const [, day, minute, second = ":00"] = found;
  const time = Date.parse(`${day}T${minute ?? "00:00"}${second}Z`);
  // A day that the month has not would be counted on into the next.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day!)) return null;
  const format =
    minute === undefined ? "yyyy-mm-dd" : found[3] === undefined ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd hh:mm:ss";
  return { t: "n", v: (time - EPOCH) / DAY, z: format };
}

/** Characters that show the header and most of the first cells; wide characters take two. */
function widthOf(head: string, cells: readonly (Written | undefined)[]): number {
  const texts = [head, ...cells.slice(0, 50).map((one) => (one?.cell.z === undefined ? one?.cell.v : one.cell.z))];
  const widths = texts.map((value) => [...String(value ?? "")].reduce((sum, c) => sum + (c > "\u2e7f" ? 2 : 1), 0));
  return Math.min(WIDEST, Math.max(...widths) + 2);
}

/** A name without what Excel does not take in one. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, " ")
      .slice(0, 31)
      .trim() || "table"
  );
}
