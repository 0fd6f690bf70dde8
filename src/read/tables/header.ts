import type { Note } from "../../model/discussion.ts";
import type { ColumnMapping } from "../format.ts";
import { secondHeader } from "./second-header.ts";
import { followed, type Grid, headOf, type SourceTable, type TableRow } from "./source-table.ts";
import { countUsual } from "./usual-names.ts";

const LONGEST_TOLD = 120;

/** Returns a table with its header: found below title rows, and of several rows where form services write them so. */
export function withHeader(grid: Grid, given: ColumnMapping = {}): SourceTable {
  if (grid.names !== null) return { ...grid, names: grid.names, aliases: new Map() };
  const { head, rest } = headOf(grid.rows);
  const at = headerRow(head, given);
  const header = head[at]?.cells ?? [];
  const second = secondHeader(header, head.slice(at + 1));
  const notes: Note[] = [...grid.notes];
  if (at > 0)
    notes.push({
      code: "skipped-rows",
      message: `above the header (row ${head[at]!.number}) stands: ${told(head.slice(0, at))}`,
    });
  if (second.rows > 0) {
    const message = `the header has ${second.rows + 1} rows; the further ones are no answers`;
    notes.push({ code: "second-header", message });
  }
  const names = columnNames(second.names);
  const aliases = new Map(
    header.flatMap((code, index) => (names[index] === code ? [] : [[code.trim(), names[index]!]])),
  );
  return { ...grid, names, aliases, rows: followed(head.slice(at + 1 + second.rows), rest), notes };
}

/**
 * Returns the place of the header among the first rows. That is the first one, unless it fills less than half the columns
 * that the fullest row does: then titles stand above the header. Two usual names make any row a header.
 */
export function headerRow(rows: readonly TableRow[], given: ColumnMapping = {}): number {
  const wanted = Object.values(given).flat();
  const asked = wanted.length === 0 ? -1 : rows.findIndex(({ cells }) => wanted.every((name) => cells.includes(name)));
  if (asked >= 0) return asked;
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== "").length);
  const most = filled.reduce((max, count) => Math.max(max, count), 0);
  const found = filled.findIndex(
    (count, index) => count >= 2 && (count * 2 >= most || countUsual(rows[index]!.cells) >= 2),
  );
  return found < 0 ? 0 : found;
}

function told(rows: readonly TableRow[]): string {
  const text = rows.flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== "")).join(" / ");
  return text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)}…` : text;
}

/**
 * Returns the names of the columns: one without a name by its place, a second one of a name by its number; line breaks
 * are spaces.
 */
export function columnNames(header: readonly string[]): string[] {
  const names = new Set<string>();
  for (const [index, cell] of header.entries()) {
    const name = cell.trim() === "" ? `column ${index + 1}` : cell.trim().replace(/\s+/g, " ");
    names.add(names.has(name) ? `${name} (${index + 1})` : name);
  }
  return [...names];
}
