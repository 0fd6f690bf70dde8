import type { AnyPieces } from "../pieces.ts";
import type { Cell, Column, ColumnType, TableSchema } from "../schema.ts";
import type { Row, Table } from "../table.ts";

/** A column type of Parquet, Arrow and DuckDB, under DuckDB's names. */
export type StoredType =
  | "VARCHAR"
  | "BIGINT"
  | "DOUBLE"
  | "BOOLEAN"
  | "DATE"
  | "TIMESTAMP"
  | { readonly list: StoredType }
  | { readonly struct: readonly { readonly name: string; readonly type: StoredType }[] };

/** A column as a typed format holds it; a timestamp is cut to the start of its period and stands beside its text. */
export interface StoredColumn {
  readonly name: string;
  readonly type: StoredType;
  /** The table's column of which it holds the cells; {@link storedCell} gives what is stored. */
  readonly from: string;
  /** The declared column, where this is not a timestamp's text. */
  readonly column: Column | null;
}

/** What a typed format holds in a cell: a BIGINT and microseconds of a TIMESTAMP are bigint, a DATE is days since 1970. */
export type StoredCell = string | number | bigint | boolean | null | readonly StoredCell[] | StoredStruct;
export interface StoredStruct {
  readonly [field: string]: StoredCell;
}

/** Where a typed format keeps the schema, so that it can be read back without one. */
export const SCHEMA_KEY = "yoron";

/** Name of the column that holds a timestamp as the page gives it. */
export const textOf = (name: string): string => `${name}Text`;

/**
 * Returns the columns in which a typed format holds a table.
 *
 * A timestamp becomes two: `posted`, local time at the start of the period, and `postedText`, the value as it was
 * (`2022-09`, `2022-09-15T12:34+09:00`). An integer or date column with a value that does not fit is held as text.
 */
export function storedColumns(schema: TableSchema, rows: Iterable<Table> = []): StoredColumn[] {
  const watched = oddColumns(schema);
  for (const table of rows) watched.see(table);
  return columnsOf(schema, watched.odd);
}

/** Returns the columns in which a typed format holds a table that is there in pieces: they are gone through once for it. */
export async function storedColumnsOf({ schema, pieces }: AnyPieces): Promise<StoredColumn[]> {
  const watched = oddColumns(schema);
  if (watched.asks) for await (const piece of pieces()) watched.see(piece);
  return columnsOf(schema, watched.odd);
}

function columnsOf(schema: TableSchema, odd: ReadonlySet<string>): StoredColumn[] {
  return schema.columns.flatMap((column) => {
    const { name } = column;
    const stored: StoredColumn = { name, type: odd.has(name) ? "VARCHAR" : storedType(column), from: name, column };
    if (column.type !== "timestamp" || schema.columns.some((other) => other.name === textOf(name))) return [stored];
    return [stored, { name: textOf(name), type: "VARCHAR", from: name, column: null }];
  });
}

/** Returns what gathers the names of the columns that hold a cell which their type has no place for. */
function oddColumns(schema: TableSchema): {
  /** Whether any column can hold such a cell. */
  readonly asks: boolean;
  readonly see: (table: Table) => void;
  readonly odd: ReadonlySet<string>;
} {
  const odd = new Set<string>();
  const fits = new Map(
    schema.columns.flatMap(({ name, type }) =>
      type === "integer" ? [[name, fitsBigint] as const] : type === "date" ? [[name, isDay] as const] : [],
    ),
  );
  return {
    asks: fits.size > 0,
    odd,
    see(table) {
      for (const [name, isFit] of fits)
        if (!odd.has(name) && !table.column(name).every((cell) => cell === null || isFit(cell))) odd.add(name);
    },
  };
}

function storedType(column: Column): StoredType {
  switch (column.type) {
    case "string":
      return "VARCHAR";
    case "integer":
      return "BIGINT";
    case "number":
      return "DOUBLE";
    case "boolean":
      return "BOOLEAN";
    case "timestamp":
      return "TIMESTAMP";
    case "date":
      return "DATE";
    case "list": {
      if (column.items !== undefined) return { list: plainType(column.items) };
      const struct = structType(column);
      return struct === null ? "VARCHAR" : { list: struct };
    }
    case "struct":
      return structType(column) ?? "VARCHAR";
  }
}

function structType({ fields = [] }: Column): StoredType | null {
  if (fields.length === 0) return null;
  return { struct: fields.map((field) => ({ name: field.name, type: plainType(field.type, field) })) };
}

/** Types inside a list or struct do not look at the values: what could overflow is text. */
function plainType(type: ColumnType, column?: Column): StoredType {
  if (type === "integer") return "BIGINT";
  if (type === "number") return "DOUBLE";
  if (type === "boolean") return "BOOLEAN";
  return column !== undefined && (type === "list" || type === "struct") ? storedType(column) : "VARCHAR";
}

/** Returns a cell as what a column of `type` holds. */
export function storedCell(cell: Cell | undefined, type: StoredType): StoredCell {
  if (cell === null || cell === undefined) return null;
  if (typeof type === "object") {
    if ("list" in type) return (cell as readonly Cell[]).map((inner) => storedCell(inner, type.list));
    return Object.fromEntries(
      type.struct.map((field) => [field.name, storedCell((cell as Row)[field.name], field.type)]),
    );
  }
  switch (type) {
    case "BIGINT":
      return BigInt(cell as number | string);
    case "DATE":
      return daysOf(cell);
    case "TIMESTAMP":
      return microsOf(cell);
    case "VARCHAR":
      return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
    default:
      return cell as number | boolean;
  }
}

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

function fitsBigint(cell: Cell): boolean {
  if (typeof cell === "number") return Number.isSafeInteger(cell);
  if (typeof cell !== "string" || !/^-?\d+$/.test(cell)) return false;
  const value = BigInt(cell);
  return value >= LEAST && value <= MOST;
}

const isDay = (cell: Cell): boolean => daysOf(cell) !== null;

function daysOf(cell: Cell): number | null {
  if (typeof cell !== "string" || !/^\d{4}-\d\d-\d\d$/.test(cell)) return null;
  const time = Date.parse(`${cell}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== cell ? null : time / 86_400_000;
}

const ISO =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):?(\d\d)?(?::?(\d\d)(?:\.(\d{1,6})\d*)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/;

/** Microseconds from 1970 of a local time, any offset left aside; null for what names no moment (a week, a decade). */
function microsOf(cell: Cell): bigint | null {
  const found = typeof cell === "string" ? ISO.exec(cell) : null;
  if (found === null) return null;
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00", fraction = ""] = found;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? null : BigInt(time) * 1000n + BigInt(fraction.padEnd(6, "0"));
}

/** An integer beyond 2^53 is a string in a cell. */
export function fromBigint(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** `2022-09-15` of days since 1970. */
export function dateFrom(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** `2022-09-15T12:34:56` of microseconds since 1970. */
export function timestampFrom(micros: bigint): string {
  const millis = micros / 1000n - (micros % 1000n < 0n ? 1n : 0n);
  const rest = micros - millis * 1000n;
  const [whole = "", fraction = ""] = new Date(Number(millis)).toISOString().slice(0, -1).split(".");
  const digits = `${fraction}${rest.toString().padStart(3, "0")}`.replace(/0+$/, "");
  return digits === "" ? whole : `${whole}.${digits}`;
}
