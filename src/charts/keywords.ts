import type { KeynessRow } from "../measure/keyness.ts";
import { keynessSchema } from "../measure/keyness.ts";
import { withoutSourceLines } from "../measure/source-lines.ts";
import { type Comparison, comparedTexts, compareWords, wordComparisonSchema } from "../measure/word-comparison.ts";
import { pick } from "../tables/schema.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { keywordRow } from "./keyword-rows.ts";
import { KEYWORD_TEXT, type KeywordWords, type SideNames } from "./keyword-words.ts";
import type { Recount } from "./recount.ts";
import { type Drawing, labelAxis } from "./vega-lite.ts";

export interface KeywordChartOptions extends ChartOptions {
  /** How many words a side at most, the most telling. Default 15. */
  readonly top?: number;
  /** What the two sides are called: the words of the first stand to the right. */
  readonly sides?: SideNames;
}

/** Of the words that are drawn at most this share is drawn by chance. */
const LEVEL = 0.05;
/** Pixels of both sides together that are left for the counts behind the bars. */
const COUNT_ROOM = 130;
/** Words that the title names of a side. */
const NAMED = 2;

/**
 * The chart of the words that comments use more than the article, and the article more than the comments; where there is no
 * article, of comments with many and with few votes, else of replies and first comments, else of how often each is used.
 *
 * Words whose difference chance would give (Benjamini & Hochberg 1995, 5 % over all words compared) are left out. Takes tokens
 * or the table that `keyness` makes of any two texts; then name them in `sides`.
 *
 * @example
 * keywordChart(tokenTable(analysis));
 * keywordChart(keyness(high, low), { sides: ["票の多いコメント", "票の少ないコメント"] });
 */
export const keywordChart: DefinedChart<KeywordChartOptions> = defineChart({
  name: "keywords",
  description: "Keywords of the comments against those of the article, or of many against few votes.",
  tables: ["tokens", "citations", "comments"],
  from: (named) => compareWords(withoutSourceLines(named("tokens"), named("citations")), named("comments"), FEWEST),
  prepare: (table) => (table.has("logRatio") ? table : compareWords(table, undefined, FEWEST)),
  needs: keynessSchema,
  optional: pick(wordComparisonSchema, ["comparison"]),
  words: KEYWORD_TEXT,
  options: { top: 15, sides: undefined as SideNames | undefined },
  counting: (named) => ({
    compared: comparedTexts(withoutSourceLines(named("tokens"), named("citations")), named("comments")),
  }),
  draw(table, { words }, { top, sides }) {
    const ranked: readonly (KeynessRow & { readonly comparison?: string })[] = [...table];
    const comparison = (ranked[0]?.comparison ?? "article") as Comparison;
    const named = sides ?? words.sides[comparison];
    const sure = ranked.filter(({ adjusted }) => adjusted < LEVEL);
    // What one person alone says over and over is no word of the comments; an article is one text by nature.
    const common = ({ range, logRatio }: KeynessRow) =>
      range > 1 || (logRatio < 0 && comparison !== "votes" && comparison !== "replies");
    const telling = sure.filter(common);
    if (telling.length > 0) return apart(telling, { words, sides: named, top, all: ranked.length });
    return frequency(ranked, { words, sides: named, top, comparison });
  },
});

/** Fewer occurrences on both sides together are nothing to compare, and would only weaken the others. */
const FEWEST = { fewest: 3 };

interface Asked {
  readonly words: KeywordWords;
  readonly sides: SideNames;
  readonly top: number;
}

