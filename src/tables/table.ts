import { YoronError } from "../model/error.ts";
import { deepFreeze } from "../model/freeze.ts";
import { JUPYTER_DISPLAY, type MimeBundle, NODE_INSPECT } from "../model/mime.ts";
import type { Cell, Column, TableSchema } from "./schema.ts";
import { tableHtml } from "./show/table-html.ts";
import { type TextOptions, tableText } from "./show/table-text.ts";

/** One row as an object, in column order. */
export type Row = Readonly<Record<string, Cell>>;

/**
 * Named read-only columns with declared types: the only thing that charts, exports and frames read.
 *
 * @example
 * const votes = Table.from({ name: "votes", description: "a row a comment", columns: [
 *   { name: "id", type: "string", meaning: "comment" }, { name: "up", type: "integer", meaning: "likes" } ] },
 *   [{ id: "c1", up: 3 }, { id: "c2", up: null }]);
 * votes.column("up"); // [3, null]
 */
export class Table implements Iterable<Row> {
  readonly schema: TableSchema;
  readonly length: number;
  readonly #columns: ReadonlyMap<string, readonly Cell[]>;

  private constructor(schema: TableSchema, columns: ReadonlyMap<string, readonly Cell[]>, length: number) {
    this.schema = deepFreeze(schema);
    this.#columns = columns;
    this.length = length;
    Object.freeze(this);
  }

  /** Builds a table from row objects; a missing field is null, an undeclared one an error. */
  static from(schema: TableSchema, rows: Iterable<Readonly<Record<string, Cell | undefined>>>): Table {
    const columns = new Map<string, Cell[]>(schema.columns.map(({ name }) => [name, []]));
    let length = 0;
    for (const row of rows) {
      for (const name of Object.keys(row)) {
        if (!columns.has(name)) throw unknownColumn(name, schema, "has no column");
      }
      for (const [name, cells] of columns) cells.push(deepFreeze(row[name] ?? null));
      length++;
    }
    for (const cells of columns.values()) Object.freeze(cells);
    return new Table(schema, columns, length);
  }

  /** Builds a table from whole columns of equal length. */
  static fromColumns(schema: TableSchema, columns: Readonly<Record<string, readonly Cell[]>>): Table {
    const lengths = new Set(schema.columns.map(({ name }) => columns[name]?.length ?? -1));
    if (lengths.size > 1 || lengths.has(-1)) {
      throw new YoronError({
        code: "bad-value",
        what: `table "${schema.name}" needs every column in the same length; it got`,
        value: Object.fromEntries(schema.columns.map(({ name }) => [name, columns[name]?.length ?? null])),
      });
    }
    const frozen = schema.columns.map(({ name }) => [name, deepFreeze([...columns[name]!])] as const);
    return new Table(schema, new Map(frozen), [...lengths][0] ?? 0);
  }

  get name(): string {
    return this.schema.name;
  }

  get columns(): readonly Column[] {
    return this.schema.columns;
  }

  has(name: string): boolean {
    return this.#columns.has(name);
  }

  /** Gives a column's cells; an unknown name is an error that lists the known ones. */
  column(name: string): readonly Cell[] {
    const cells = this.#columns.get(name);
    if (cells === undefined) throw unknownColumn(name, this.schema, "has no column");
    return cells;
  }

  /** Gives a column of strings, checked. */
  strings(name: string): readonly (string | null)[] {
    return this.column(name) as readonly (string | null)[];
  }

  /** Gives a column of numbers, checked. */
  numbers(name: string): readonly (number | null)[] {
    return this.column(name) as readonly (number | null)[];
  }

  /** Gives row `index` as an object in column order. */
  row(index: number): Row {
    if (!Number.isInteger(index) || index < 0 || index >= this.length) {
      throw new YoronError({
        code: "bad-value",
        what: `table "${this.name}" has ${this.length} rows, no row`,
        value: index,
      });
    }
    const row: Record<string, Cell> = {};
    for (const [name, cells] of this.#columns) row[name] = cells[index]!;
    return row;
  }

  /** Keeps the named columns, in the order given; an unknown name is an error that lists the known ones. */
  select(names: readonly string[]): Table {
    const columns = names.map((name) => {
      this.column(name);
      return this.schema.columns.find((column) => column.name === name)!;
    });
    const cells = new Map(names.map((name) => [name, this.column(name)]));
    return new Table({ ...this.schema, columns }, cells, this.length);
  }

  /** Keeps the rows for which `test` holds. */
  filter(test: (row: Row, index: number) => boolean): Table {
    const kept: Row[] = [];
    for (let i = 0; i < this.length; i++) {
      const row = this.row(i);
      if (test(row, i)) kept.push(row);
    }
    return Table.from(this.schema, kept);
  }

  /** Keeps the rows from `start` up to `end`, as an array's `slice` does. */
  slice(start?: number, end?: number): Table {
    const cells = new Map([...this.#columns].map(([name, column]) => [name, Object.freeze(column.slice(start, end))]));
    return new Table(this.schema, cells, [...cells.values()][0]?.length ?? 0);
  }

  /**
   * Sorts the rows by one column, smallest first unless `descending`; null comes last either way, equals stay in order.
   *
   * @example
   * commentTable(analysis).sortBy("up", { descending: true }).slice(0, 5);
   */
  sortBy(name: string, { descending = false }: { readonly descending?: boolean } = {}): Table {
    const keys = this.column(name);
    const order = Array.from(keys.keys()).sort((a, b) => {
      const [left, right] = [keys[a]!, keys[b]!];
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return (left < right ? -1 : left > right ? 1 : 0) * (descending ? -1 : 1);
    });
    const cells = new Map(
      [...this.#columns].map(([column, values]) => [column, Object.freeze(order.map((row) => values[row]!))]),
    );
    return new Table(this.schema, cells, this.length);
  }

  *[Symbol.iterator](): Iterator<Row> {
    for (let i = 0; i < this.length; i++) yield this.row(i);
  }

  /** The rows as plain objects, as `--format json` prints them. */
  toJSON(): Row[] {
    return [...this];
  }

  /** Draws the first rows as plain text. */
  toString(options: TextOptions = {}): string {
    return tableText(this, options);
  }

  /** What a notebook shows: the first rows as HTML and as plain text. */
  [JUPYTER_DISPLAY](): MimeBundle {
    return { "text/html": tableHtml(this), "text/plain": tableText(this) };
  }

  /** What `console.log` shows in Node. */
  [NODE_INSPECT](): string {
    return tableText(this);
  }
}

function unknownColumn(name: string, schema: TableSchema, what: string): YoronError {
  return new YoronError({
    code: "unknown-column",
    what: `table "${schema.name}" ${what}`,
    value: name,
    next: `the table has: ${schema.columns.map((column) => column.name).join(", ")}`,
  });
}
