import type { Simplify } from "./row-type.ts";

/** One name or several. */
export type Names<K> = K | readonly K[];
/** Names that both tables have, or which column of the left meets which of the right. */
export type On<L, R> = Names<keyof L & keyof R & string> | { readonly [K in keyof L & string]?: keyof R & string };
/** The columns of the right table that are its keys. */
type RightKeys<O> = O extends string ? O : O extends readonly (infer K)[] ? K : O[keyof O];
/** A row of what an inner join gives: the left one's columns, then the right one's without its keys. */
export type Joined<L extends object, R extends object, O> = Simplify<L & Omit<R, RightKeys<O> & string>>;
/** The same of a left join, in which the right one's may be null. */
export type LeftJoined<L extends object, R extends object, O> = Simplify<
  L & { readonly [K in Exclude<keyof R, RightKeys<O>>]: R[K] | null }
>;
/** What computed columns hold: undefined is null in a table. */
export type Computed<Made> = {
  readonly [K in keyof Made]: Made[K] extends (...args: never) => infer V ? Exclude<V, undefined> | NullFor<V> : never;
};
type NullFor<V> = undefined extends V ? null : never;
