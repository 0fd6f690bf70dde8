export type ColumnType = "string" | "integer" | "number" | "boolean" | "date" | "timestamp" | "list" | "struct";

/** What a cell can hold; dates and timestamps are ISO 8601 strings, integers beyond 2^53 strings. */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [field: string]: Cell };

/** A declared column: what its values are and mean. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** Whether a cell can be null; true unless stated. */
  readonly nullable?: boolean;
  /** `UTF-16 code units`, `votes`, `[-1, 1]` … */
  readonly unit?: string;
  readonly meaning: string;
  /** `primary`, or the table and column that it refers to: `comments.id`. */
  readonly key?: string;
  /** Fields of a struct, or of the structs in a list; a list of plain values names their type in `items`. */
  readonly fields?: readonly Column[];
  readonly items?: ColumnType;
}

/** A table's name, what a row is, and its columns in order. */
export interface TableSchema {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly Column[];
}
