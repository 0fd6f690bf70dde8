import { YoronError } from "../../model/error.ts";
import { piecesOf, type TablePieces } from "../pieces.ts";
import type { Cell, TableSchema } from "../schema.ts";
import { Table } from "../table.ts";

/** Returns a table as JSON Lines, one row object a line. */
export function toJsonLines(table: Table): string {
  return [...jsonLinePieces(piecesOf(table))].join("");
}

/** Returns each piece of a table as {@link toJsonLines} writes the whole. */
export function* jsonLinePieces({ pieces }: TablePieces): Generator<string, void, undefined> {
  for (const piece of pieces()) yield [...piece].map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** Returns a table as one JSON array of row objects. */
export function toJson(table: Table): string {
  return [...jsonPieces(piecesOf(table))].join("");
}

/** Returns each piece of a table as {@link toJson} writes the whole. */
export function* jsonPieces({ pieces }: TablePieces): Generator<string, void, undefined> {
  let before = "[";
  for (const piece of pieces()) {
    // An array in JSON of indent 1 is "[", its items each on lines of their own, and "]".
    const items = JSON.stringify(piece.toJSON(), null, 1).slice(1, -2);
    yield `${before}${items}`;
    before = ",";
  }
  yield before === "[" ? "[]\n" : "\n]\n";
}

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
