import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { type Column, defineSchema } from "../tables/schema.ts";
import { sentimentTable } from "../tables/sentiment.ts";
import { Table } from "../tables/table.ts";
import { meanInterval } from "./mean-interval.ts";

const EXTRA = [
  { name: "sentences", type: "integer", unit: "sentences", meaning: "sentences that were scored" },
  {
    name: "low",
    type: "number",
    unit: "[-1, 1]",
    meaning: "lower end of the 95 % bootstrap interval of its sentences' mean",
  },
  { name: "high", type: "number", unit: "[-1, 1]", meaning: "upper end; both null with fewer than two sentences" },
  {
    name: "spans",
    type: "list",
    items: "string",
    meaning: "`discussion/unit:start-end` of the words that moved the score",
  },
] as const satisfies readonly Column[];

/** The columns of the comments with those that are added. */
export const commentSentimentSchema = defineSchema({
  ...commentTable.schema,
  columns: [...commentTable.schema.columns, ...EXTRA],
});

/**
 * Returns the comments with how much the sentences of each differ in sentiment, and the words that moved the score.
 *
 * `low` and `high` are a seeded percentile bootstrap of the sentences' mean (Efron, 1979), widened where need
 * be to hold the comment's own score: a statement about this comment's sentences, not about other comments.
 *
 * @example
 * sentimentChart(commentSentiment(commentTable(analysis), sentimentTable(analysis)));
 */
export function commentSentiment(comments: Table, sentiment: Table): Table {
  const scores = new Map<string, number[]>();
  const spans = new Map<string, string[]>();
  const columns = ["discussion", "unit", "scope", "score", "evidence"] as const;
  for (const row of need("how comments sound", sentiment, sentimentTable.schema, columns)) {
    const unit = `${row.discussion}/${row.unit}`;
    if (row.scope === "sentence") append(scores, unit, row.score);
    if (row.scope !== "unit") continue;
    for (const { start, end } of row.evidence) {
      append(spans, unit, `${unit}:${start}-${end}`);
    }
  }
  const rows = [...comments].map((row) => {
    const unit = `${row.discussion}/${row.id}`;
    const own = scores.get(unit) ?? [];
    const interval = own.length < 2 ? null : meanInterval(own);
    const score = typeof row.sentiment === "number" ? row.sentiment : null;
    return {
      ...row,
      sentences: own.length,
      low: interval === null || score === null ? null : Math.min(score, interval.low),
      high: interval === null || score === null ? null : Math.max(score, interval.high),
      spans: spans.get(unit) ?? [],
    };
  });
  return Table.from({ ...comments.schema, columns: [...comments.columns, ...EXTRA] }, rows);
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