/** Bars to both sides: how many times as often a word stands on its own side. */
function apart(telling: readonly KeynessRow[], { words, sides, top, all }: Asked & { readonly all: number }): Drawing {
  const right = telling.filter(({ logRatio }) => logRatio > 0).slice(0, top);
  const left = telling.filter(({ logRatio }) => logRatio < 0).slice(0, top);
  const rows = [...[...right].sort(byRatio), ...[...left].sort(byRatio)].map((row) => keywordRow(row, words, sides));
  const y = axisOf(rows);
  const power = "format(pow(2, abs(datum.value)), ',d')";
  const x = {
    field: "logRatio",
    type: "quantitative",
    stack: null,
    scale: { nice: false },
    axis: {
      title: words.ratio(sides),
      labelExpr: `datum.value == 0 ? '${words.same}' : ${power} + '${words.times("")}'`,
      tickMinStep: 1,
    },
  };
  const color = {
    field: "side",
    type: "nominal",
    scale: { domain: sides, range: [COLORS.main, COLORS.accent] },
    legend: { title: null, symbolType: "square" },
  };
  const tooltip = [
    { field: "word", title: words.word },
    { field: "often", title: words.often },
    { field: "count", title: words.in(sides[0]) },
    { field: "otherCount", title: words.in(sides[1]) },
    { field: "perThousand", title: words.per(sides[0]) },
    { field: "otherPerThousand", title: words.per(sides[1]) },
    { field: "logLikelihood", title: words.g2 },
    { field: "adjusted", title: words.adjusted },
    { field: "range", title: words.range },
    { field: "dispersion", title: words.dispersion },
    { field: "words", title: words.example },
  ];
  const counts = (filter: string, mark: object) => ({
    transform: [{ filter }],
    mark: { type: "text", fontSize: 10.5, ...mark },
    encoding: { y, x, text: { field: "shown" } },
  });
  return {
    title: words.apart(sides, named(right), named(left)),
    subtitle: words.subtitle(telling.length, all, rows.length),
    rows,
    recount: recountOf(words, sides),
    lines: { field: "word", by: "logLikelihood", sides: "logRatio", sure: "sure" },
    height: rows.length * 19,
    layer: [
      // As much room on both sides, whatever is drawn.
      ...[1, -1].map((side) => ({
        transform: [
          { calculate: `${side} * max(1, abs(datum.logRatio)) * (1 + ${COUNT_ROOM} / max(width, 200))`, as: "each" },
          { aggregate: [{ op: side > 0 ? "max" : "min", field: "each", as: "reach" }] },
        ],
        mark: { type: "rule", opacity: 0 },
        encoding: { x: { ...x, field: "reach" } },
      })),
      {
        mark: { type: "bar", tooltip: true },
        // Of some comments alone a difference may be one of chance: it is drawn faint.
        encoding: { y, x, color, opacity: { condition: { test: "datum.sure === 0", value: 0.3 }, value: 1 }, tooltip },
      },
      counts("datum.logRatio > 0", { align: "left", dx: 4 }),
      counts("datum.logRatio <= 0", { align: "right", dx: -4 }),
    ],
  };
}

/** How the words are compared again when a reader looks at some comments alone. */
function recountOf(words: KeywordWords, [one, two]: SideNames): Recount {
  return {
    logRatio: "keyness logRatio",
    often: `keyness told ${words.times("{often}")}`,
    count: "keyness count",
    otherCount: "keyness otherCount",
    shown: `keyness told ${words.told("{own}")}`,
    perThousand: "keyness perThousand",
    otherPerThousand: "keyness otherPerThousand",
    logLikelihood: "keyness logLikelihood",
    adjusted: "none",
    range: "keyness range",
    dispersion: "none",
    sure: "keyness sure",
    side: `keyness side ${one}|${two}`,
  };
}

/** Bars of counts, where no difference is sure or there is nothing to compare with. */
function frequency(
  ranked: readonly KeynessRow[],
  { words, sides, top, comparison }: Asked & { readonly comparison: Comparison },
): Drawing | null {
  const frequent = ranked.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || b.range - a.range);
  // The row is one of the first side here, whatever side its ratio leans to.
  const rows = frequent
    .slice(0, 2 * top)
    .map((row) => ({ ...keywordRow(row, words, sides), shown: words.occurrences(row.count) }));
  if (rows.length === 0) return null;
  const y = axisOf(rows);
  const axis = { title: words.in(sides[0]), tickMinStep: 1, format: ",d" };
  const x = { field: "count", type: "quantitative", stack: null, axis };
  const tooltip = [
    { field: "word", title: words.word },
    { field: "count", title: words.in(sides[0]) },
    ...(comparison === "frequency" ? [] : [{ field: "otherCount", title: words.in(sides[1]) }]),
    { field: "range", title: words.range },
    { field: "words", title: words.example },
  ];
  const alone = comparison === "frequency";
  return {
    title: alone ? words.frequent(named(frequent)) : words.alike(sides),
    subtitle: alone ? words.count(rows.length, ranked.length) : words.none(ranked.length, rows.length, sides[0]),
    rows,
    recount: alone
      ? { count: "spans", shown: "spans told", range: "count" }
      : {
          count: "keyness count",
          otherCount: "keyness otherCount",
          shown: `keyness told ${words.told("{count}")}`,
          range: "keyness range",
        },
    lines: { field: "word", by: "count", top: 2 * top },
    height: rows.length * 19,
    layer: [
      { mark: { type: "bar", tooltip: true, color: COLORS.main }, encoding: { y, x, tooltip } },
      { mark: { type: "text", align: "left", dx: 4, fontSize: 10.5 }, encoding: { y, x, text: { field: "shown" } } },
    ],
  };
}

const named = (rows: readonly KeynessRow[]) => rows.slice(0, NAMED).map(({ word }) => word);
const axisOf = (rows: readonly { readonly word: string }[]) =>
  labelAxis(
    "word",
    rows.map(({ word }) => word),
  );
const byRatio = (a: KeynessRow, b: KeynessRow) => b.logRatio - a.logRatio;
