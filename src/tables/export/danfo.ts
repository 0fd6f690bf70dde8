/**
 * Data frames: Yoron's tables as danfojs DataFrames and back.
 *
 * danfojs comes inside this entry (with TensorFlow.js's CPU backend), so that nothing else needs installing.
 *
 * @module
 */
import * as danfo from "danfojs-node";
import { YoronError } from "../../model/error.ts";
import type { Cell, Column, ColumnType, TableSchema } from "../schema.ts";
import { Table } from "../table.ts";
import type { DataFrame, FrameValue } from "./data-frame.ts";

export type { DataFrame, FrameValue, GroupBy, Series } from "./data-frame.ts";

const DTYPES: Readonly<Record<ColumnType, string>> = {
  string: "string",
  integer: "int32",
  number: "float32",
  boolean: "boolean",
  date: "string",
  timestamp: "string",
  list: "string",
  struct: "string",
};

/**
 * Returns a danfojs DataFrame of a table, column by column, with its dtypes; null stays null.
 *
 * Lists and structs become JSON text. danfojs's dtype names are labels: values stay doubles, so integers are exact
 * to 2^53; an integer column that holds bigger ones (as strings) becomes a string column.
 *
 * @example
 * const frame = toDataFrame(commentTable(analysis));
 * frame.groupby(["depth"]).col(["up"]).count().print();
 */
export function toDataFrame(table: Table): DataFrame {
  const names = table.columns.map(({ name }) => name);
  const columns = table.columns.map((column) => frameColumn(column, table.column(column.name)));
  const dtypes = columns.map(({ dtype }) => dtype);
  // danfojs finds no length in columns without rows; and rows given whole cannot shift as its ragged rows do.
  const rows = Array.from({ length: table.length }, (_, row) => columns.map(({ values }) => values[row] ?? null));
  return frame(new danfo.DataFrame(rows, { columns: names, dtypes }));
}

function frameColumn({ type }: Column, cells: readonly Cell[]): { dtype: string; values: readonly FrameValue[] } {
  if (type === "integer" && cells.some((cell) => typeof cell === "string"))
    return { dtype: "string", values: cells.map((cell) => (cell === null ? null : String(cell))) };
  return {
    dtype: DTYPES[type],
    values: cells.map((cell) => (typeof cell === "object" && cell !== null ? JSON.stringify(cell) : cell)),
  };
}

/**
 * Returns a table made of a DataFrame; NaN and undefined become null.
 *
 * With a `schema`, its columns give types (JSON text becomes lists and structs again) and undeclared ones are an
 * error; without one, types follow the dtypes.
 *
 * @example
 * fromDataFrame(frame.groupby(["author"]).col(["up"]).sum()).column("up_sum");
 */
export function fromDataFrame(from: DataFrame, schema: TableSchema = schemaOf(from)): Table {
  const rows = from.values.map((values) =>
    Object.fromEntries(
      from.columns.map((name, index) => {
        const column = schema.columns.find((known) => known.name === name);
        return [name, cellOf(values[index], column?.type ?? "string")];
      }),
    ),
  );
  const columns = schema.columns.filter(({ name }) => from.columns.includes(name));
  return Table.from({ ...schema, columns }, rows);
}

function cellOf(value: FrameValue, type: ColumnType): Cell {
  if (value === undefined || value === null || Number.isNaN(value)) return null;
  if ((type === "list" || type === "struct") && typeof value === "string") return JSON.parse(value) as Cell;
  return value;
}

const TYPES: Readonly<Record<string, ColumnType>> = { int32: "integer", float32: "number", boolean: "boolean" };

function schemaOf(from: DataFrame): TableSchema {
  return {
    name: "frame",
    description: "A data frame.",
    columns: from.columns.map((name, index) => {
      const values = from.values.map((row) => row[index]);
      const declared = TYPES[from.dtypes[index] ?? ""] ?? "string";
      return { name, type: typeOfValues(values, declared), meaning: "" };
    }),
  };
}

/** A computed column may hold what its dtype does not say. */
function typeOfValues(values: readonly FrameValue[], declared: ColumnType): ColumnType {
  const known = values.filter((value) => value !== null && value !== undefined && !Number.isNaN(value));
  if (known.length === 0) return declared;
  if (known.every((value) => typeof value === "number"))
    return declared === "integer" && known.every(Number.isInteger) ? "integer" : "number";
  return known.every((value) => typeof value === "boolean") ? "boolean" : "string";
}

/** How {@link merge} joins: rows of both frames whose `on` columns are equal. */
export interface MergeOptions {
  readonly left: DataFrame;
  readonly right: DataFrame;
  readonly on: readonly string[];
  readonly how: "inner" | "left" | "right" | "outer";
}

/**
 * Returns two frames, joined on equal columns; what one side lacks is NaN (danfojs's way), which {@link fromDataFrame}
 * reads as null.
 *
 * @example
 * merge({ left: toDataFrame(commentTable(analysis)), right: people, on: ["author"], how: "left" });
 */
export function merge({ left, right, on, how }: MergeOptions): DataFrame {
  for (const name of on) {
    const lacking = [left, right].find(({ columns }) => !columns.includes(name));
    if (lacking !== undefined) {
      throw new YoronError({
        code: "unknown-column",
        what: "cannot merge on",
        value: name,
        next: `a frame has only: ${lacking.columns.join(", ")}`,
      });
    }
  }
  return frame(danfo.merge({ left: native(left), right: native(right), on: [...on], how }));
}

/**
 * Returns a frame as CSV text, quoted by RFC 4180; null and NaN are empty cells. Unlike `writeTable` it knows no formula
 * guard.
 *
 * @example
 * toCSV(frame.head(5));
 */
export function toCSV(from: DataFrame): string {
  // danfojs's own does not quote: a comma or a line break in a comment would shift its row.
  return `${[from.columns, ...from.values].map((row) => row.map(csvCell).join(",")).join("\n")}\n`;
}

function csvCell(value: FrameValue | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  const text = String(value);
  return text === "" || /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Returns frames under one another (`axis` 0, the default) or side by side (`axis` 1).
 *
 * @example
 * concat([monday, tuesday]);
 */
export function concat(frames: readonly DataFrame[], { axis = 0 }: { readonly axis?: 0 | 1 } = {}): DataFrame {
  return frame(danfo.concat({ dfList: frames.map(native), axis }));
}

// danfojs's own types cannot be shipped (they import TensorFlow's), so its frames pass as our interface.
const frame = (value: unknown) => value as DataFrame;
const native = (value: DataFrame) => value as unknown as danfo.DataFrame;
