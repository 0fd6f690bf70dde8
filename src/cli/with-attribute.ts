import { type Analysis, attributeTable, type Table } from "../index.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";

/**
 * Returns a table with an attribute of the source (年代, 地区) as a column, unless it has one of that name; `unit` names the
 * column of the comment's id. Throws for a name that is neither.
 */
export function withAttribute(table: Table, name: string, unit: string, analyses: readonly Analysis[]): Table {
  if (table.has(name)) return table;
  const attributes = attributeTable(analyses);
  const own = attributes.filter((row) => row.name === name).toRows();
  if (own.length === 0) {
    const known = [...table.columns.map((column) => column.name), ...new Set(attributes.column("name"))];
    throw usageError(said().usage.noAttribute, name, said().usage.thereAre(known.join(", ")));
  }
  const values = new Map(own.map((row) => [`${row.discussion}/${row.unit}`, row.value]));
  return table.derive({
    [name]: (row) => values.get(`${row.discussion}/${row[unit as keyof typeof row]}`) ?? null,
  }) as unknown as Table;
}
