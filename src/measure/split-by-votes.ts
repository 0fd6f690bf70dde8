import { quantile } from "simple-statistics";
import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import type { Row, Table } from "../tables/table.ts";

/**
 * Returns the tokens of the most and those of the least voted comments; the article and unknown votes are in neither.
 *
 * The upper part has more votes than the upper quartile of its discussion or as many, the lower at most the lower quartile.
 *
 * @example
 * const { high, low } = splitByVotes(tokenTable(analysis), commentTable(analysis));
 * keyness(high, low);
 */
export function splitByVotes<R extends Row>(
  tokens: Table<R>,
  comments: Table,
): { readonly high: Table<R>; readonly low: Table<R> } {
  const byDiscussion = new Map<string, Map<string, number>>();
  const columns = ["discussion", "id", "up"] as const;
  for (const { discussion, id, up } of need("votes of the sides", comments, commentTable.schema, columns)) {
    if (typeof up !== "number") continue;
    const votes = byDiscussion.get(discussion) ?? new Map<string, number>();
    byDiscussion.set(discussion, votes.set(id, up));
  }
  const sides = new Map<string, "high" | "low">();
  for (const [discussion, votes] of byDiscussion) {
    const [lower, upper] = [0.25, 0.75].map((share) => quantile([...votes.values()], share)) as [number, number];
    if (lower === upper) continue;
    for (const [id, up] of votes) {
      if (up >= upper) sides.set(`${discussion}/${id}`, "high");
      else if (up <= lower) sides.set(`${discussion}/${id}`, "low");
    }
  }
  const on = (side: "high" | "low") => tokens.filter((row) => sides.get(`${row.discussion}/${row.unit}`) === side);
  return { high: on("high"), low: on("low") };
}
