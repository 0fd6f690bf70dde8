import { packNumbers, unpackNumbers } from "./packed-numbers.ts";

/** Rows of values, column by column; rows that have the same fields stand together. */
export interface PackedRows {
  readonly shapes: readonly { readonly fields: readonly string[]; readonly columns: readonly PackedColumn[] }[];
  /** Which shape each row has: {@link packNumbers}. */
  readonly of: string;
}

/** The values of a field; or, of strings that come again, their numbers in a list of different ones. */
type PackedColumn = readonly unknown[] | { readonly names: readonly string[]; readonly of: string };

type Values = Readonly<Record<string, unknown>>;

/** Returns rows as columns: names of fields, and strings that come again, are written once. */
export function packRows(rows: readonly Values[]): PackedRows {
  const shapes = new Map<string, { readonly number: number; readonly rows: Values[] }>();
  const of = rows.map((row) => {
    const key = JSON.stringify(Object.keys(row));
    const shape = shapes.get(key) ?? { number: shapes.size, rows: [] };
    shapes.set(key, shape);
    shape.rows.push(row);
    return shape.number;
  });
  return {
    shapes: [...shapes].map(([key, { rows: own }]) => {
      const fields = JSON.parse(key) as string[];
      return { fields, columns: fields.map((field) => packColumn(own.map((row) => row[field]))) };
    }),
    of: packNumbers(of),
  };
}

function packColumn(values: readonly unknown[]): PackedColumn {
  if (!values.every((value) => typeof value === "string")) return values;
  const numbers = new Map<string, number>();
  for (const value of values) if (!numbers.has(value)) numbers.set(value, numbers.size);
  if (2 * numbers.size > values.length) return values;
  return { names: [...numbers.keys()], of: packNumbers(values.map((value) => numbers.get(value)!)) };
}

/** Returns the rows of {@link packRows}. */
export function unpackRows({ shapes, of }: PackedRows): readonly Values[] {
  const columns = shapes.map((shape) => shape.columns.map(unpackColumn));
  const next = shapes.map(() => 0);
  return unpackNumbers(of).map((number) => {
    // Every row has a shape.
    const shape = number!;
    const place = next[shape]!++;
    return Object.fromEntries(shapes[shape]!.fields.map((field, i) => [field, columns[shape]![i]![place]]));
  });
}

function unpackColumn(column: PackedColumn): readonly unknown[] {
  if (!("names" in column)) return column;
  return unpackNumbers(column.of).map((number) => column.names[number!]);
}
