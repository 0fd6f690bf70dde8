/** What a cell of a data frame holds. */
export type FrameValue = string | number | boolean | null | undefined;

/** A danfojs Series, as far as Yoron vouches for it: one column, or a row of answers. */
export interface Series {
  readonly values: readonly FrameValue[];
  readonly dtypes: readonly string[];
  readonly shape: readonly number[];
  sum(): number;
  mean(): number;
  median(): number;
  max(): number;
  min(): number;
  std(): number;
  count(): number;
  gt(other: number | Series): Series;
  lt(other: number | Series): Series;
  ge(other: number | Series): Series;
  le(other: number | Series): Series;
  eq(other: FrameValue | Series): Series;
  ne(other: FrameValue | Series): Series;
  and(other: Series): Series;
  or(other: Series): Series;
  isNa(): Series;
  valueCounts(): Series;
  unique(): Series;
  /** Returns the series as a text table. */
  toString(): string;
}

/** A danfojs group-by, waiting for what to do with each group. */
export interface GroupBy {
  col(names: readonly string[]): GroupBy;
  sum(): DataFrame;
  mean(): DataFrame;
  max(): DataFrame;
  min(): DataFrame;
  count(): DataFrame;
  agg(functions: Readonly<Record<string, string | readonly string[]>>): DataFrame;
}

/** A danfojs DataFrame, as far as Yoron vouches for it; everything else that danfojs 1.2 documents is there too. */
export interface DataFrame {
  readonly columns: readonly string[];
  readonly dtypes: readonly string[];
  readonly shape: readonly number[];
  readonly index: readonly (string | number)[];
  /** Row by row. */
  readonly values: readonly (readonly FrameValue[])[];
  column(name: string): Series;
  head(rows?: number): DataFrame;
  tail(rows?: number): DataFrame;
  loc(at: { rows?: readonly unknown[]; columns?: readonly string[] }): DataFrame;
  query(condition: Series | readonly boolean[]): DataFrame;
  groupby(names: readonly string[]): GroupBy;
  sortValues(by: string, options?: { readonly ascending?: boolean }): DataFrame;
  fillNa(value: FrameValue | readonly FrameValue[], options?: { readonly columns?: readonly string[] }): DataFrame;
  isNa(): DataFrame;
  describe(): DataFrame;
  rename(names: Readonly<Record<string, string>>): DataFrame;
  addColumn(name: string, values: Series | readonly FrameValue[]): DataFrame;
  /** Returns the frame as a text table. */
  toString(): string;
  print(): void;
}
