import type { TablePieces } from "../../pieces.ts";
import type { Cell, TableSchema } from "../../schema.ts";
import type { Row } from "../../table.ts";
import { type StoredColumn, type StoredType, storedCell, storedColumns, timestampFrom } from "../storage.ts";

/** Returns the columns in which a corpus holds a table, whatever its values are: every part has the same. */
export function corpusColumns(schema: TableSchema): readonly StoredColumn[] {
  return storedColumns(schema);
}

/** Rows of a table, a line of JSON each, as {@link corpusColumns} takes them; what is null is left out. */
export interface JsonRows {
  readonly lines: string;
  readonly rows: number;
  /** Bytes of the longest line, or a little more. */
  readonly longest: number;
}

/** Bytes of UTF-8 that a unit of UTF-16 may take. */
const MOST_BYTES = 3;

/** A column on its way into lines: what its last cell was, and how it read as JSON. */
interface Writing {
  readonly key: string;
  readonly from: string;
  readonly type: StoredType;
  cell: Cell;
  json: string | null;
}

/** Returns the rows of a table as lines of JSON; `change` may alter a row's cells by the column's name. */
export function jsonRows({ schema, pieces }: TablePieces, change: ChangeCell | null = null): JsonRows {
  const columns = corpusColumns(schema).map(
    ({ name, from, type }): Writing => ({ key: `${JSON.stringify(name)}:`, from, type, cell: null, json: null }),
  );
  const lines: string[] = [];
  let [rows, longest] = [0, 0];
  for (const piece of pieces()) {
    const cells = columns.map(({ from }) => piece.column(from) as readonly Cell[]);
    for (let row = 0; row < piece.length; row++) {
      let line = "{";
      for (let at = 0; at < columns.length; at++) {
        const column = columns[at]!;
        const cell = cells[at]![row] ?? null;
        const json = jsonAgain(column, change === null ? cell : change(column.from, cell, rows));
        if (json === null) continue;
        line += line.length > 1 ? `,${column.key}${json}` : column.key + json;
      }
      longest = Math.max(longest, line.length * MOST_BYTES + 2);
      lines.push(`${line}}\n`);
      rows++;
    }
  }
  return { lines: lines.join(""), rows, longest };
}

/** Returns a cell as JSON; most cells of a discussion, a commenter or a model read as the one above. */
function jsonAgain(column: Writing, cell: Cell): string | null {
  // 0 and -0 are told apart.
  if (!Object.is(cell, column.cell)) {
    column.cell = cell;
    column.json = jsonCell(cell, column.type);
  }
  return column.json;
}

/** Returns what stands in a column instead of a cell; `row` counts from 0. */
export type ChangeCell = (column: string, cell: Cell, row: number) => Cell;

/** Returns a cell as JSON that DuckDB reads as `type`, or null for none. */
function jsonCell(cell: Cell, type: StoredType): string | null {
  if (cell === null) return null;
  if (typeof type === "object") {
    if ("list" in type) {
      const items = (cell as readonly Cell[]).map((item) => jsonCell(item, type.list) ?? "null");
      return `[${items.join(",")}]`;
    }
    const fields = type.struct.map(
      ({ name, type: inner }) => `${JSON.stringify(name)}:${jsonCell((cell as Row)[name] ?? null, inner) ?? "null"}`,
    );
    return `{${fields.join(",")}}`;
  }
  switch (type) {
    case "VARCHAR":
      return textJson(typeof cell === "object" ? JSON.stringify(cell) : String(cell));
    case "DOUBLE":
      return Number.isFinite(cell) ? (Object.is(cell, -0) ? "-0.0" : String(cell)) : null;
    case "BIGINT":
      return integerJson(cell);
    case "TIMESTAMP": {
      const micros = storedCell(cell, type);
      return micros === null ? null : `"${timestampFrom(micros as bigint)}"`;
    }
    case "DATE":
      return storedCell(cell, type) === null ? null : JSON.stringify(cell);
    default:
      return String(cell);
  }
}

/** A half of a pair, which UTF-8 has no bytes for, is a replacement character, as it is in every file that Yoron writes. */
const textJson = (text: string): string => JSON.stringify(text.toWellFormed());

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/** A count beyond what 64 bits hold has no place in a part, whose columns are the same in all of them. */
function integerJson(cell: Cell): string | null {
  if (typeof cell === "number") return Number.isSafeInteger(cell) ? String(cell) : null;
  if (typeof cell !== "string" || !/^-?\d{1,20}$/.test(cell)) return null;
  const value = BigInt(cell);
  return value >= LEAST && value <= MOST ? cell : null;
}
