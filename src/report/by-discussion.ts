import type { Row, Table } from "../tables/table.ts";

/** Returns what gives the rows of one discussion; they stand together in a table that was made from analyses. */
export function byDiscussion<R extends Row>(table: Table<R>): (discussion: string) => Table<R> {
  const runs = new Map<unknown, { readonly start: number; end: number }>();
  for (const [i, discussion] of table.column("discussion").entries()) {
    const run = runs.get(discussion);
    if (run === undefined) runs.set(discussion, { start: i, end: i + 1 });
    else run.end = i + 1;
  }
  return (discussion) => {
    const { start, end } = runs.get(discussion) ?? { start: 0, end: 0 };
    return table.slice(start, end);
  };
}
