import { voteExpectation, voteExpectationSchema } from "../measure/vote-expectation.ts";
import type { Row } from "../tables/table.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { firstWords, round, shownName, unitKey } from "./rows.ts";

export interface VoteExpectationChartOptions extends ChartOptions {
  /** How many comments at most, the most surprising. Default 600. */
  readonly top?: number;
}

const LABELLED = 6;

const TEXT = {
  ja: {
    title: "予想外に票を集めたコメント",
    subtitle: (n: number, small: boolean) =>
      small
        ? `票の見えるコメントが${n}件と少ないため、予想は全体の平均のみ。破線は予想どおりの線`
        : `予想は、ページ上の順番・時刻・返信の深さ・長さから求めた票数（負の二項回帰、${n}件）。縦線は95%の予測区間`,
    expected: "予想される票",
    up: "実際の票",
    kinds: { above: "予想より多い", within: "予想の範囲内", below: "予想より少ない" },
    author: "名前",
    words: "本文",
    interval: "95%の予測区間",
  },
  en: {
    title: "Comments with more votes than expected",
    subtitle: (n: number, small: boolean) =>
      small
        ? `Only ${n} comments show votes: the expectation is their mean; dashed: as expected`
        : `Expected from place, time, depth and length (negative binomial regression, ${n} comments); lines are 95 % prediction intervals`,
    expected: "expected votes",
    up: "votes",
    kinds: { above: "more than expected", within: "within the interval", below: "fewer than expected" },
    author: "author",
    words: "text",
    interval: "95 % prediction interval",
  },
};

/**
 * The chart of votes against those that place, time, depth and length let expect, with prediction intervals for what
 * stands out.
 *
 * Takes comments (and fits the model) or the table that `voteExpectation` makes.
 *
 * @example
 * voteExpectationChart(commentTable(analysis));
 */
export const voteExpectationChart: DefinedChart<VoteExpectationChartOptions> = defineChart({
  name: "expectation",
  description: "Votes against those that place, time, depth and length let expect.",
  tables: ["comments"],
  prepare: (table) => (table.has("expected") ? table : voteExpectation(table)),
  needs: voteExpectationSchema,
  words: TEXT,
  options: { top: 600 },
  draw(table, { lang, words }, { top }) {
    const fitted = [...(table.has("expected") ? table : voteExpectation(table))];
    const ranked = fitted.sort((a, b) => strangeness(b) - strangeness(a)).slice(0, top);
    const rows = ranked.map((row, rank) => {
      const [up, low, high] = [row.up, row.low, row.high];
      const kind = up > high ? "above" : up < low ? "below" : "within";
      return {
        author: shownName(row.author, lang),
        words: row.text,
        label:
          rank < LABELLED && kind === "above" ? `${shownName(row.author, lang)}「${firstWords(row.text, 8)}」` : "",
        up,
        expected: round(row.expected, 2),
        low,
        high,
        interval: `${low} ～ ${high}`,
        kind: words.kinds[kind],
        units: [unitKey(row.discussion, row.id)],
      };
    });
    if (rows.length === 0) return null;
    const domain = [0, Math.max(1, ...rows.map(({ expected }) => expected)) * 1.05];
    const most = Math.max(1, ...rows.map(({ up }) => up)) * 1.08;
    const x = {
      field: "expected",
      type: "quantitative",
      scale: { domain, nice: false, type: "sqrt" },
      axis: { title: words.expected, tickCount: 6 },
    };
    const y = {
      field: "up",
      type: "quantitative",
      scale: { domain: [0, most], nice: false, clamp: true, type: "sqrt" },
      axis: { title: words.up, grid: true, tickCount: 6, tickMinStep: 1 },
    };
    const color = {
      field: "kind",
      type: "nominal",
      scale: {
        domain: [words.kinds.above, words.kinds.within, words.kinds.below],
        range: [COLORS.accent, COLORS.main, COLORS.mixed],
      },
      legend: { title: null },
    };
    const tooltip = [
      { field: "author", title: words.author },
      { field: "up", title: words.up },
      { field: "expected", title: words.expected, format: ".1f" },
      { field: "interval", title: words.interval },
      { field: "kind", title: lang === "ja" ? "判定" : "finding" },
      { field: "words", title: words.words },
    ];
    const end = Math.min(domain[1]!, most);
    return {
      subtitle: words.subtitle(fitted.length, ranked[0]!.small === true),
      rows,
      height: 360,
      layer: [
        {
          data: { values: Array.from({ length: 21 }, (_, i) => ({ expected: (end * i) / 20, up: (end * i) / 20 })) },
          mark: { type: "line", color: COLORS.quiet, strokeDash: [4, 4], strokeWidth: 1 },
          encoding: { x, y },
        },
        {
          mark: { type: "rule", strokeWidth: 1.5, opacity: 0.28, color: COLORS.quiet },
          encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
        },
        {
          mark: { type: "point", tooltip: true, stroke: COLORS.paper, strokeWidth: 0.8, opacity: 0.9 },
          encoding: { x, y, color, tooltip },
        },
        {
          transform: [{ filter: "datum.label != ''" }],
          mark: { type: "text", align: "right", dx: -8, fontSize: 11 },
          encoding: { x, y, text: { field: "label" } },
        },
      ],
    };
  },
});

/** How far from the middle of what was expected, either way; ties by the number of votes beyond it. */
function strangeness(row: Row): number {
  return Math.abs(Number(row.position) - 0.5) + Math.abs(Number(row.surprise)) * 1e-6;
}
