import type * as Xlsx from "@e965/xlsx";
import type { Note } from "../../model/discussion.ts";
import { cellText } from "./sheet-cell.ts";
import type { TableRow } from "./source-table.ts";

/** The rows of a sheet that hold anything, all of one width, and what a reader should know of them. */
export interface SheetRows {
  readonly rows: readonly TableRow[];
  readonly notes: readonly Note[];
}

const MOST_NAMED = 10;

/** Returns the cells of a sheet as they are shown; a merged cell's value stands in all the rows that it spans. */
export function sheetRows(xlsx: typeof Xlsx, sheet: Xlsx.WorkSheet | undefined, date1904: boolean): SheetRows {
  const data = (sheet as Xlsx.DenseWorkSheet | undefined)?.["!data"] ?? [];
  const merges = sheet?.["!merges"] ?? [];
  const [rows, hidden]: [TableRow[], number[]] = [[], []];
  let [errors, valueless, width] = [0, 0, 0];
  const downward = startsOf(merges);
  const running = new Map<number, { readonly text: string; readonly until: number }>();
  // A sheet can have a million rows of which few hold anything: forEach passes over the others.
  data.forEach((line, r) => {
    const cells: string[] = [];
    line?.forEach((cell, c) => {
      const text = cellText(xlsx, cell, date1904);
      if (text === null && cell.f !== undefined && cell.w === undefined) valueless++;
      else if (text === null && cell.t === "e") errors++;
      if (text === null || text === "") return;
      while (cells.length <= c) cells.push("");
      cells[c] = text;
    });
    const filled = cells.some((cell) => cell.trim() !== "");
    for (const { column, until } of downward.get(r) ?? []) running.set(column, { text: cells[column] ?? "", until });
    for (const [column, { text, until }] of running) {
      if (r > until) running.delete(column);
      else if (filled && (cells[column] ?? "") === "") {
        while (cells.length <= column) cells.push("");
        cells[column] = text;
      }
    }
    if (!filled) return;
    if (sheet?.["!rows"]?.[r]?.hidden === true) hidden.push(r + 1);
    width = Math.max(width, cells.length);
    rows.push({ cells, number: r + 1 });
  });
  for (const { cells } of rows) while (cells.length < width) (cells as string[]).push("");
  const notes: Note[] = [];
  if (hidden.length > 0) notes.push({ code: "hidden-rows", message: `hidden rows are read too: ${listed(hidden)}` });
  if (merges.length > 0) notes.push({ code: "merged-cells", message: mergedMessage(merges, rows) });
  if (errors > 0)
    notes.push({ code: "error-cells", message: `${errors} cells hold an error (#N/A …) and are left empty` });
  if (valueless > 0) {
    const message = `${valueless} formulas were saved without their values and are left empty; open and save it in Excel`;
    notes.push({ code: "error-cells", message });
  }
  return { rows, notes };
}

/** The columns in which a merged cell begins in a row and goes on below it. */
function startsOf(merges: readonly Xlsx.Range[]): ReadonlyMap<number, readonly { column: number; until: number }[]> {
  const starts = new Map<number, { column: number; until: number }[]>();
  for (const { s, e } of merges) {
    if (e.r === s.r) continue;
    const list = starts.get(s.r);
    const own = { column: s.c, until: e.r };
    if (list === undefined) starts.set(s.r, [own]);
    else list.push(own);
  }
  return starts;
}

/** A cell across several columns is a heading of the rows below it, which is no column of theirs. */
function mergedMessage(merges: readonly Xlsx.Range[], rows: readonly TableRow[]): string {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const across = merges.filter(({ s, e }) => e.c > s.c);
  const texts = across.flatMap(({ s }) => byNumber.get(s.r + 1)?.cells[s.c] || []).slice(0, MOST_NAMED);
  const down = merges.length - across.length;
  return [
    ...(down > 0 ? [`${down} merged cells are repeated in their rows`] : []),
    ...(across.length > 0
      ? [`${across.length} span several columns and stand in the first: ${texts.join(" / ")}`]
      : []),
  ].join("; ");
}

function listed(numbers: readonly number[]): string {
  const more = numbers.length > MOST_NAMED ? ` and ${numbers.length - MOST_NAMED} more` : "";
  return `${numbers.slice(0, MOST_NAMED).join(", ")}${more}`;
}
