import { sentimentVotes } from "../measure/sentiment-votes.ts";
import { commentTable } from "../tables/comments.ts";
import { pick } from "../tables/schema.ts";
import type { Row } from "../tables/table.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { gridCells, mostCells } from "./grid-cells.ts";
import { counted, round, shownName, unitKey } from "./rows.ts";
import { labelOfScore, SIGNED, sentimentColor, sentimentName, signed } from "./sentiment-scale.ts";

const TEXT = {
  ja: {
    title: "語調と票：読み手はどちらに票を入れたか",
    finding: {
      up: "明るいコメントほど票が多い",
      down: "暗いコメントほど票が多い",
      none: "語調と票に、はっきりした関係は見えない",
    },
    score: "語調の点数　← 暗い（−1）　明るい（+1） →",
    votes: "票（いいね）",
    author: "名前",
    words: "本文",
    count: "コメント（件）",
    found: (rho: string, low: string, high: string, n: number) =>
      `スピアマンの順位相関 ρ = ${rho}（95%区間 ${low} ～ ${high}、${counted(n)}件）${n < 30 ? "。件数が少なく、確かなことは言えない" : ""}`,
    none: (n: number) => `点数と票の両方がわかるコメント${n}件。順位相関は計算できない`,
  },
  en: {
    title: "Tone and votes: what readers voted for",
    finding: {
      up: "Brighter comments have more votes",
      down: "Darker comments have more votes",
      none: "No plain relation between tone and votes",
    },
    score: "tone  ← negative (−1)  positive (+1) →",
    votes: "votes (likes)",
    author: "author",
    words: "text",
    count: "comments",
    found: (rho: string, low: string, high: string, n: number) =>
      `Spearman's rank correlation ρ = ${rho} (95 % interval ${low} to ${high}, ${counted(n)} comments)${n < 30 ? "; a small sample" : ""}`,
    none: (n: number) => `${n} comments with both score and votes; too few for a rank correlation`,
  },
};

/**
 * The chart of comments by sentiment and votes, with the rank correlation and its interval in words.
 *
 * @example
 * sentimentVoteChart(commentTable(analysis));
 */
export const sentimentVoteChart: DefinedChart<ChartOptions> = defineChart({
  name: "sentiment-votes",
  description: "Tone against votes, with their rank correlation.",
  tables: ["comments"],
  needs: pick(commentTable.schema, ["discussion", "id", "author", "up", "sentiment", "text"]),
  optional: pick(commentTable.schema, ["sentimentLabel"]),
  words: TEXT,
  recount: { count: "count" },
  draw(comments, { lang, words }) {
    const known = [...comments].filter((row) => typeof row.up === "number" && typeof row.sentiment === "number");
    const rows = gridCells(known, {
      most: mostCells(known.length),
      x: (row) => Number(row.sentiment),
      y: (row) => Math.sqrt(Number(row.up)),
    }).map((group) => cell(group, lang));
    if (rows.length === 0) return null;
    const { rho, low, high, n, small } = sentimentVotes(comments);
    const sure = low !== null && high !== null && !small;
    return {
      title: sure && low > 0 ? words.finding.up : sure && high < 0 ? words.finding.down : words.finding.none,
      subtitle:
        rho === null || low === null || high === null
          ? words.none(n)
          : words.found(signed(rho), signed(low), signed(high), n),
      rows,
      height: 320,
      layer: [
        {
          data: { values: [{ zero: 0 }] },
          mark: { type: "rule", color: COLORS.quiet, strokeDash: [3, 3] },
          encoding: { x: { field: "zero", type: "quantitative" } },
        },
        {
          mark: { type: "point", tooltip: true, stroke: COLORS.paper, strokeWidth: 1 },
          encoding: {
            x: {
              field: "score",
              type: "quantitative",
              scale: { domain: [-1, 1] },
              axis: { title: words.score, labelExpr: SIGNED, tickCount: 9 },
            },
            y: {
              field: "up",
              type: "quantitative",
              scale: { type: "sqrt" },
              axis: { title: words.votes, grid: true, tickCount: 6, tickMinStep: 1 },
            },
            color: sentimentColor("sentiment", lang),
            ...(rows.some(({ count }) => count > 1)
              ? { size: { field: "count", type: "quantitative", scale: { range: [40, 500] }, legend: null } }
              : {}),
            tooltip: [
              { field: "author", title: words.author },
              { field: "score", title: words.score, format: "+.2f" },
              { field: "up", title: words.votes },
              { field: "count", title: words.count },
              { field: "words", title: words.words },
            ],
          },
        },
      ],
    };
  },
});

function cell(group: readonly Row[], lang: "ja" | "en") {
  const [first] = group as readonly [Row];
  const mean = (column: string) => round(group.reduce((sum, row) => sum + Number(row[column]), 0) / group.length, 2);
  const score = mean("sentiment");
  return {
    score,
    up: mean("up"),
    count: group.length,
    sentiment: sentimentName((group.length === 1 ? first.sentimentLabel : null) ?? labelOfScore(score), lang),
    author: group.length === 1 ? shownName(first.author, lang) : `${shownName(first.author, lang)} …`,
    words: first.text ?? null,
    units: group.map((row) => unitKey(row.discussion, row.id)),
  };
}
