import type * as Xlsx from "@e965/xlsx";
import type { Note } from "../../model/discussion.ts";
import { YoronError } from "../../model/error.ts";
import type { ColumnMapping, ReadOptions } from "../format.ts";
import { headerRow } from "./header.ts";
import { inTime } from "./in-time.ts";
import { loadXlsx } from "./load-packages.ts";
import { type SheetRows, sheetRows } from "./sheet-rows.ts";
import { type Grid, HEAD, type TableRow } from "./source-table.ts";
import { usualColumns } from "./usual-names.ts";

/**
 * Returns the table of a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods): the sheet that is asked for, or the first visible
 * one with a table. Other sheets with rows are told in a note.
 *
 * Throws `unknown-name` for a sheet that is not there, `malformed` for what is no whole workbook, `binary-input` for one with
 * a password.
 */
export function readWorkbook(bytes: Uint8Array, path: string | null, { sheet: asked, columns }: ReadOptions): Grid {
  const xlsx = loadXlsx();
  const book = open(xlsx, bytes, path);
  if (asked !== undefined && !book.SheetNames.includes(asked)) {
    throw new YoronError({
      code: "unknown-name",
      what: "the workbook has no sheet",
      value: asked,
      next: `it has: ${book.SheetNames.join(", ")}`,
    });
  }
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = new Map<string, SheetRows>();
  for (const name of book.SheetNames) sheets.set(name, sheetRows(xlsx, book.Sheets[name], date1904));
  const states = book.Workbook?.Sheets ?? [];
  const hidden = new Set(book.SheetNames.filter((_, index) => (states[index]?.Hidden ?? 0) !== 0));
  const chosen = asked ?? choose(sheets, hidden, columns);
  const { rows, notes } = sheets.get(chosen) ?? { rows: [], notes: [] };
  const others = [...sheets].filter(([name, sheet]) => name !== chosen && sheet.rows.length > 0);
  const told: Note[] = others.length === 0 ? [] : [othersNote(chosen, others)];
  return { format: "xlsx", names: null, rows, separator: null, notes: [...told, ...notes] };
}

function open(xlsx: typeof Xlsx, bytes: Uint8Array, path: string | null): Xlsx.WorkBook {
  try {
    // Without styles the library does not say which rows are hidden.
    const options = {
      type: "buffer",
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellStyles: true,
      sheetStubs: true,
    } as const;
    return inTime(bytes.length, () => xlsx.read(bytes, options));
  } catch (cause) {
    const told = cause instanceof Error ? cause.message : String(cause);
    const locked = /password|encrypt/i.test(told);
    throw new YoronError({
      code: locked ? "binary-input" : "malformed",
      what: locked ? `${path ?? "the input"} has a password` : `${path ?? "the input"} is no whole workbook:`,
      ...(locked ? {} : { value: told }),
      next: "save it without a password, or as CSV UTF-8 (「CSV UTF-8 で保存」)",
      cause,
    });
  }
}

/** The first visible sheet with a column of comments, else with a header and a row below it, else with anything. */
function choose(
  sheets: ReadonlyMap<string, SheetRows>,
  hidden: ReadonlySet<string>,
  columns: ColumnMapping | undefined,
): string {
  const visible = [...sheets].filter(([name]) => !hidden.has(name));
  const all = visible.length > 0 ? visible : [...sheets];
  const found =
    all.find(([, { rows }]) => rows.length > 1 && hasComments(rows, columns)) ??
    all.find(
      ([, { rows }]) => rows.length > 1 && rows.some(({ cells }) => cells.filter((cell) => cell !== "").length > 1),
    ) ??
    all.find(([, { rows }]) => rows.length > 1) ??
    all.find(([, { rows }]) => rows.length > 0) ??
    all[0];
  return found?.[0] ?? "";
}

function hasComments(rows: readonly TableRow[], columns: ColumnMapping | undefined): boolean {
  const head = rows.slice(0, HEAD);
  const names = head[headerRow(head, columns)]!.cells;
  const given = [columns?.text ?? []].flat();
  return given.length > 0 ? given.every((name) => names.includes(name)) : usualColumns(names, "text").length > 0;
}

function othersNote(chosen: string, others: readonly (readonly [string, SheetRows])[]): Note {
  const named = others.map(([name, { rows }]) => `${name} (${rows.length})`).join(", ");
  return { code: "other-sheets", message: `read is the sheet ${chosen}; others, with their rows: ${named}` };
}
