import { voteExpectation, voteExpectationSchema } from "../measure/vote-expectation.ts";
import type { Row } from "../tables/table.ts";
import { fromOwnWords } from "../text/from-own-words.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS, TEXT_COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { counted, firstWords, inBrackets, round, shownName, unitKey } from "./rows.ts";

export interface VoteExpectationChartOptions extends ChartOptions {
  /** How many comments at most, the most surprising. Default 600. */
  readonly top?: number;
}

/** Comments that are named above the picture, with a number at their point. */
const NAMED = 5;
const NUMBERS = ["①", "②", "③", "④", "⑤"];
const LINE = 18;
/** The points along which the band of what was to be expected is drawn. */
const BAND = 120;

const TEXT = {
  ja: {
    title: "予想外に票を集めたコメント",
    subtitle: (n: number, small: boolean) =>
      small
        ? `票の見えるコメントが${n}件と少ないため、予想は全体の平均のみ。灰色は95%の予測区間`
        : `予想は、ページ上の順番・時刻・返信の深さ・長さから求めた票数（負の二項回帰、${counted(n)}件）。灰色は95%の予測区間`,
    found: (k: number, n: number, chance: number) =>
      `予想の範囲を超えて票を集めたコメントは${counted(n)}件中${counted(k)}件（偶然でも${counted(chance)}件ほど）`,
    line: (name: string, text: string, up: number, expected: number) =>
      `${counted(up)}票（予想${counted(Math.round(expected))}）${name}${inBrackets(text)}`,
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
        ? `Only ${n} comments show votes: the expectation is their mean; grey: 95 % prediction interval`
        : `Expected from place, time, depth and length (negative binomial regression, ${counted(n)} comments); grey: 95 % prediction interval`,
    found: (k: number, n: number, chance: number) =>
      `${counted(k)} of ${counted(n)} comments have more votes than was to be expected (chance alone gives about ${counted(chance)})`,
    line: (name: string, text: string, up: number, expected: number) =>
      `${counted(up)} votes (expected ${counted(Math.round(expected))}) ${name} “${text}”`,
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
    const surprising = fitted.filter(({ up, high }) => up > high);
    const named = [...surprising].sort((a, b) => b.surprise - a.surprise).slice(0, NAMED);
    const together = numbersTogether(named, fitted);
    const rows = ranked.map((row) => {
      const [up, low, high] = [row.up, row.low, row.high];
      const kind = up > high ? "above" : up < low ? "below" : "within";
      return {
        author: shownName(row.author, lang),
        words: row.text,
        place: named.indexOf(row),
        number: NUMBERS[named.indexOf(row)] ?? "",
        // Of points that lie on each other the first has the numbers of all.
        numbers: together.get(row) ?? "",
        label: named.includes(row)
          ? `${NUMBERS[named.indexOf(row)]} ${words.line(shownName(row.author, lang), firstWords(fromOwnWords(String(row.text ?? "")), 40), up, row.expected)}`
          : "",
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
    const room = named.length * LINE + 8;
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
      scale: { domain: [0, most], nice: false, clamp: true, type: "sqrt", range: [360 + room, room + 8] },
      axis: { title: words.up, titleY: room - 6, grid: true, tickCount: 6, tickMinStep: 1 },
    };
    const color = {
      field: "kind",
      type: "nominal",
      scale: {
        domain: [words.kinds.above, words.kinds.within, words.kinds.below],
        range: [COLORS.accent, COLORS.main, COLORS.quiet],
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
    // Of one discussion the interval follows from the expectation alone: a band. Of several each has its own.
    const one = new Set(fitted.map(({ discussion }) => discussion)).size === 1;
    const along = [...fitted].sort((a, b) => a.expected - b.expected);
    const band = along
      .filter((_, i) => i % Math.ceil(along.length / BAND) === 0 || i === along.length - 1)
      .map(({ expected, low, high }) => ({ expected: round(expected, 2), low, high: Math.min(high, most) }));
    const unlike = one
      ? [{ filter: "datum.number != ''" }]
      : [{ filter: "datum.up > datum.high || datum.up < datum.low" }];
    return {
      title: words.found(surprising.length, fitted.length, Math.round(fitted.length / 40)),
      subtitle: words.subtitle(fitted.length, ranked[0]!.small === true),
      rows,
      height: 360 + room,
      layer: [
        ...(one
          ? [
              {
                data: { values: band },
                mark: { type: "area", color: COLORS.faint, opacity: 0.7 },
                encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
              },
            ]
          : []),
        {
          data: { values: Array.from({ length: 21 }, (_, i) => ({ expected: (end * i) / 20, up: (end * i) / 20 })) },
          mark: { type: "line", color: COLORS.quiet, strokeDash: [4, 4], strokeWidth: 1 },
          encoding: { x, y },
        },
        {
          transform: unlike,
          mark: { type: "rule", strokeWidth: 1.5, opacity: 0.28, color: COLORS.quiet },
          encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
        },
        {
          mark: { type: "point", tooltip: true, stroke: COLORS.paper, strokeWidth: 0.8, opacity: 0.9 },
          encoding: { x, y, color, tooltip },
        },
        {
          transform: [{ filter: "datum.numbers != ''" }],
          mark: { type: "text", dy: -12, fontSize: 13, color: TEXT_COLORS.title },
          encoding: { x, y, text: { field: "numbers" } },
        },
        ...named.map((_, place) => ({
          transform: [{ filter: `datum.place == ${place}` }],
          mark: { type: "text", align: "left", fontSize: 12, limit: { expr: "width" }, tooltip: true },
          encoding: { x: { value: 0 }, y: { value: place * LINE }, text: { field: "label" }, tooltip },
        })),
      ],
    };
  },
});

/** As much of the picture as a number takes, both ways: nearer points have one label. */
const NEAR = 0.03;

/** Returns the numbers that stand over each point: of points that lie on each other those of all over the first. */
function numbersTogether(named: readonly Point[], all: readonly Point[]): ReadonlyMap<Point, string> {
  const [widest, highest] = [
    Math.max(1, ...all.map(({ expected }) => expected)),
    Math.max(1, ...all.map(({ up }) => up)),
  ];
  // Both axes are of roots.
  const place = ({ expected, up }: Point) => [Math.sqrt(expected / widest), Math.sqrt(up / highest)] as const;
  const numbers = new Map<Point, string>();
  for (const [i, row] of named.entries()) {
    const [x, y] = place(row);
    const near = [...numbers.keys()].find((other) => {
      const [otherX, otherY] = place(other);
      return Math.abs(otherX - x) < NEAR && Math.abs(otherY - y) < NEAR;
    });
    const over = near ?? row;
    numbers.set(over, `${numbers.get(over) ?? ""}${NUMBERS[i]}`);
  }
  return numbers;
}

type Point = { readonly expected: number; readonly up: number };

/** How far from the middle of what was expected, either way; ties by the number of votes beyond it. */
function strangeness(row: Row): number {
  return Math.abs(Number(row.position) - 0.5) + Math.abs(Number(row.surprise)) * 1e-6;
}
