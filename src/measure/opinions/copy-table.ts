import { checkOptions } from "../../model/error.ts";
import { COPIES } from "../../tables/opinion-schemas.ts";
import { type Analyses, listOf, type TableOptions } from "../../tables/projection.ts";
import type { RowInput, RowOf } from "../../tables/row-type.ts";
import { Table } from "../../tables/table.ts";
import { type CopyGroup, type CopyOptions, findCopies } from "./copies/find-copies.ts";

type CopyRow = RowOf<typeof COPIES.columns>;

export interface CopyTableOptions extends CopyOptions, TableOptions<keyof CopyRow & string> {}

/**
 * Returns the comments that have the words of others again, by group, the original first; across discussions too.
 *
 * @example
 * copyTable(analysis).filter((row) => row.kind === "template");
 */
export function copyTable(analyses: Analyses, { columns, ...options }: CopyTableOptions = {}): Table<CopyRow> {
  checkOptions(options, ["shortest", "least"], 'table "copies"');
  const list = listOf(analyses);
  const comments = list.flatMap(({ discussion }) => discussion.comments.map((comment) => ({ discussion: discussion.id, ...comment })));
  // Who wrote first is the original, wherever the page shows it; without dates the page's order stands.
  const order = comments.map((_, i) => i);
  if (comments.every(({ posted }) => posted !== null))
    order.sort((a, b) => compare(comments[a]!.posted!.value, comments[b]!.posted!.value) || a - b);
  const groups = findCopies(order.map((i) => comments[i]!.text), options);
  const titles = new Map(list.map(({ discussion: { id, article } }) => [id, article.title] as const));
  const table = Table.from(COPIES, rowsOf(groups, (place) => comments[order[place]!]!), { titles });
  // With fewer columns the caller knows which: as `projection` does.
  return columns === undefined ? table : (table.select(columns) as unknown as Table<CopyRow>);
}

function* rowsOf(
  groups: readonly CopyGroup[],
  commentAt: (place: number) => { readonly discussion: string; readonly id: string },
): Generator<RowInput<CopyRow>> {
  for (const [g, group] of groups.entries()) {
    const original = commentAt(group[0]!.text);
    for (const { text, kind, similarity } of group) {
      const { discussion, id } = commentAt(text);
      yield {
        discussion,
        group: `k${g + 1}`,
        unit: id,
        kind,
        similarity: Number(similarity.toFixed(4)),
        original: discussion === original.discussion ? original.id : `${original.discussion}/${original.id}`,
      };
    }
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
