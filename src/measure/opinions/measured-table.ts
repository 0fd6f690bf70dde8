import type { Analysis } from "../../model/analysis.ts";
import { checkOptions } from "../../model/error.ts";
import { piecesOf, type TablePieces } from "../../tables/pieces.ts";
import { type Analyses, listOf, type TableOptions } from "../../tables/projection.ts";
import type { RowInput, RowOf, Simplify } from "../../tables/row-type.ts";
import type { Column, TableSchema } from "../../tables/schema.ts";
import { Table } from "../../tables/table.ts";

/** A function that makes a table from discussions taken together. */
export interface MeasuredTable<Columns extends readonly Column[], Options extends object> {
  /** The table's columns, whatever it is made from. */
  readonly schema: TableSchema<Columns>;
  <Name extends keyof RowOf<Columns> & string>(
    analyses: Analyses,
    options?: Options & TableOptions<Name>,
  ): Table<Simplify<Pick<RowOf<Columns>, Name>>>;
  /** Returns the same table in pieces; it is measured as a whole. */
  pieces(analyses: Analyses, options?: Partial<Options> & TableOptions): TablePieces;
}

/** Returns the function that turns discussions into a table: `rowsOf` gives the rows of all of them, under its own options. */
export function measuredTable<const Columns extends readonly Column[], Options extends object>(
  schema: TableSchema<Columns>,
  known: readonly (keyof Options & string)[],
  rowsOf: (analyses: readonly Analysis[], options: Options) => Iterable<RowInput<RowOf<Columns>>>,
): MeasuredTable<Columns, Options> {
  const made = (analyses: Analyses, { columns, ...options }: TableOptions & Partial<Options> = {}) => {
    checkOptions(options, [...known, "columns"], `table "${schema.name}"`);
    // Several are taken in the order of their ids: the order in which pages were given shows nowhere.
    const list = [...listOf(analyses)].sort((a, b) => compare(a.discussion.id, b.discussion.id));
    const titles = new Map(list.map(({ discussion: { id, article } }) => [id, article.title] as const));
    // The options were just checked by their names; what they hold is checked where it is used.
    const table = Table.from(schema, rowsOf(list, options as Options), { titles });
    // The names were checked against the row by the caller's types, and are again by select.
    return (columns === undefined ? table : table.select(columns as never)) as unknown as Table;
  };
  const pieces = (analyses: Analyses, options: TableOptions & Partial<Options> = {}) =>
    piecesOf(made(analyses, options));
  return Object.assign(made, { schema, pieces }) as unknown as MeasuredTable<Columns, Options>;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
