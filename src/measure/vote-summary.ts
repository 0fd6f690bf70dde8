import { quantile } from "simple-statistics";
import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { fewestForHalf, gini, topShare } from "./lorenz.ts";

const number = <Name extends string>(name: Name, meaning: string, unit = "votes") =>
  ({ name, type: "number", unit, meaning }) as const;

const SCHEMA = defineSchema({
  name: "voteSummary",
  description:
    "The votes of one discussion; comments whose votes the page does not show are counted apart, never as zero.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "comments", type: "integer", nullable: false, unit: "comments", meaning: "all comments" },
    { name: "known", type: "integer", nullable: false, unit: "comments", meaning: "those whose votes are shown" },
    { name: "unknown", type: "integer", nullable: false, unit: "comments", meaning: "those whose votes are not shown" },
    number("total", "sum of the votes shown; null where none is shown"),
    number("mean", "mean of the votes shown"),
    number("q10", "10 % have at most so many"),
    number("q25", "lower quartile"),
    number("median", "half have at most so many"),
    number("q75", "upper quartile"),
    number("q90", "90 % have at most so many"),
    number("max", "most votes of one comment"),
    number("gini", "inequality of the votes, 0 to 1", "[0, 1]"),
    number("top1", "share of the votes that the first comment holds", "[0, 1]"),
    number("top3", "share of the first three", "[0, 1]"),
    number("top10", "share of the first ten", "[0, 1]"),
    number("half", "fewest comments that hold half of the votes", "comments"),
  ],
});

/** The votes of one discussion. */
export type VoteSummary = RowOf<typeof SCHEMA.columns>;

/**
 * Returns a summary of the votes of each discussion: totals, quantiles, Gini, shares of the first k.
 *
 * @example
 * voteSummary(commentTable(analysis)).row(0).median; // 9
 */
export function voteSummary(comments: Table, { column = "up" }: { readonly column?: string } = {}): Table<VoteSummary> {
  const { schema } = commentTable;
  const votes = column === "up" ? need("vote summary", comments, schema, ["up"]).column("up") : comments.column(column);
  const byDiscussion = new Map<string, (number | null)[]>();
  for (const [i, discussion] of need("vote summary", comments, schema, ["discussion"]).column("discussion").entries()) {
    const list = byDiscussion.get(discussion) ?? [];
    if (list.length === 0) byDiscussion.set(discussion, list);
    const vote = votes[i];
    list.push(typeof vote === "number" ? vote : null);
  }
  return Table.from(SCHEMA, [...byDiscussion].map(summaryOf));
}

function summaryOf([discussion, votes]: readonly [string, readonly (number | null)[]]) {
  const known = votes.filter((vote) => vote !== null).sort((a, b) => b - a);
  const counts = { discussion, comments: votes.length, known: known.length, unknown: votes.length - known.length };
  if (known.length === 0) return counts;
  const total = known.reduce((sum, vote) => sum + vote, 0);
  const at = (share: number) => quantile([...known], share);
  return {
    ...counts,
    total,
    mean: total / known.length,
    q10: at(0.1),
    q25: at(0.25),
    median: at(0.5),
    q75: at(0.75),
    q90: at(0.9),
    max: known[0]!,
    gini: gini(known),
    top1: topShare(known, 1),
    top3: topShare(known, 3),
    top10: topShare(known, 10),
    half: fewestForHalf(known),
  };
}
