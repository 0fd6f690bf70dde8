import type { Table } from "../tables/table.ts";

/** Returns the comments of all discussions as those of one. */
export function poolOf(comments: Table): Table {
  const rows = [...comments].map((row) => ({ ...row, discussion: "all" }));
  // A table from anywhere: its own class makes the next one.
  return (comments.constructor as typeof Table).from(comments.schema, rows);
}
