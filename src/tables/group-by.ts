import type { Aggregate } from "./aggregates.ts";
import type { Simplify } from "./row-type.ts";
import type { Cell } from "./schema.ts";
import type { Table } from "./table.ts";

/** What a group's aggregates give, by their names. */
export type Values<Made> = { readonly [K in keyof Made]: Made[K] extends Aggregate<never, infer V> ? V : never };

/** What can be computed of rows of type `R`; of a table whose columns TypeScript does not know, anything. */
export type AggregateOf<R, V extends Cell = Cell> = string extends keyof R ? Aggregate<never, V> : Aggregate<R, V>;

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
