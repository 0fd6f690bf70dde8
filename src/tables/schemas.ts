import { YoronError } from "../model/error.ts";
import { CLAIMS, COPIES, OPINIONS } from "./opinion-schemas.ts";
import type { TableSchema } from "./schema.ts";
import { tables } from "./tables.ts";

/** Columns of tables that measures make, or fill in where they were projected. */
const MEASURED: readonly TableSchema[] = [CLAIMS, OPINIONS, COPIES];

/** The columns of every table there is, those of measures too. */
export const schemas: readonly TableSchema[] = Object.freeze([
  ...tables.map(({ schema }) => MEASURED.find(({ name }) => name === schema.name) ?? schema),
  ...MEASURED.filter(({ name }) => !tables.some((table) => table.name === name)),
]);

/** Returns the columns of the table of a name; an unknown one is an error that lists the known ones. */
export function schemaNamed(name: string): TableSchema {
  const found = schemas.find((schema) => schema.name === name);
  if (found !== undefined) return found;
  throw new YoronError({
    code: "unknown-name",
    what: "there is no table",
    value: name,
    next: `known tables: ${schemas.map((schema) => schema.name).join(", ")}`,
  });
}
