import { YoronError } from "../model/error.ts";
import { deepFreeze } from "../model/freeze.ts";
import { JUPYTER_DISPLAY, type MimeBundle, NODE_INSPECT } from "../model/mime.ts";
import type { AggregateOf, Values } from "./group-by.ts";
import type { Row, RowInput, RowOf, Simplify } from "./row-type.ts";
import { type Cell, type Column, type TableSchema, unknownColumn } from "./schema.ts";
import { tableHtml } from "./show/table-html.ts";
import { type TextOptions, tableText } from "./show/table-text.ts";
import type { Computed, Joined, LeftJoined, Names, On } from "./verb-types.ts";
import { concat } from "./verbs/concat.ts";
import { type Derived, derive } from "./verbs/derive.ts";
import { join } from "./verbs/join.ts";
import { keysOf, listOf } from "./verbs/names.ts";
import { cellsOf, type Parts, rowAt, takeRows } from "./verbs/parts.ts";
import { pivot } from "./verbs/pivot.ts";
import { rename } from "./verbs/rename.ts";
import { rollup } from "./verbs/rollup.ts";
import { select } from "./verbs/select.ts";
import { sortBy } from "./verbs/sort-by.ts";
import { unique } from "./verbs/unique.ts";

export type { Row, RowOf } from "./row-type.ts";

/**
 * Named read-only columns with declared types: the only thing that charts, exports and frames read.
 *
 * Its verbs give new tables; none changes one. `R` is the type of its rows: what a column holds, and whether it can be
 * null, TypeScript knows from the schema.
 *
 * @example
 * const votes = Table.from({ name: "votes", description: "a row a comment", columns: [
 *   { name: "id", type: "string", nullable: false, meaning: "comment" }, { name: "up", type: "integer", meaning: "likes" } ] },
 *   [{ id: "c1", up: 3 }, { id: "c2", up: null }]);
 * votes.column("up"); // [3, null]
 */
