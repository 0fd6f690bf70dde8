import { YoronError } from "../model/error.ts";
import type { Projection } from "../tables/projection.ts";
import { type NamedTable, tables as projected } from "../tables/tables.ts";
import { codeTable } from "./codes/code-table.ts";
import { claimTable } from "./opinions/claim-table.ts";
import { copyTable } from "./opinions/copy-table.ts";
import { opinionTable } from "./opinions/opinion-table.ts";

export type { NamedTable } from "../tables/tables.ts";

/** Tables that are measured over whole discussions, not read off them row by row. */
const measured: readonly Projection[] = [
  claimTable,
  opinionTable,
  copyTable,
  codeTable,
] as unknown as readonly Projection[];

/**
 * All tables there are, with names and descriptions.
 *
 * @example
 * tables.map((table) => table.name); // ["comments", "tokens", …]
 */
export const tables: readonly NamedTable[] = Object.freeze([
  ...projected.filter(({ name }) => !measured.some(({ schema }) => schema.name === name)),
  ...measured.map((project) => {
    const { schema } = project;
    return Object.freeze({ name: schema.name, description: schema.description, schema, project });
  }),
]);

/**
 * Returns the table of a name; an unknown one is an error that lists the known ones.
 *
 * @example
 * tableNamed("comments").project(analysis).column("up");
 */
export function tableNamed(name: string): NamedTable {
  const found = tables.find((table) => table.name === name);
  if (found !== undefined) return found;
  throw new YoronError({
    code: "unknown-name",
    what: "there is no table",
    value: name,
    next: `known tables: ${tables.map((table) => table.name).join(", ")}`,
  });
}
