import { YoronError } from "../../model/error.ts";
import type { Cell } from "../schema.ts";
import { cellsOf, type Parts } from "./parts.ts";

/** Returns the rows of several tables one after the other; all have the same columns, in whatever order. */
export function concat(all: readonly [Parts, ...Parts[]]): Parts {
  const [first] = all;
  const names = first.schema.columns.map(({ name }) => name);
  for (const { schema } of all) {
    const odd = [
      ...schema.columns.filter(({ name }) => !names.includes(name)).map(({ name }) => `${schema.name}.${name}`),
      ...names.filter((name) => !schema.columns.some((column) => column.name === name)),
    ];
    if (odd.length > 0) {
      throw new YoronError({
        code: "unknown-column",
        what: `concat needs tables of the same columns; not in all of them:`,
        value: odd.join(", "),
        next: "select the columns that they share first",
      });
    }
  }
  const columns = first.schema.columns.map((column) => {
    const nullable = all.some(
      ({ schema }) => schema.columns.find(({ name }) => name === column.name)?.nullable !== false,
    );
    return nullable && column.nullable === false ? { ...column, nullable: true } : column;
  });
  const cells = new Map<string, readonly Cell[]>(
    names.map((name) => [name, Object.freeze(all.flatMap((parts) => cellsOf(parts, name)))]),
  );
  const titles = new Map(all.flatMap((parts) => [...(parts.titles ?? [])]));
  return {
    ...first,
    titles,
    schema: { ...first.schema, columns },
    cells,
    length: all.reduce((sum, { length }) => sum + length, 0),
  };
}