export class Table<out R extends object = Row> implements Iterable<R> {
  readonly schema: TableSchema;
  readonly length: number;
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.schema = deepFreeze(parts.schema);
    this.length = parts.length;
    this.#parts = parts;
    Object.freeze(this);
  }

  /**
   * Returns a table of row objects; a missing field is null, an undeclared one an error. `titles` says what discussions
   * are called by their ids, for where people look.
   *
   * @example
   * const schema = defineSchema({ name: "votes", description: "Likes of a comment.",
   *   columns: [{ name: "up", type: "integer", meaning: "likes" }] });
   * Table.from(schema, [{ up: 3 }, {}]).column("up"); // [3, null]
   */
  static from<const Columns extends readonly Column[]>(
    schema: TableSchema<Columns>,
    rows: Iterable<RowInput<RowOf<Columns>>>,
    { titles }: { readonly titles?: ReadonlyMap<string, string> } = {},
  ): Table<RowOf<Columns>> {
    const columns = new Map<string, Cell[]>(schema.columns.map(({ name }) => [name, []]));
    let length = 0;
    for (const row of rows as Iterable<Readonly<Record<string, Cell | undefined>>>) {
      for (const name of Object.keys(row)) if (!columns.has(name)) throw unknownColumn(name, schema);
      for (const [name, cells] of columns) cells.push(deepFreeze(row[name] ?? null));
      length++;
    }
    for (const cells of columns.values()) Object.freeze(cells);
    return new Table({ schema, cells: columns, length, titles, asGiven: titles === undefined });
  }

  /**
   * Returns a table of whole columns of equal length.
   *
   * @example
   * const schema = defineSchema({ name: "votes", description: "Likes of a comment.",
   *   columns: [{ name: "up", type: "integer", meaning: "likes" }] });
   * Table.fromColumns(schema, { up: [3, null] }).length; // 2
   */
  static fromColumns<const Columns extends readonly Column[]>(
    schema: TableSchema<Columns>,
    columns: Readonly<Record<string, readonly Cell[]>>,
  ): Table<RowOf<Columns>> {
    const lengths = new Set(schema.columns.map(({ name }) => columns[name]?.length ?? -1));
    if (lengths.size > 1 || lengths.has(-1)) {
      throw new YoronError({
        code: "bad-value",
        what: `table "${schema.name}" needs every column in the same length; it got`,
        value: Object.fromEntries(schema.columns.map(({ name }) => [name, columns[name]?.length ?? null])),
      });
    }
    const cells = new Map(schema.columns.map(({ name }) => [name, deepFreeze([...columns[name]!])] as const));
    return new Table({ schema, cells, length: [...lengths][0] ?? 0, asGiven: true });
  }

  /** The name of the table. */
  get name(): string {
    return this.schema.name;
  }

  /** The columns, in their order: name, type, unit, whether a cell can be null, and what it means. */
  get columns(): readonly Column[] {
    return this.schema.columns;
  }

  /**
   * Whether there is a column of that name.
   *
   * @example
   * commentTable(analysis).has("up"); // true
   */
  has(name: string): boolean {
    return this.#parts.cells.has(name);
  }

  /**
   * Returns a column's cells; throws `unknown-column`, which lists the known ones.
   *
   * @example
   * commentTable(analysis).column("up"); // readonly (number | null)[]
   */
  column<K extends keyof R & string>(name: K): readonly R[K][] {
    // A cell is of its column's type.
    return cellsOf(this.#parts, name) as readonly R[K][];
  }

  /**
   * Returns row `index` as an object in column order; throws `bad-value` where there is none.
   *
   * @example
   * commentTable(analysis).row(0).up;
   */
  row(index: number): R {
    if (!Number.isInteger(index) || index < 0 || index >= this.length) {
      throw new YoronError({
        code: "bad-value",
        what: `table "${this.name}" has ${this.length} rows, no row`,
        value: index,
      });
    }
    return rowAt(this.#parts, index) as R;
  }

  /**
   * Returns the named columns alone, in the order given: one name, several, or a list. Throws `unknown-column`, which lists the
   * known ones.
   *
   * @example
   * commentTable(analysis).select(["author", "up"]);
   */
  select<K extends keyof R & string>(...names: readonly Names<K>[]): Table<Simplify<Pick<R, K>>> {
    return new Table(select(this.#parts, names.flatMap(listOf)));
  }

  /**
   * Returns the table with other names for some columns.
   *
   * @example
   * commentTable(analysis).rename({ up: "likes" }).column("likes");
   */
  rename<const Names extends { readonly [K in keyof R & string]?: string }>(
    names: Names,
  ): Table<Simplify<{ readonly [K in keyof R as K extends keyof Names ? Names[K] & string : K]: R[K] }>> {
    return new Table(rename(this.#parts, names as Readonly<Record<string, string>>));
  }

  /**
   * Returns the rows for which `test` holds; what a test says of null is its own affair.
   *
   * @example
   * commentTable(analysis).filter((row) => (row.up ?? 0) > 10);
   */
  filter(test: (row: R, index: number) => boolean): Table<R> {
    const kept: number[] = [];
    for (let i = 0; i < this.length; i++) if (test(this.row(i), i)) kept.push(i);
    return new Table(takeRows(this.#parts, kept));
  }

  /**
   * Returns what `make` gives for each row, as an array; {@link Table.derive} makes columns.
   *
   * @example
   * commentTable(analysis).map((row) => row.up ?? 0); // number[]
   */
  map<T>(make: (row: R, index: number) => T): T[] {
    return Array.from({ length: this.length }, (_, i) => make(this.row(i), i));
  }

  /**
   * Returns the table with computed columns behind its own; one of a name that is there takes its place. The type of a
   * computed column is what its cells are; undefined and NaN are null.
   *
   * @example
   * commentTable(analysis).derive({ long: (row) => row.characters > 200 });
   */
  derive<Made extends Readonly<Record<string, (row: R, index: number) => Derived>>>(
    made: Made,
  ): Table<Simplify<Omit<R, keyof Made> & Computed<Made>>> {
    return new Table(derive(this.#parts, made));
  }

  /**
   * Returns the rows sorted by one column or several, smallest first unless `descending`; null comes last either way,
   * equals stay in order. Texts are compared by their code units, in every locale alike.
   *
   * @example
   * commentTable(analysis).sortBy("up", { descending: true }).slice(0, 5);
   */
  sortBy(names: Names<keyof R & string>, { descending = false }: { readonly descending?: boolean } = {}): Table<R> {
    return new Table(sortBy(this.#parts, listOf(names), descending));
  }

  /**
   * Returns the rows from `start` up to `end`, as an array's `slice` does.
   *
   * @example
   * commentTable(analysis).slice(-3);
   */
  slice(start?: number, end?: number): Table<R> {
    const rows = Array.from({ length: this.length }, (_, row) => row).slice(start, end);
    return new Table(takeRows(this.#parts, rows));
  }

  /**
   * Returns groups of rows with equal cells in one column or several; rows with null are a group of their own.
   *
   * @example
   * commentTable(analysis).groupBy(["discussion", "depth"]).rollup({ n: count(), votes: median("up") });
   */
  groupBy<K extends keyof R & string>(keys: Names<K>): Groups<R, K> {
    return Object.freeze({
      rollup: (made: Readonly<Record<string, AggregateOf<R>>>) => new Table(rollup(this.#parts, listOf(keys), made)),
    }) as Groups<R, K>;
  }

  /**
   * Returns each pair of rows of this table and another that are equal in the key columns; null equals nothing.
   *
   * @example
   * commentTable(analysis).join(authorTable(analysis).select(["author", "answered"]), "author");
   */
  join<Other extends object, const O extends On<R, Other>>(other: Table<Other>, on: O): Table<Joined<R, Other, O>> {
    return new Table(join(this.#parts, other.#parts, keysOf(on), false));
  }

  /**
   * Returns what {@link Table.join} does, and each row of this table that meets none, with nulls for the other's columns.
   *
   * @example
   * commentTable(analysis).leftJoin(stanceTable(analysis).select(["unit", "stance"]), { id: "unit" });
   */
  leftJoin<Other extends object, const O extends On<R, Other>>(
    other: Table<Other>,
    on: O,
  ): Table<LeftJoined<R, Other, O>> {
    return new Table(join(this.#parts, other.#parts, keysOf(on), true));
  }

  /**
   * Returns the rows of this table and then those of others with the same columns.
   *
   * @example
   * const comments = commentTable(analysis);
   * comments.slice(0, 3).concat(comments.slice(-3)).length; // 6
   */
  concat(...others: readonly Table<R>[]): Table<R> {
    return new Table(concat([this.#parts, ...others.map((other) => other.#parts)]));
  }

  /**
   * Returns the first row of each different set of cells in the named columns, in all by default.
   *
   * @example
   * commentTable(analysis).unique("author");
   */
  unique(names: Names<keyof R & string> = this.columns.map(({ name }) => name as keyof R & string)): Table<R> {
    return new Table(unique(this.#parts, listOf(names)));
  }

  /**
   * Returns a row for each group of equal `rows` and a column for each value of `across`, sorted, holding what `value`
   * computes of the rows where both meet; null where none do.
   *
   * @example
   * commentTable(analysis).pivot({ rows: "author", across: "sentimentLabel", value: count() });
   */
  pivot<K extends keyof R & string, A extends AggregateOf<R>>({
    rows,
    across,
    value,
  }: {
    readonly rows: Names<K>;
    readonly across: keyof R & string;
    readonly value: A;
  }): Table<Simplify<Pick<R, K>> & Readonly<Record<string, Cell>>> {
    return new Table(pivot(this.#parts, listOf(rows), across, value));
  }

  *[Symbol.iterator](): Iterator<R> {
    for (let i = 0; i < this.length; i++) yield this.row(i);
  }

  /**
   * Returns the rows as plain objects.
   *
   * @example
   * commentTable(analysis).toRows().map(({ author, up }) => [author, up]);
   */
  toRows(): R[] {
    return [...this];
  }

  /**
   * Returns the rows as plain objects, as `--format json` prints them.
   *
   * @example
   * JSON.stringify(commentTable(analysis).select(["id", "up"]));
   */
  toJSON(): R[] {
    return this.toRows();
  }

  /**
   * Returns the first rows as plain text.
   *
   * @example
   * console.log(commentTable(analysis).toString({ rows: 5 }));
   */
  toString(options: TextOptions = {}): string {
    return tableText(this.#parts, options);
  }

  /** What a notebook shows: the first rows as HTML and as plain text. */
  [JUPYTER_DISPLAY](): MimeBundle {
    return { "text/html": tableHtml(this.#parts), "text/plain": tableText(this.#parts) };
  }

  /** What `console.log` shows in Node. */
  [NODE_INSPECT](): string {
    return tableText(this.#parts);
  }
}

/** A table parted into groups of rows with equal keys, waiting for what is to be computed of each. */
export interface Groups<R extends object, Key extends keyof R & string> {
  /**
   * Returns a row a group, in the order in which the groups first occur: the keys, then the named values.
   *
   * @example
   * commentTable(analysis).groupBy("author").rollup({ n: count(), votes: sum("up"), tone: mean("sentiment") });
   */
  rollup<Made extends Readonly<Record<string, AggregateOf<R>>>>(
    made: Made,
  ): Table<Simplify<Pick<R, Key> & Values<Made>>>;
}
