import { YoronError } from "../../model/error.ts";
import { cellsOf, columnOf, type Parts } from "./parts.ts";

/** Returns the table with other names for some columns. */
export function rename(parts: Parts, names: Readonly<Record<string, string>>): Parts {
  for (const name of Object.keys(names)) columnOf(parts, name);
  const columns = parts.schema.columns.map((column) => ({ ...column, name: names[column.name] ?? column.name }));
  const twice = columns.find(({ name }, index) => columns.findIndex((column) => column.name === name) < index);
  if (twice !== undefined) {
    throw new YoronError({ code: "bad-value", what: "two columns would have the name", value: twice.name });
  }
  const cells = new Map(
    parts.schema.columns.map(({ name }, index) => [columns[index]!.name, cellsOf(parts, name)] as const),
  );
  return { ...parts, schema: { ...parts.schema, columns }, cells };
}
