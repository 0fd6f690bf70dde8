import manifest from "../../package.json" with { type: "json" };
import { LINE_SCHEMAS } from "../../src/annotate-line/line-schemas.ts";
import { lineTableSchemas } from "../../src/annotate-line/line-tables.ts";
import type { Column } from "../../src/tables/schema.ts";

/** What a program needs to know of a column: its type, without words. */
interface TypedColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable?: false;
  readonly items?: string;
  readonly fields?: readonly TypedColumn[];
}

/** Returns the types of the line protocol's layers and tables as JSON, with the version that they are of. */
export function sparkSchemas(): string {
  const layers = Object.fromEntries(LINE_SCHEMAS.map((layer) => [layer.name, typed(layer)]));
  const tables = Object.fromEntries(
    lineTableSchemas.map(({ name, columns }) => [name, { columns: columns.map(typed) }]),
  );
  return `${JSON.stringify({ version: manifest.version, layers, tables }, null, 1)}\n`;
}

function typed({ name, type, nullable, items, fields }: Column): TypedColumn {
  return {
    name,
    type,
    ...(nullable === false ? { nullable } : {}),
    ...(items === undefined ? {} : { items }),
    ...(fields === undefined ? {} : { fields: fields.map(typed) }),
  };
}
