import type { DataType, Field, Vector } from "apache-arrow";
import { YoronError } from "../../model/error.ts";
import { inTime } from "./in-time.ts";
import { loadArrow } from "./load-packages.ts";
import type { Grid, TableRow } from "./source-table.ts";

const DAY = 86_400_000;

/** Returns the table of an Arrow IPC stream or file (Feather): the names of its columns, and its cells as text. */
export function readArrow(bytes: Uint8Array, path: string | null): Grid {
  const arrow = loadArrow();
  try {
    const table = inTime(bytes.length, () => arrow.tableFromIPC(bytes));
    // A value takes a bit at least; a file that is damaged can promise billions.
    const most = bytes.length * 8;
    if (table.numRows > most) throw new RangeError(`it promises ${table.numRows} rows`);
    const names = table.schema.fields.map(({ name }) => name);
    const texts = table.schema.fields.map((_, index) => textsOf({ types: arrow.Type, most }, table.getChildAt(index)));
    const rows: TableRow[] = [];
    for (let row = 0; row < table.numRows; row++) {
      rows.push({ cells: texts.map((column) => column[row] ?? ""), number: row + 1 });
    }
    return { format: "arrow", names, rows, separator: null, notes: [] };
  } catch (cause) {
    throw new YoronError({
      code: "malformed",
      what: `${path ?? "the input"} is no whole Arrow file:`,
      value: cause instanceof Error ? cause.message : String(cause),
      next: "write it again",
      cause,
    });
  }
}

/** What reading a value needs to know: the names of types, and how many values the file can hold. */
interface Context {
  readonly types: ReturnType<typeof loadArrow>["Type"];
  readonly most: number;
}

function textsOf(context: Context, vector: Vector | null): string[] {
  return vector === null ? [] : [...vector].map((value: unknown) => textOf(context, value, vector.type));
}

function textOf(context: Context, value: unknown, type: DataType): string {
  const { types } = context;
  if (value === null || value === undefined) return "";
  switch (type.typeId) {
    case types.Date:
      return new Date(Math.floor(Number(value) / DAY) * DAY).toISOString().slice(0, 10);
    case types.Timestamp: {
      const text = new Date(Number(value)).toISOString().replace(/\.000Z$/, "Z");
      // Without a zone it is the time that a clock showed.
      return (type as { timezone?: string | null }).timezone ? text : text.slice(0, -1);
    }
    case types.Dictionary:
      return textOf(context, value, (type as unknown as { dictionary: DataType }).dictionary);
    default:
      return typeof value === "object" ? filled(JSON.stringify(plain(context, value, type))) : String(value);
  }
}

/** An empty list says nothing. */
function filled(json: string): string {
  return json === "[]" ? "" : json;
}

/** A list or struct as JSON can hold it. */
function plain(context: Context, value: unknown, type: DataType): unknown {
  const { types, most } = context;
  if (value === null || value === undefined) return null;
  if (type.typeId === types.List || type.typeId === types.FixedSizeList) {
    const inner = value as Vector;
    if (inner.length > most) throw new RangeError(`it promises a list of ${inner.length} values`);
    return [...inner].map((one) => plain(context, one, inner.type));
  }
  if (type.typeId === types.Struct) {
    const fields = (value as { toJSON(): Readonly<Record<string, unknown>> }).toJSON();
    return Object.fromEntries(
      type.children.map((field: Field) => [field.name, plain(context, fields[field.name], field.type)]),
    );
  }
  return typeof value === "number" || typeof value === "boolean" ? value : textOf(context, value, type);
}
