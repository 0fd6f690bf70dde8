import type { Cell } from "../tables/schema.ts";
import { Table } from "../tables/table.ts";

/**
 * Returns the comments with zero for the votes that the page does not show: an assumption about the site, made only
 * where it is asked for.
 *
 * Many sites show nothing where nobody has voted; others hide votes from some readers. All measures take a missing
 * vote as unknown, so the assumption has to be written down by calling this first.
 *
 * @example
 * voteSummary(blankVotesAsZero(commentTable(analysis)));
 */
export function blankVotesAsZero<R extends object>(
  comments: Table<R>,
  { columns = ["up"] }: { readonly columns?: readonly string[] } = {},
): Table<R> {
  const cells = Object.fromEntries(
    comments.columns.map(({ name }) => {
      const column = comments.column(name as keyof R & string) as readonly Cell[];
      return [name, columns.includes(name) ? column.map((cell) => cell ?? 0) : column];
    }),
  );
  // Its columns are those of the table that was given.
  return Table.fromColumns(comments.schema, cells) as unknown as Table<R>;
}
