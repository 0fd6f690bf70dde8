import {
  Table as ArrowTable,
  Bool,
  type DataType,
  DateDay,
  Field,
  Float64,
  Int64,
  List,
  Schema,
  Struct,
  TimestampMillisecond,
  Type,
  tableFromIPC,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";
import { YoronError } from "../../model/error.ts";
import { type AnyPieces, cutAt, piecesOf } from "../pieces.ts";
import type { Cell, Column, TableSchema } from "../schema.ts";
import type { Table } from "../table.ts";
import { cellsBack } from "./cells-back.ts";
import {
  dateFrom,
  fromBigint,
  SCHEMA_KEY,
  type StoredCell,
  type StoredColumn,
  type StoredStruct,
  type StoredType,
  storedCell,
  storedColumns,
  storedColumnsOf,
  timestampFrom,
} from "./storage.ts";

const DAY = 86_400_000;

/** Rows of a batch: those of a row group of Parquet. */
const BATCH_ROWS = 122_880;

/** Returns a table as an Arrow IPC stream, in the types that Parquet has too, with the schema in its metadata. */
export function toArrow(table: Table): Uint8Array {
  const { head, batch, end } = streamOf(table.schema, storedColumns(table.schema, [table]));
  return new Uint8Array(Buffer.concat([head, ...[...piecesOf(table).pieces(BATCH_ROWS)].map(batch), end]));
}

/** Returns a table as {@link toArrow} does, a batch at a time. */
export async function* arrowPieces(table: AnyPieces): AsyncGenerator<Uint8Array, void, undefined> {
  const { head, batch, end } = streamOf(table.schema, await storedColumnsOf(table));
  yield head;
  for await (const piece of cutAt(table.pieces(BATCH_ROWS), BATCH_ROWS)) yield batch(piece);
  yield end;
}

/** Returns what a stream of a table is made of: each batch is written as a stream of its own, which is a head, the batch and an end. */
function streamOf(
  tableSchema: TableSchema,
  columns: readonly StoredColumn[],
): {
  readonly head: Uint8Array;
  readonly batch: (piece: Table) => Uint8Array;
  readonly end: Uint8Array;
} {
  const fields = columns.map(({ name, type, column }) => new Field(name, arrowType(type), column?.nullable !== false));
  const schema = new Schema(fields, new Map([[SCHEMA_KEY, JSON.stringify(tableSchema)]]));
  const empty = tableToIPC(new ArrowTable(schema), "stream");
  const headLength = empty.length - END_OF_STREAM;
  return {
    head: empty.subarray(0, headLength),
    batch(piece) {
      const vectors = columns.map(({ from, type }) =>
        vectorFromArray(
          piece.column(from).map((cell) => arrowValue(storedCell(cell, type), type)),
          arrowType(type),
        ),
      );
      const named = Object.fromEntries(columns.map(({ name }, index) => [name, vectors[index]!]));
      const stream = tableToIPC(new ArrowTable(schema, named as never), "stream");
      return stream.subarray(headLength, stream.length - END_OF_STREAM);
    },
    end: empty.subarray(headLength),
  };
}

/** Length of what ends a stream: the mark of a message and a length of none. */
const END_OF_STREAM = 8;

function arrowType(type: StoredType): DataType {
  if (typeof type === "object") {
    if ("list" in type) return new List(new Field("item", arrowType(type.list), true));
    return new Struct(type.struct.map((field) => new Field(field.name, arrowType(field.type), true)));
  }
  switch (type) {
    case "VARCHAR":
      return new Utf8();
    case "BIGINT":
      return new Int64();
    case "DOUBLE":
      return new Float64();
    case "BOOLEAN":
      return new Bool();
    case "DATE":
      return new DateDay();
    case "TIMESTAMP":
      return new TimestampMillisecond();
  }
}

function arrowValue(cell: StoredCell, type: StoredType): unknown {
  if (cell === null) return null;
  if (typeof type === "object") {
    if ("list" in type) return (cell as readonly StoredCell[]).map((inner) => arrowValue(inner, type.list));
    return Object.fromEntries(
      type.struct.map((field) => [field.name, arrowValue((cell as StoredStruct)[field.name] ?? null, field.type)]),
    );
  }
  if (type === "DATE") return new Date((cell as number) * DAY);
  if (type === "TIMESTAMP") return Number((cell as bigint) / 1000n);
  return cell;
}

/**
 * Returns the table of an Arrow IPC stream or file; one that {@link toArrow} wrote comes back as it was, with its
 * schema.
 */
export function fromArrow(bytes: Uint8Array, schema: TableSchema | null): Table {
  const arrow = readIpc(bytes);
  const kept = arrow.schema.metadata.get(SCHEMA_KEY);
  const known = schema ?? (kept === undefined ? null : (JSON.parse(kept) as TableSchema));
  const found: TableSchema = known ?? {
    name: "arrow",
    description: "An Arrow file.",
    columns: arrow.schema.fields.map((field) => columnOf(field)),
  };
  return cellsBack(found, (name) => {
    const vector = arrow.getChild(name);
    return vector === null ? undefined : cellsOf(vector);
  });
}

function readIpc(bytes: Uint8Array): ArrowTable {
  try {
    return tableFromIPC(bytes);
  } catch (cause) {
    throw new YoronError({
      code: "malformed",
      what: "cannot read the Arrow file:",
      value: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  }
}

const cellsOf = (vector: Vector): Cell[] => [...vector].map((value) => cellOf(value, vector.type));

function cellOf(value: unknown, type: DataType): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return fromBigint(value);
  switch (type.typeId) {
    case Type.Date:
      return dateFrom(Math.floor(Number(value) / DAY));
    case Type.Timestamp:
      return timestampFrom(BigInt(Math.trunc(Number(value))) * 1000n);
    case Type.List:
      return cellsOf(value as Vector);
    case Type.Struct: {
      const struct = (value as { toJSON(): Readonly<Record<string, unknown>> }).toJSON();
      return Object.fromEntries(
        type.children.map((field: Field) => [field.name, cellOf(struct[field.name], field.type)]),
      );
    }
    default:
      return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? value
        : String(value);
  }
}

function columnOf({ name, type }: Field): Column {
  const column = { name, meaning: "" };
  switch (type.typeId as Type) {
    case Type.Int:
      return { ...column, type: "integer" };
    case Type.Float:
      return { ...column, type: "number" };
    case Type.Bool:
      return { ...column, type: "boolean" };
    case Type.Date:
      return { ...column, type: "date" };
    case Type.Timestamp:
      return { ...column, type: "timestamp" };
    case Type.List: {
      const { type: items, fields } = columnOf(type.children[0]!);
      return { ...column, type: "list", items, ...(fields === undefined ? {} : { fields }) };
    }
    case Type.Struct:
      return { ...column, type: "struct", fields: type.children.map((field: Field) => columnOf(field)) };
    default:
      return { ...column, type: "string" };
  }
}
