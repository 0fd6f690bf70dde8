import type { Analysis } from "../model/analysis.ts";
import { checkOptions } from "../model/error.ts";
import { inLists, PIECE_ROWS, type TablePieces } from "./pieces.ts";
import type { RowInput, RowOf, Simplify } from "./row-type.ts";
import type { Column, TableSchema } from "./schema.ts";
import { Table } from "./table.ts";

/** One analysis or several; their rows follow one another. */
export type Analyses = Analysis | readonly Analysis[];

export interface TableOptions<Name extends string = string> {
  /** Names of the columns to keep, in this order; all by default. */
  readonly columns?: readonly Name[];
}

/** A function that makes a table from analyses. */
export interface Projection<Columns extends readonly Column[] = readonly Column[]> {
  /** The table's columns, whatever it is made from. */
  readonly schema: TableSchema<Columns>;
  <Name extends keyof RowOf<Columns> & string>(
    analyses: Analyses,
    options?: TableOptions<Name>,
  ): Table<Simplify<Pick<RowOf<Columns>, Name>>>;
  /** Returns the same table piece by piece, for what is too long to be held as a whole. */
  pieces(analyses: Analyses, options?: TableOptions): TablePieces;
}

/** Returns the function that turns analyses into a table: `rowsOf` gives the rows of one analysis. */
export function projection<const Columns extends readonly Column[]>(
  schema: TableSchema<Columns>,
  rowsOf: (analysis: Analysis) => Iterable<RowInput<RowOf<Columns>>>,
): Projection<Columns> {
  const prepare = (analyses: Analyses, options: TableOptions) => {
    checkOptions(options, ["columns"], `table "${schema.name}"`);
    const list = listOf(analyses);
    const titles = new Map(list.map(({ discussion: { id, article } }) => [id, article.title] as const));
    const rows = function* () {
      for (const analysis of list) yield* rowsOf(analysis);
    };
    const tableOf = (some: Iterable<RowInput<RowOf<Columns>>>): Table => {
      const table = Table.from(schema, some, { titles });
      // The names were checked against the row by the caller's types, and are again by select.
      return (options.columns === undefined ? table : table.select(options.columns as never)) as unknown as Table;
    };
    return { rows, tableOf };
  };
  const project = (analyses: Analyses, options: TableOptions = {}) => {
    const { rows, tableOf } = prepare(analyses, options);
    return tableOf(rows());
  };
  const pieces = (analyses: Analyses, options: TableOptions = {}): TablePieces => {
    const { rows, tableOf } = prepare(analyses, options);
    return {
      schema: tableOf([]).schema,
      *pieces(most = PIECE_ROWS) {
        for (const list of inLists(rows(), most)) yield tableOf(list);
      },
    };
  };
  return Object.assign(project, { schema, pieces }) as unknown as Projection<Columns>;
}

/** Returns one analysis or several as a list. */
export function listOf(analyses: Analyses): readonly Analysis[] {
  return Array.isArray(analyses) ? (analyses as readonly Analysis[]) : [analyses as Analysis];
}

export const DISCUSSION = {
  name: "discussion",
  type: "string",
  nullable: false,
  meaning: "the discussion's id",
} as const satisfies Column;

/** The columns that every table of spans begins with. */
export const SPAN_COLUMNS = [
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
] as const satisfies readonly Column[];

/** The column of the words by which a layer says so: `unit` is what they stand in, `why` what the last field tells. */
export const evidenceColumn = (unit: string, why: string) =>
  ({
    name: "evidence",
    type: "list",
    nullable: false,
    meaning: "the words that say so",
    fields: [
      {
        name: "start",
        type: "integer",
        nullable: false,
        unit: "UTF-16 code units",
        meaning: `where they begin in the ${unit}`,
      },
      { name: "end", type: "integer", nullable: false, unit: "UTF-16 code units", meaning: "where they end" },
      { name: "text", type: "string", nullable: false, meaning: "the words" },
      { name: "why", type: "string", nullable: false, meaning: why },
    ],
  }) as const satisfies Column;

/** The columns in which a layer says why. */
export const WHY_COLUMNS = [
  { name: "confidence", type: "number", nullable: false, unit: "[0, 1]", meaning: "how sure the rule or model is" },
  { name: "by", type: "string", nullable: false, meaning: "the rule, gazetteer or model that found it" },
] as const satisfies readonly Column[];
