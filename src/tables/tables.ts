import { YoronError } from "../model/error.ts";
import { attributeTable } from "./attributes.ts";
import { authorTable } from "./authors.ts";
import { citationTable } from "./citations.ts";
import { claimTable } from "./claims.ts";
import { commentTable } from "./comments.ts";
import { considerationTable } from "./considerations.ts";
import { dateTable } from "./dates.ts";
import { entityTable } from "./entities.ts";
import { mentionTable } from "./mentions.ts";
import type { Projection } from "./projection.ts";
import { quotationTable } from "./quotations.ts";
import { reactionTable } from "./reactions.ts";
import { referenceTable } from "./references.ts";
import type { TableSchema } from "./schema.ts";
import { sentenceTable } from "./sentences.ts";
import { sentimentTable } from "./sentiment.ts";
import { sideTable } from "./sides.ts";
import { stanceTable } from "./stances.ts";
import { tokenTable } from "./tokens.ts";

/** A table that can be had by name. */
export interface NamedTable {
  readonly name: string;
  readonly description: string;
  readonly schema: TableSchema;
  readonly project: Projection;
}

const projections: readonly Projection[] = [
  commentTable,
  tokenTable,
  sentenceTable,
  entityTable,
  mentionTable,
  citationTable,
  quotationTable,
  referenceTable,
  sentimentTable,
  authorTable,
  reactionTable,
  dateTable,
  stanceTable,
  sideTable,
  claimTable,
  considerationTable,
  attributeTable,
];

/**
 * All tables there are, with names and descriptions.
 *
 * @example
 * tables.map((table) => table.name); // ["comments", "tokens", …]
 */
export const tables: readonly NamedTable[] = Object.freeze(
  projections.map((project) => {
    const { schema } = project([]);
    return Object.freeze({ name: schema.name, description: schema.description, schema, project });
  }),
);

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
