import { rankCorrelation } from "../measure/rank-correlation.ts";
import { commentTable } from "../tables/comments.ts";
import { pick } from "../tables/schema.ts";
import type { Row } from "../tables/table.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { gridCells, mostCells } from "./grid-cells.ts";
import { counted, round, shownName, unitKey } from "./rows.ts";
import { signed } from "./sentiment-scale.ts";

const TEXT = {
  ja: {
    title: "票と返信：どのコメントに反応が集まったか",
    subtitle: (n: number, left: number, found: string) =>
      `点の大きさは返信の数（${counted(n)}件${left > 0 ? `。票の表示がない${counted(left)}件は含まない` : ""}）${found}`,
    found: (rho: string, low: string, high: string) =>
      `。票と返信のスピアマンの順位相関 ${rho}（95%区間 ${low} ～ ${high}）`,
    finding: {
      up: "返信の多いコメントほど票も多い",
      down: "返信の多いコメントほど票は少ない",
      none: "返信の数と票に、はっきりした関係は見えない",
    },
    votes: "票（いいね、平方根の目盛り）",
    replies: "返信（件）",
    order: "ページ上の順番（番目）",
    author: "名前",
    words: "本文",
    count: "コメント（件）",
  },
  en: {
    title: "Votes and replies: which comments drew a response",
    subtitle: (n: number, left: number, found: string) =>
      `Size shows replies; ${counted(n)} comments${left > 0 ? `, ${counted(left)} without a shown vote left out` : ""}${found}`,
    found: (rho: string, low: string, high: string) =>
      `. Spearman's rank correlation of votes and replies ${rho} (95 % interval ${low} to ${high})`,
    finding: {
      up: "Comments with more replies have more votes",
      down: "Comments with more replies have fewer votes",
      none: "No plain relation between replies and votes",
    },
    votes: "votes (likes, square-root scale)",
    replies: "replies",
    order: "place on the page",
    author: "author",
    words: "text",
    count: "comments",
  },
};

/**
 * The chart of comments by when or where each stands and the votes it drew, sized by its direct replies.
 *
 * The horizontal axis is the hour of posting where the page gives times of day that differ, else the
 * place on the page. More comments than marks are allowed are counted together in a grid.
 *
 * @example
 * engagementChart(commentTable(analysis));
 */
export const engagementChart: DefinedChart<ChartOptions> = defineChart({
  name: "engagement",
  description: "Votes and replies together, over time where the page gives times.",
  tables: ["comments"],
  needs: pick(commentTable.schema, ["discussion", "id", "order", "author", "posted", "up", "replies", "text"]),
  words: TEXT,
  recount: { count: "count" },
  draw(comments, { lang, words }) {
    const known = [...comments].filter((row) => typeof row.up === "number");
    const timed =
      known.length > 0 &&
      new Set(known.map(({ posted }) => minuteOf(posted))).size > 1 &&
      known.every(({ posted }) => minuteOf(posted) !== null);
    const rows = gridCells(known, {
      most: mostCells(known.length),
      x: (row) => (timed ? Date.parse(`${minuteOf(row.posted)}Z`) : row.order + 1),
      y: (row) => Math.sqrt(Number(row.up)),
    }).map((group) => cell(group, timed, lang));
    if (rows.length === 0) return null;
    const { rho, low, high, small } = rankCorrelation(known.map((row) => [row.replies, Number(row.up)] as const));
    const told = rho !== null && low !== null && high !== null;
    const sure = told && !small;
    return {
      title: sure && low > 0 ? words.finding.up : sure && high < 0 ? words.finding.down : words.finding.none,
      subtitle: words.subtitle(
        known.length,
        comments.length - known.length,
        told ? words.found(signed(rho), signed(low), signed(high)) : "",
      ),
      rows,
      height: 320,
      ...(timed ? { parse: { at: "utc:'%Y-%m-%dT%H:%M'" } } : {}),
      layer: [
        {
          mark: {
            type: "point",
            tooltip: true,
            stroke: COLORS.paper,
            strokeWidth: 1,
            color: COLORS.main,
            opacity: 0.75,
          },
          encoding: {
            x: timed
              ? {
                  field: "at",
                  type: "temporal",
                  scale: { type: "utc", padding: 14 },
                  axis: {
                    title: lang === "ja" ? "投稿した時刻" : "time of posting",
                    format: "%m/%d %H:%M",
                    tickCount: 6,
                  },
                }
              : {
                  field: "order",
                  type: "quantitative",
                  scale: { zero: false, nice: false, padding: 24 },
                  axis: { title: words.order, tickMinStep: 1 },
                },
            y: {
              field: "up",
              type: "quantitative",
              scale: { type: "sqrt" },
              axis: { title: words.votes, grid: true, tickCount: 6, tickMinStep: 1 },
            },
            size: {
              field: "replies",
              type: "quantitative",
              scale: { range: [36, 700] },
              legend: {
                title: words.replies,
                tickMinStep: 1,
                values: legendValues(rows.map(({ replies }) => replies)),
                symbolFillColor: COLORS.main,
                symbolStrokeColor: COLORS.main,
              },
            },
            tooltip: [
              { field: "author", title: words.author },
              { field: "up", title: words.votes },
              { field: "replies", title: words.replies },
              { field: "count", title: words.count },
              { field: "words", title: words.words },
            ],
          },
        },
      ],
    };
  },
});

function cell(group: readonly Row[], timed: boolean, lang: "ja" | "en") {
  const [first] = group as readonly [Row];
  const mean = (column: string) => round(group.reduce((sum, row) => sum + Number(row[column]), 0) / group.length, 2);
  return {
    ...(timed ? { at: minuteOf(first.posted) } : { order: mean("order") + 1 }),
    up: mean("up"),
    replies: Math.max(...group.map((row) => Number(row.replies))),
    count: group.length,
    author: group.length === 1 ? shownName(first.author, lang) : `${shownName(first.author, lang)} …`,
    words: first.text ?? null,
    units: group.map((row) => unitKey(row.discussion, row.id)),
  };
}

/** `2022-09-15T12:34` where the page gives the minute, else null. */
function minuteOf(posted: unknown): string | null {
  return typeof posted === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(posted) ? posted.slice(0, 16) : null;
}

/** Up to so many replies each number has its own sign in the legend. */
const FEW = 4;

function legendValues(replies: readonly number[]): readonly number[] {
  const most = Math.max(...replies);
  return most <= FEW ? Array.from({ length: most + 1 }, (_, i) => i) : [...new Set([0, 1, Math.ceil(most / 2), most])];
}
