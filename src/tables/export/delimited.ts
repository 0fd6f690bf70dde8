import { YoronError } from "../../model/error.ts";
import { fromSafe, toSafe } from "../../text/safe-cell.ts";
import type { AnyPieces } from "../pieces.ts";
import type { Cell, Column, TableSchema } from "../schema.ts";
import { Table } from "../table.ts";

export { fromSafe, toSafe } from "../../text/safe-cell.ts";

export interface DelimitedOptions {
  /** Begin with a byte order mark, which Excel needs to see UTF-8. Default false. */
  readonly bom?: boolean;
}

/**
 * Returns a table as CSV by RFC 4180: CRLF, quotes where needed; null is an empty cell, an empty text is `""`.
 *
 * Lists and structs are JSON; texts that a spreadsheet would take for a formula are made safe ({@link toSafe}).
 *
 * @example
 * toCsv(commentTable(analysis), { bom: true });
 */
export function toCsv(table: Table, options: DelimitedOptions = {}): string {
  return headerOf(table.schema, ",", options) + linesOf(table, ",");
}

/** Returns a table as tab-separated values, under the same rules as {@link toCsv}. */
export function toTsv(table: Table, options: DelimitedOptions = {}): string {
  return headerOf(table.schema, "\t", options) + linesOf(table, "\t");
}

/** Returns the header and then each piece of a table, as {@link toCsv} writes the whole. */
export async function* delimitedPieces(
  { schema, pieces }: AnyPieces,
  separator: string,
  options: DelimitedOptions,
): AsyncGenerator<string, void, undefined> {
  yield headerOf(schema, separator, options);
  for await (const piece of pieces()) yield linesOf(piece, separator);
}

const headerOf = ({ columns }: TableSchema, separator: string, { bom = false }: DelimitedOptions): string =>
  `${bom ? "\uFEFF" : ""}${columns.map(({ name }) => quoted(name, separator)).join(separator)}\r\n`;

function linesOf(table: Table, separator: string): string {
  const columns = table.schema.columns.map(({ name }) => table.column(name));
  const lines: string[] = [];
  for (let row = 0; row < table.length; row++)
    lines.push(`${columns.map((cells) => written(cells[row]!, separator)).join(separator)}\r\n`);
  return lines.join("");
}

function written(cell: Cell, separator: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return quoted(toSafe(cell), separator);
  return quoted(typeof cell === "object" ? JSON.stringify(cell) : String(cell), separator);
}

function quoted(text: string, separator: string): string {
  const needs = text === "" || text.includes(separator) || /["\r\n]/.test(text) || text !== text.trim();
  return needs ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Returns the table that {@link toCsv} wrote; the schema tells the types. */
export function fromCsv(text: string, schema: TableSchema): Table {
  return fromDelimited(text, ",", schema);
}

/** Returns the table that {@link toTsv} wrote. */
export function fromTsv(text: string, schema: TableSchema): Table {
  return fromDelimited(text, "\t", schema);
}

function fromDelimited(text: string, separator: string, schema: TableSchema): Table {
  const [header, ...records] = parseDelimited(text, separator);
  const names = header?.map((cell) => cell ?? "") ?? [];
  const columns = names.map((name) => schema.columns.find((column) => column.name === name));
  const rows = records.map((cells, index) => {
    if (cells.length !== names.length) {
      throw new YoronError({
        code: "malformed",
        what: `record ${index + 1} has ${cells.length} cells, not ${names.length}:`,
        value: cells,
      });
    }
    return Object.fromEntries(
      cells.map((cell, i) => [names[i]!, columns[i] === undefined ? cell : typed(cell, columns[i])]),
    );
  });
  return Table.from({ ...schema, columns: schema.columns.filter(({ name }) => names.includes(name)) }, rows);
}

function typed(cell: string | null, column: Column): Cell {
  if (cell === null) return null;
  switch (column.type) {
    case "integer":
    case "number": {
      // An integer beyond 2^53 is kept as the string that it was.
      const number = Number(cell);
      return column.type === "integer" && !Number.isSafeInteger(number) ? fromSafe(cell) : number;
    }
    case "boolean":
      return cell === "true";
    case "list":
    case "struct":
      return JSON.parse(cell) as Cell;
    default:
      return fromSafe(cell);
  }
}

/** Returns the records of delimited text; an unquoted empty cell is null. */
function parseDelimited(source: string, separator: string): (string | null)[][] {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const records: (string | null)[][] = [];
  let record: (string | null)[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === '"') {
      let cell = "";
      let from = at + 1;
      for (;;) {
        const close = text.indexOf('"', from);
        if (close < 0)
          throw new YoronError({
            code: "malformed",
            what: "a quoted cell never ends:",
            value: text.slice(at, at + 40),
          });
        cell += text.slice(from, close);
        if (text[close + 1] !== '"') {
          at = close + 1;
          break;
        }
        cell += '"';
        from = close + 2;
      }
      record.push(cell);
    } else {
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== "\r" && text[at] !== "\n") at++;
      record.push(at === from ? null : text.slice(from, at));
    }
    if (text[at] === separator) {
      at++;
      // A separator at the very end of the record still opens one more, empty cell.
      if (at >= text.length || text[at] === "\r" || text[at] === "\n") record.push(null);
      else continue;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    records.push(record);
    record = [];
  }
  return records;
}
