import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { type Column, defineSchema } from "../tables/schema.ts";
import { sentimentTable } from "../tables/sentiment.ts";
import { Table } from "../tables/table.ts";
import { meanInterval } from "./mean-interval.ts";

const EXTRA = [
  { name: "sentences", type: "integer", unit: "sentences", meaning: "sentences that were scored" },
  { name: "sentenceMean", type: "number", unit: "[-1, 1]", meaning: "mean of its sentences' scores; null without any" },
  {
    name: "low",
    type: "number",
    unit: "[-1, 1]",
    meaning: "lower end of the 95 % bootstrap interval of `sentenceMean`",
  },
  { name: "high", type: "number", unit: "[-1, 1]", meaning: "upper end; both null with fewer than two sentences" },
  {
    name: "sentence",
    type: "string",
    meaning: "its sentence that sounds most like the whole, as written; null without any",
  },
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
 * `low` and `high` are a seeded percentile bootstrap of the sentences' mean (Efron, 1979): a statement about this comment's
 * sentences. The comment's own score weighs evidence, not sentences, and may lie outside.
 *
 * @example
 * sentimentChart(commentSentiment(commentTable(analysis), sentimentTable(analysis)));
 */
export function commentSentiment(comments: Table, sentiment: Table): Table {
  const sentences = new Map<string, Sentence[]>();
  const spans = new Map<string, string[]>();
  const columns = ["discussion", "unit", "start", "end", "scope", "score", "evidence"] as const;
  for (const row of need("how comments sound", sentiment, sentimentTable.schema, columns)) {
    const unit = `${row.discussion}/${row.unit}`;
    if (row.scope === "sentence") append(sentences, unit, row);
    if (row.scope !== "unit") continue;
    for (const { start, end } of row.evidence) {
      append(spans, unit, `${unit}:${start}-${end}`);
    }
  }
  const rows = [...comments].map((row) => {
    const unit = `${row.discussion}/${row.id}`;
    const own = sentences.get(unit) ?? [];
    const scores = own.map(({ score }) => score);
    const interval = scores.length < 2 ? null : meanInterval(scores);
    const whole = typeof row.sentiment === "number" ? row.sentiment : null;
    return {
      ...row,
      sentences: own.length,
      sentenceMean: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      sentence: whole === null || typeof row.text !== "string" ? null : likest(own, whole, row.text),
      spans: spans.get(unit) ?? [],
    };
  });
  return Table.from({ ...comments.schema, columns: [...comments.columns, ...EXTRA] }, rows);
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** The sentence nearest to the score of the whole, the first of several. */
function likest(sentences: readonly Sentence[], whole: number, text: string): string | null {
  let found: Sentence | null = null;
  for (const sentence of sentences) {
    if (found === null || Math.abs(sentence.score - whole) < Math.abs(found.score - whole)) found = sentence;
  }
  return found === null ? null : text.slice(found.start, found.end);
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
