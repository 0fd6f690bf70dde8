import type { Cell, ColumnType } from "./schema.ts";

/**
 * What `rollup` computes of each group: from the cells of the columns that it names, a value.
 *
 * `Needs` is what a row must have for it, so that a misspelt column or one of another type does not compile.
 */
export interface Aggregate<Needs = never, Value extends Cell = Cell> {
  /** The columns whose cells `run` is given. */
  readonly columns: readonly string[];
  /** What is computed, in words: the meaning of the new column. */
  readonly meaning: string;
  /** The type of the new column; that of the first of `columns` where it is not given. */
  readonly type?: ColumnType;
  /** Whether the value can be null; true unless stated. */
  readonly nullable?: boolean;
  /** Returns the value of a group of `size` rows. */
  readonly run: (cells: readonly (readonly Cell[])[], size: number) => Value;
  /** Never there: it ties the type to the rows that it can be computed of. */
  readonly needs?: (row: Needs) => void;
}

type With<Name extends string, Value> = { readonly [K in Name]: Value };
type Numeric<Name extends string> = With<Name, number | null>;

/**
 * The number of rows.
 *
 * @example
 * commentTable(analysis).groupBy("author").rollup({ n: count() }).column("n"); // [3, 1, …]
 */
export function count(): Aggregate<unknown, number> {
  return { columns: [], meaning: "number of rows", type: "integer", nullable: false, run: (_, size) => size };
}

/**
 * The number of cells that are not null.
 *
 * @example
 * commentTable(analysis).groupBy("depth").rollup({ shown: countKnown("up") });
 */
export function countKnown<Name extends string>(column: Name): Aggregate<With<Name, Cell>, number> {
  return {
    columns: [column],
    meaning: `number of rows whose ${column} is known`,
    type: "integer",
    nullable: false,
    run: ([cells = []]) => known(cells).length,
  };
}

/**
 * The number of different cells that are not null.
 *
 * @example
 * commentTable(analysis).groupBy("discussion").rollup({ people: countDistinct("author") });
 */
export function countDistinct<Name extends string>(column: Name): Aggregate<With<Name, Cell>, number> {
  return {
    columns: [column],
    meaning: `number of different ${column}`,
    type: "integer",
    nullable: false,
    run: ([cells = []]) =>
      new Set(known(cells).map((cell) => (typeof cell === "object" ? JSON.stringify(cell) : cell))).size,
  };
}

/**
 * The sum of the numbers, nulls left aside; null where no number is known, since unknown is not zero.
 *
 * @example
 * commentTable(analysis).groupBy("author").rollup({ votes: sum("up") });
 */
export function sum<Name extends string>(column: Name): Aggregate<Numeric<Name>, number | null> {
  return ofNumbers(column, `sum of ${column}`, (numbers) => numbers.reduce((total, number) => total + number, 0));
}

/**
 * The mean of the numbers, nulls left aside; null where none is known.
 *
 * @example
 * commentTable(analysis).groupBy("depth").rollup({ tone: mean("sentiment") });
 */
export function mean<Name extends string>(column: Name): Aggregate<Numeric<Name>, number | null> {
  const of = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0) / numbers.length;
  return { ...ofNumbers(column, `mean of ${column}`, of), type: "number" };
}

/**
 * The median of the numbers (of an even number of them the mean of the middle two), nulls left aside; null where none is known.
 *
 * @example
 * commentTable(analysis).groupBy("depth").rollup({ votes: median("up") });
 */
export function median<Name extends string>(column: Name): Aggregate<Numeric<Name>, number | null> {
  const of = (numbers: readonly number[]) => {
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  };
  return { ...ofNumbers(column, `median of ${column}`, of), type: "number" };
}

/**
 * The smallest cell (of texts and dates the first in their order), nulls left aside; null where none is known.
 *
 * @example
 * commentTable(analysis).groupBy("author").rollup({ first: min("posted") });
 */
export function min<Name extends string, Value extends string | number | null>(
  column: Name,
): Aggregate<With<Name, Value>, Value | null> {
  return extreme(column, `smallest ${column}`, (a, b) => a < b);
}

/**
 * The greatest cell, as {@link min} gives the smallest.
 *
 * @example
 * commentTable(analysis).groupBy("author").rollup({ last: max("posted") });
 */
export function max<Name extends string, Value extends string | number | null>(
  column: Name,
): Aggregate<With<Name, Value>, Value | null> {
  return extreme(column, `greatest ${column}`, (a, b) => a > b);
}

/**
 * The cell of the first row, whatever it is.
 *
 * @example
 * commentTable(analysis).sortBy("up", { descending: true }).groupBy("author").rollup({ best: first("text") });
 */
export function first<Name extends string, Value extends Cell>(
  column: Name,
): Aggregate<With<Name, Value>, Value | null> {
  // The cells of a column are of its type.
  return {
    columns: [column],
    meaning: `${column} of the first row`,
    run: ([cells = []]) => (cells[0] ?? null) as Value,
  };
}

/**
 * All cells of a column, nulls with them, in the order of the rows.
 *
 * @example
 * commentTable(analysis).groupBy("author").rollup({ ids: collect("id") }).column("ids"); // [["c1", "c7"], …]
 */
export function collect<Name extends string>(column: Name): Aggregate<With<Name, Cell>, readonly Cell[]> {
  return { columns: [column], meaning: `every ${column}`, type: "list", nullable: false, run: ([cells = []]) => cells };
}

function known(cells: readonly Cell[]): readonly Cell[] {
  return cells.filter((cell) => cell !== null);
}

function ofNumbers<Name extends string>(
  column: Name,
  meaning: string,
  of: (numbers: readonly number[]) => number,
): Aggregate<Numeric<Name>, number | null> {
  return {
    columns: [column],
    meaning,
    run: ([cells = []]) => {
      const numbers = cells.filter((cell) => typeof cell === "number");
      return numbers.length === 0 ? null : of(numbers);
    },
  };
}

function extreme<Name extends string, Value extends string | number | null>(
  column: Name,
  meaning: string,
  better: (a: string | number, b: string | number) => boolean,
): Aggregate<With<Name, Value>, Value | null> {
  return {
    columns: [column],
    meaning,
    run: ([cells = []]) => {
      let best: string | number | null = null;
      for (const cell of cells) {
        if (typeof cell !== "string" && typeof cell !== "number") continue;
        if (best === null || better(cell, best)) best = cell;
      }
      // It is one of the column's cells.
      return best as Value | null;
    },
  };
}
