import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import type { Table } from "../tables/table.ts";
import { type RankCorrelation, rankCorrelation } from "./rank-correlation.ts";

/**
 * Returns a measure of whether comments with a higher sentiment score have more votes: Spearman's ρ over comments where
 * both are known.
 *
 * @example
 * sentimentVotes(commentTable(analysis)); // { rho: 0.12, low: -0.1, high: 0.33, n: 98, small: false }
 */
export function sentimentVotes(comments: Table, options: { readonly seed?: number } = {}): RankCorrelation {
  const known = need("sentiment and votes", comments, commentTable.schema, ["up", "sentiment"]);
  const [votes, scores] = [known.column("up"), known.column("sentiment")];
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < comments.length; i++) {
    const [vote, score] = [votes[i], scores[i]];
    if (typeof vote === "number" && typeof score === "number") pairs.push([score, vote]);
  }
  return rankCorrelation(pairs, options);
}
