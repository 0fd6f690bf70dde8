import { YoronError } from "../model/error.ts";

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

/** A table's name, what a row is, and its columns in order; its type is the type of the rows ({@link RowOf}). */
export interface TableSchema<Columns extends readonly Column[] = readonly Column[]> {
  readonly name: string;
  readonly description: string;
  readonly columns: Columns;
}

/**
 * Returns the schema as it is, with names and types of its columns known to TypeScript.
 *
 * @example
 * const schema = defineSchema({ name: "votes", description: "A comment's votes.", columns: [
 *   { name: "id", type: "string", nullable: false, meaning: "the comment" },
 *   { name: "up", type: "integer", meaning: "likes" } ] });
 * const rows = Table.from(schema, [{ id: "c1", up: 3 }, { id: "c2" }]); // Table<{ id: string; up: number | null }>
 */
export function defineSchema<const Columns extends readonly Column[]>(
  schema: TableSchema<Columns>,
): TableSchema<Columns> {
  return schema;
}

type Named<Columns extends readonly Column[], Name extends string> = Extract<Columns[number], { readonly name: Name }>;

/**
 * Returns a schema with some of the columns of another, in the order given; throws `unknown-column`.
 *
 * @example
 * pick(commentTable.schema, ["id", "up"]).columns.map(({ type }) => type); // ["string", "integer"]
 */
export function pick<Columns extends readonly Column[], const Name extends Columns[number]["name"]>(
  schema: TableSchema<Columns>,
  names: readonly Name[],
): TableSchema<readonly Named<Columns, Name>[]> {
  const columns = names.map((name) => {
    const found = schema.columns.find((column) => column.name === name);
    if (found === undefined) throw unknownColumn(name, schema);
    // Found by its name, it is the column of that name.
    return found as Named<Columns, Name>;
  });
  return { ...schema, columns };
}

/** Returns the error for a column that a table does not have. */
export function unknownColumn(name: string, { name: table, columns }: TableSchema): YoronError {
  return new YoronError({
    code: "unknown-column",
    what: `table "${table}" has no column`,
    value: name,
    next: `the table has: ${columns.map((column) => column.name).join(", ")}`,
  });
}
