import { YoronError } from "../../model/error.ts";
import { decode } from "../../read/decode.ts";
import { separatedRows } from "../../read/separated-rows.ts";
import type { TableRow } from "../../read/tables/source-table.ts";
import type { Column } from "../../tables/schema.ts";
import { Table } from "../../tables/table.ts";
import { fromSafe } from "../../text/safe-cell.ts";
import { isLabelColumn, labelColumn, sampleSchema } from "./sample-schema.ts";

/** Columns without which a sheet says nothing. */
const NEEDED = ["discussion", "unit"];

/**
 * Returns a sheet of `sampleTable` back, as Excel and others save it: CSV in any encoding, with commas, semicolons or tabs, or
 * a workbook. Own columns of the coders stay.
 *
 * Throws `bad-value` for what is no such sheet, or holds no row; `name` is what the message calls it.
 *
 * @example
 * const sheet = sampleTable(commentTable(analysis), { n: 20 });
 * readSample(await writeTable(sheet, "csv", { bom: true })).length; // 20
 */
export function readSample(content: string | Uint8Array, name = "the sheet"): Table {
  const [header, ...records] = [...rowsOf(content, name)];
  const names = (header?.cells ?? []).map((cell) => cell.trim());
  if (header === undefined || !isSheet(names)) {
    throw new YoronError({
      code: "bad-value",
      what: `${name} is no sheet of a sample; its first row is`,
      value: names.join(","),
      next: "it needs columns discussion, unit and label, as `yoron sample` writes them",
    });
  }
  if (new Set(names).size < names.length) {
    const twice = names.find((one, i) => names.indexOf(one) < i);
    throw new YoronError({
      code: "bad-value",
      what: `${name} has two columns of the name`,
      value: twice,
      next: "rename one",
    });
  }
  if (records.length === 0) {
    throw new YoronError({
      code: "bad-value",
      what: `${name} holds no row below its header; rows:`,
      value: 0,
      next: "draw one with `yoron sample FILE… -o sample.csv`",
    });
  }
  const columns = names.map(columnNamed);
  const rows = records.map(({ cells, number }) => {
    const overhang = cells.slice(names.length).find((cell) => cell.trim() !== "");
    if (overhang !== undefined) throw atRow(name, number, "has a cell more than the header:", overhang);
    const row = Object.fromEntries(
      columns.map((column, i) => [column.name, cellOf(cells[i] ?? "", column, name, number)]),
    );
    for (const column of NEEDED) if (row[column] === null) throw atRow(name, number, "has no", column);
    return row;
  });
  return Table.from({ ...sampleSchema, columns }, rows) as unknown as Table;
}

/**
 * Whether a file is a sheet of a sample, by its first row.
 *
 * @example
 * isSample("discussion,unit,text,label\n"); // true
 */
export function isSample(content: string | Uint8Array): boolean {
  try {
    return isSheet((rowsOf(content, "").next().value?.cells ?? []).map((cell) => cell.trim()));
  } catch (error) {
    if (error instanceof YoronError) return false;
    throw error;
  }
}

const isSheet = (names: readonly string[]): boolean =>
  NEEDED.every((name) => names.includes(name)) && names.some(isLabelColumn);

/** The rows of a file of separated values or a workbook, one by one; those without a word are none. */
function* rowsOf(content: string | Uint8Array, name: string): Generator<TableRow, void, undefined> {
  const decoded = decode(content, name === "" ? {} : { path: name });
  if (decoded.table !== undefined) {
    const { names, rows } = decoded.table;
    if (names !== null) yield { cells: names, number: 0 };
    yield* filled(rows);
    return;
  }
  const line = decoded.text.slice(0, decoded.text.search(/[\r\n]|$/));
  const separator = [",", "\t", ";"].find((one) => line.split(one).some((cell) => /^"?unit"?$/.test(cell.trim())));
  // A file without such a column is no sheet, and its first line is for the message.
  if (separator === undefined) yield { cells: [line], number: 1 };
  else yield* filled(separatedRows(decoded, separator));
}

function* filled(rows: Iterable<TableRow>): Generator<TableRow, void, undefined> {
  for (const row of rows) if (row.cells.some((cell) => cell.trim() !== "")) yield row;
}

function columnNamed(name: string): Column {
  const known = sampleSchema.columns.find((column) => column.name === name);
  if (known !== undefined) return { ...known, nullable: true };
  return isLabelColumn(name) ? labelColumn(name) : { name, type: "string", meaning: "of the coders' own" };
}

function cellOf(cell: string, { name, type }: Column, sheet: string, number: number): string | number | null {
  const text = fromSafe(cell).trim();
  if (text === "") return null;
  if (type === "string") return name === "text" ? fromSafe(cell) : text;
  const value = Number(text.replaceAll(",", ""));
  if (Number.isFinite(value)) return value;
  throw atRow(sheet, number, `needs a number in ${name}, not`, text);
}

function atRow(sheet: string, number: number, what: string, value: string): YoronError {
  return new YoronError({
    code: "bad-value",
    what: `row ${number} of ${sheet} ${what}`,
    value,
    next: "put it right, or draw the sheet anew with the same seed and compare",
  });
}
