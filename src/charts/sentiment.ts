import { commentSentiment, commentSentimentSchema } from "../measure/comment-sentiment.ts";
import { commentTable } from "../tables/comments.ts";
import { pick } from "../tables/schema.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { round, shownName, unitKey } from "./rows.ts";
import { labelOfScore, SIGNED, sentimentColor, sentimentName } from "./sentiment-scale.ts";

export interface SentimentChartOptions extends ChartOptions {
  /** How many comments at most: the most negative and the most positive halves. Default 80. */
  readonly top?: number;
}

const TEXT = {
  ja: {
    title: "コメントの語調",
    subtitle: (shown: number, all: number, unknown: number) =>
      `点は一件のコメントの点数、線は文ごとの点数から見た95%区間（${shown < all ? `両端から${shown}件／` : ""}全${all}件${unknown > 0 ? `、不明${unknown}件` : ""}）`,
    score: "語調の点数　← 暗い（−1）　明るい（+1） →",
    author: "名前",
    words: "本文",
    label: "語調",
    votes: "票（いいね）",
  },
  en: {
    title: "Tone of the comments",
    subtitle: (shown: number, all: number, unknown: number) =>
      `A point is a comment's score, a line the 95 % interval over its sentences (${shown < all ? `${shown} from both ends of ` : ""}${all} comments${unknown > 0 ? `, ${unknown} unknown` : ""})`,
    score: "tone  ← negative (−1)  positive (+1) →",
    author: "author",
    words: "text",
    label: "tone",
    votes: "votes (likes)",
  },
};

/**
 * The chart of comments in order of sentiment, with intervals where the table has `low` and `high` (from
 * `commentSentiment`).
 *
 * @example
 * sentimentChart(commentSentiment(commentTable(analysis), sentimentTable(analysis)));
 */
export const sentimentChart: DefinedChart<SentimentChartOptions> = defineChart({
  name: "sentiment",
  description: "Comments by tone, with intervals.",
  tables: ["comments", "sentiment"],
  from: (named) => commentSentiment(named("comments"), named("sentiment")),
  needs: pick(commentTable.schema, ["discussion", "id", "author", "up", "sentiment", "text"]),
  optional: pick(commentSentimentSchema, ["sentimentLabel", "low", "high", "spans"]),
  words: TEXT,
  options: { top: 80 },
  draw(comments, { lang, words }, { top }) {
    const scored = [...comments].filter((row) => typeof row.sentiment === "number");
    scored.sort((a, b) => Number(a.sentiment) - Number(b.sentiment));
    const shown =
      scored.length <= top ? scored : [...scored.slice(0, Math.ceil(top / 2)), ...scored.slice(-Math.floor(top / 2))];
    const rows = shown.map((row, line) => ({
      line,
      score: round(Number(row.sentiment)),
      low: typeof row.low === "number" ? round(row.low) : null,
      high: typeof row.high === "number" ? round(row.high) : null,
      sentiment: sentimentName(row.sentimentLabel ?? labelOfScore(Number(row.sentiment)), lang),
      author: shownName(row.author, lang),
      up: row.up,
      words: row.text,
      units: [unitKey(row.discussion, row.id)],
      spans: row.spans ?? [],
    }));
    if (rows.length === 0) return null;
    const y = {
      field: "line",
      type: "quantitative",
      axis: null,
      scale: { domain: [-0.8, rows.length - 0.2], nice: false, zero: false },
    };
    const x = (field: string) => ({
      field,
      type: "quantitative",
      scale: { domain: [-1, 1] },
      axis: { title: words.score, labelExpr: SIGNED, tickCount: 9 },
    });
    const tooltip = [
      { field: "author", title: words.author },
      { field: "score", title: words.label, format: "+.2f" },
      { field: "up", title: words.votes },
      { field: "words", title: words.words },
    ];
    return {
      subtitle: words.subtitle(rows.length, scored.length, comments.length - scored.length),
      rows,
      height: Math.min(640, Math.max(80, rows.length * 8)),
      layer: [
        {
          data: { values: [{ zero: 0 }] },
          mark: { type: "rule", color: COLORS.quiet, strokeDash: [3, 3] },
          encoding: { x: { ...x("zero") } },
        },
        {
          transform: [{ filter: "isValid(datum.low)" }],
          mark: { type: "rule", strokeWidth: 2, color: COLORS.interval, tooltip: true },
          encoding: { x: x("low"), x2: { field: "high" }, y, tooltip },
        },
        {
          mark: { type: "point", size: 46, opacity: 1, tooltip: true },
          encoding: { x: x("score"), y, color: sentimentColor("sentiment", lang), tooltip },
        },
      ],
    };
  },
});
