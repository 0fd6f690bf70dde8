import type { Cell, Column, ColumnType } from "./schema.ts";

/** What a cell that is not null holds, by its column's type. */
interface Plain {
  readonly string: string;
  readonly date: string;
  readonly timestamp: string;
  readonly integer: number;
  readonly number: number;
  readonly boolean: boolean;
  readonly list: readonly Cell[];
  readonly struct: { readonly [field: string]: Cell };
}

type PlainCell<C extends Column> = C extends { readonly type: "list"; readonly items: infer I extends ColumnType }
  ? readonly Plain[I][]
  : C extends { readonly type: "list"; readonly fields: infer F extends readonly Column[] }
    ? readonly RowOf<F>[]
    : C extends { readonly type: "struct"; readonly fields: infer F extends readonly Column[] }
      ? RowOf<F>
      : Plain[C["type"]];

/** What a column's cells are in TypeScript: `number | null` of an integer that is not declared `nullable: false`. */
export type CellOf<C extends Column> = PlainCell<C> | (C extends { readonly nullable: false } ? never : null);

/** The row of a table with these columns; any cell under any name where they are not known to TypeScript. */
export type RowOf<Columns extends readonly Column[]> = {
  readonly [C in Columns[number] as C["name"]]: CellOf<C>;
};

/** One row as an object, in column order, where nothing more is known of it. */
export type Row = Readonly<Record<string, Cell>>;

type Nullable<R> = { readonly [K in keyof R as null extends R[K] ? K : never]?: R[K] | undefined };
type Needed<R> = { readonly [K in keyof R as null extends R[K] ? never : K]: R[K] };

/** What a row may be given as: a column that can be null may be missing. */
export type RowInput<R> = Simplify<Needed<R> & Nullable<R>>;

/** The same type written as one object, as an editor shows it. */
export type Simplify<T> = { [K in keyof T]: T[K] } & {};
