import type { Aggregate } from "./aggregates.ts";
import type { Cell } from "./schema.ts";

/** What a group's aggregates give, by their names. */
export type Values<Made> = { readonly [K in keyof Made]: Made[K] extends Aggregate<never, infer V> ? V : never };

/** What can be computed of rows of type `R`; of a table whose columns TypeScript does not know, anything. */
export type AggregateOf<R, V extends Cell = Cell> = string extends keyof R ? Aggregate<never, V> : Aggregate<R, V>;
