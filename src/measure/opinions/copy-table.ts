import type { Analysis } from "../../model/analysis.ts";
import { COPIES } from "../../tables/opinion-schemas.ts";
import type { RowInput, RowOf } from "../../tables/row-type.ts";
import type { CopyGroup, CopyOptions } from "./copies/find-copies.ts";
import { copiesIn } from "./copies-in.ts";
import { type MeasuredTable, measuredTable } from "./measured-table.ts";

type CopyRow = RowOf<typeof COPIES.columns>;

/**
 * The table of comments that have the words of others again, by group, the original first; across discussions too.
 *
 * @example
 * copyTable(analysis).filter((row) => row.kind === "template");
 */
export const copyTable: MeasuredTable<typeof COPIES.columns, CopyOptions> = measuredTable(
  COPIES,
  ["shortest", "least"],
  copyRows,
);

function copyRows(analyses: readonly Analysis[], options: CopyOptions): Iterable<RowInput<CopyRow>> {
  const comments = analyses.flatMap(({ discussion }) =>
    discussion.comments.map((comment) => ({ ...comment, discussion: discussion.id })),
  );
  // Who wrote first is the original, wherever the page shows it; without dates the page's order stands.
  const order = comments.map((_, i) => i);
  if (comments.every(({ posted }) => posted !== null))
    order.sort((a, b) => compare(comments[a]!.posted!.value, comments[b]!.posted!.value) || a - b);
  const texts = order.map((i) => comments[i]!.text);
  const groups = copiesIn(analyses, texts, options);
  return rowsOf(groups, (place) => comments[order[place]!]!);
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
