import type { Analysis } from "../model/analysis.ts";
import { checkOptions } from "../model/error.ts";
import type { Cell, Column, TableSchema } from "./schema.ts";
import { Table } from "./table.ts";

/** One analysis or several; their rows follow one another. */
export type Analyses = Analysis | readonly Analysis[];

export interface TableOptions {
  /** Names of the columns to keep, in this order; all by default. */
  readonly columns?: readonly string[];
}

/** Makes a table from analyses. */
export type Projection = (analyses: Analyses, options?: TableOptions) => Table;

type RowsOf = (analysis: Analysis) => Iterable<Readonly<Record<string, Cell | undefined>>>;

/** Makes the function that turns analyses into a table: `rowsOf` gives the rows of one analysis. */
export function projection(schema: TableSchema, rowsOf: RowsOf): Projection {
  return (analyses, options = {}) => {
    checkOptions(options, ["columns"], `table "${schema.name}"`);
    const rows = function* () {
      for (const analysis of listOf(analyses)) yield* rowsOf(analysis);
    };
    const table = Table.from(schema, rows());
    return options.columns === undefined ? table : table.select(options.columns);
  };
}

/** Gives one analysis or several as a list. */
export function listOf(analyses: Analyses): readonly Analysis[] {
  return Array.isArray(analyses) ? (analyses as readonly Analysis[]) : [analyses as Analysis];
}

export const DISCUSSION: Column = {
  name: "discussion",
  type: "string",
  nullable: false,
  meaning: "the discussion's id",
};

/** The columns that every table of spans begins with. */
export const SPAN_COLUMNS: readonly Column[] = [
  DISCUSSION,
  { name: "unit", type: "string", nullable: false, meaning: "`article`, or a comment", key: "comments.id" },
  {
    name: "start",
    type: "integer",
    nullable: false,
    unit: "UTF-16 code units",
    meaning: "where it begins in the unit's text",
  },
  { name: "end", type: "integer", nullable: false, unit: "UTF-16 code units", meaning: "where it ends, exclusive" },
  { name: "text", type: "string", nullable: false, meaning: "the words of the span, as written" },
];

/** The columns in which a layer says why. */
export const WHY_COLUMNS: readonly Column[] = [
  { name: "confidence", type: "number", nullable: false, unit: "[0, 1]", meaning: "how sure the rule or model is" },
  { name: "by", type: "string", nullable: false, meaning: "the rule, gazetteer or model that found it" },
];
