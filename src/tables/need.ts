import { YoronError } from "../model/error.ts";
import type { RowOf } from "./row-type.ts";
import type { Column, TableSchema } from "./schema.ts";
import type { Table } from "./table.ts";

type Picked<Columns extends readonly Column[], Name extends string> = {
  readonly [K in Name]: RowOf<Columns>[K & keyof RowOf<Columns>];
};

/**
 * Returns a table from anywhere (of a query, read from a file) as one that has some columns of a known one, and perhaps
 * some `optional` ones; `who` needs them, for the message.
 *
 * Throws `unknown-column` for a column that is not there, `bad-value` for one of another type or with a null where the
 * known one has none.
 */
export function need<
  Columns extends readonly Column[],
  Name extends keyof RowOf<Columns> & string,
  Maybe extends keyof RowOf<Columns> & string = never,
>(
  who: string,
  table: Table,
  schema: TableSchema<Columns>,
  names: readonly Name[],
  optional: readonly Maybe[] = [],
): Table<Picked<Columns, Name> & Partial<Picked<Columns, Maybe>>> {
  for (const name of [...names, ...optional.filter((one) => table.has(one))]) {
    const wanted = schema.columns.find((column) => column.name === name);
    const found = table.columns.find((column) => column.name === name);
    if (found === undefined) {
      throw new YoronError({
        code: "unknown-column",
        what: `${who} needs a column`,
        value: name,
        next: `the table "${table.name}" has: ${table.columns.map((column) => column.name).join(", ")}`,
      });
    }
    if (wanted !== undefined) checkCells(who, table, wanted, found);
  }
  // Its columns were just compared with the schema's.
  return table as unknown as Table<Picked<Columns, Name> & Partial<Picked<Columns, Maybe>>>;
}

const ALIKE: Readonly<Partial<Record<Column["type"], Column["type"]>>> = {
  integer: "number",
  date: "string",
  timestamp: "string",
};

function checkCells(who: string, table: Table, wanted: Column, found: Column): void {
  const cells = table.column(wanted.name);
  const plain = (type: Column["type"]) => ALIKE[type] ?? type;
  if (plain(wanted.type) !== plain(found.type) && cells.some((cell) => cell !== null)) {
    throw new YoronError({
      code: "bad-value",
      what: `${who} needs "${wanted.name}" to be of type ${wanted.type}, not`,
      value: found.type,
      next: `convert the column of the table "${table.name}" first`,
    });
  }
  if (wanted.nullable === false && found.nullable !== false && cells.includes(null)) {
    throw new YoronError({
      code: "bad-value",
      what: `${who} needs every row to have "${wanted.name}"; row ${cells.indexOf(null)} of "${table.name}" has`,
      value: null,
      next: "leave such rows out first: table.filter((row) => …)",
    });
  }
}
