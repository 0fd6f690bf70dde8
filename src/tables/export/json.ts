import { YoronError } from "../../model/error.ts";
import type { AnyPieces } from "../pieces.ts";
import type { Cell, TableSchema } from "../schema.ts";
import { Table } from "../table.ts";

/** Returns a table as JSON Lines, one row object a line. */
export function toJsonLines(table: Table): string {
  return [...table].map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** Returns each piece of a table as {@link toJsonLines} writes the whole. */
export async function* jsonLinePieces({ pieces }: AnyPieces): AsyncGenerator<string, void, undefined> {
  for await (const piece of pieces()) yield toJsonLines(piece);
}

/** Returns a table as one JSON array of row objects. */
export function toJson(table: Table): string {
  return `[${itemsOf(table)}${endOf(table.length)}`;
}

/** Returns each piece of a table as {@link toJson} writes the whole. */
export async function* jsonPieces({ pieces }: AnyPieces): AsyncGenerator<string, void, undefined> {
  let rows = 0;
  for await (const piece of pieces()) {
    yield `${rows === 0 ? "[" : ","}${itemsOf(piece)}`;
    rows += piece.length;
  }
  yield rows === 0 ? `[${endOf(0)}` : endOf(rows);
}

/** An array in JSON of indent 1 is "[", its items each on lines of their own, and "]". */
const itemsOf = (table: Table): string => JSON.stringify(table.toJSON(), null, 1).slice(1, -2);
const endOf = (rows: number): string => (rows === 0 ? "]\n" : "\n]\n");

/** Returns the table that {@link toJsonLines} wrote. */
export function fromJsonLines(text: string, schema: TableSchema): Table {
  const rows = text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [JSON.parse(line) as Record<string, Cell>];
    } catch (cause) {
      throw new YoronError({ code: "malformed", what: `line ${index + 1} is no JSON:`, value: line, cause });
    }
  });
  return Table.from(schema, rows);
}

/** Returns the table that {@link toJson} wrote. */
export function fromJson(text: string, schema: TableSchema): Table {
  return Table.from(schema, JSON.parse(text) as Record<string, Cell>[]);
}
