import { keyness, keynessSchema } from "../measure/keyness.ts";
import { withoutSourceLines } from "../measure/source-lines.ts";
import { ARTICLE } from "../model/discussion.ts";
import type { Row, Table } from "../tables/table.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { firstWords, round } from "./rows.ts";
import { labelAxis } from "./vega-lite.ts";

export interface KeywordChartOptions extends ChartOptions {
  /** How many words a side at most, the most telling. Default 15. */
  readonly top?: number;
  /** What the two sides are called: the words of the first stand to the right. */
  readonly sides?: readonly [string, string];
}

const TEXT = {
  ja: {
    title: "コメントの言葉、記事の言葉",
    sides: ["コメント", "記事"] as readonly [string, string],
    subtitle: (one: string, two: string, n: number) =>
      `右は${one}に、左は${two}に偏って出る語（対数尤度の大きい${n}語）。長さは出やすさの比で、1目盛りで2倍`,
    ratio: (one: string, two: string) => `← ${two}に多い　出やすさの比（2の何乗倍か）　${one}に多い →`,
    word: "語",
    example: "例",
    count: (side: string) => `${side}での回数`,
    per: (side: string) => `${side}の1,000語あたり`,
    g2: "対数尤度 G²",
    range: "出てくる文章の数",
    dispersion: "偏り（0は均等、1は一つの文章のみ）",
  },
  en: {
    title: "Words of the comments, words of the article",
    sides: ["comments", "article"] as readonly [string, string],
    subtitle: (one: string, two: string, n: number) =>
      `To the right words typical of the ${one}, to the left of the ${two} (${n} words by log-likelihood); each step doubles`,
    ratio: (one: string, two: string) => `← more in ${two}   log ratio (doublings)   more in ${one} →`,
    word: "word",
    example: "example",
    count: (side: string) => `times in ${side}`,
    per: (side: string) => `per 1,000 words of ${side}`,
    g2: "log-likelihood G²",
    range: "texts with it",
    dispersion: "dispersion (0 even, 1 one text)",
  },
};

/**
 * The chart of the words that comments use more than the article, and the article more than the comments.
 *
 * Takes tokens (and compares comments with the article) or the table that `keyness` makes of any two texts; then name
 * them in `sides`.
 *
 * @example
 * keywordChart(tokenTable(analysis));
 * keywordChart(keyness(high, low), { sides: ["票の多いコメント", "票の少ないコメント"] });
 */
export const keywordChart: DefinedChart<KeywordChartOptions> = defineChart({
  name: "keywords",
  description: "Keywords of the comments against those of the article.",
  tables: ["tokens", "citations"],
  from: (named) => withoutSourceLines(named("tokens"), named("citations")),
  prepare: (table) => (table.has("logRatio") ? table : commentsAgainstArticle(table)),
  needs: keynessSchema,
  words: TEXT,
  options: { top: 15, sides: undefined as readonly [string, string] | undefined },
  draw(table, { words }, { top, sides = words.sides }) {
    const ranked = [...table];
    // What one person alone says over and over is no word of the comments.
    const right = ranked.filter(({ logRatio, range }) => Number(logRatio) > 0 && Number(range) > 1).slice(0, top);
    const left = ranked.filter(({ logRatio }) => Number(logRatio) < 0).slice(0, top);
    const shown = [...right.sort(byRatio), ...left.sort(byRatio)];
    const rows = shown.map((row) => ({
      word: firstWords(row.word, 16),
      logRatio: round(row.logRatio, 2),
      count: row.count,
      otherCount: row.otherCount,
      perThousand: round(row.perThousand, 1),
      otherPerThousand: round(row.otherPerThousand, 1),
      logLikelihood: round(row.logLikelihood, 1),
      range: row.range,
      dispersion: round(row.dispersion, 2),
      side: row.logRatio > 0 ? sides[0] : sides[1],
      words: row.example,
      units: row.unitKeys,
      spans: row.spans,
    }));
    if (rows.length === 0) return null;
    const y = labelAxis(
      "word",
      rows.map(({ word }) => word),
    );
    const reach = Math.max(1, ...rows.map(({ logRatio }) => Math.abs(logRatio))) * 1.15;
    const x = {
      field: "logRatio",
      type: "quantitative",
      stack: null,
      scale: { domain: [-reach, reach], nice: false },
      axis: {
        title: words.ratio(...sides),
        format: "+d",
        labelExpr: "datum.value == 0 ? '0' : format(datum.value, '+d')",
        tickMinStep: 1,
      },
    };
    const tooltip = [
      { field: "word", title: words.word },
      { field: "count", title: words.count(sides[0]) },
      { field: "otherCount", title: words.count(sides[1]) },
      { field: "perThousand", title: words.per(sides[0]) },
      { field: "otherPerThousand", title: words.per(sides[1]) },
      { field: "logLikelihood", title: words.g2 },
      { field: "range", title: words.range },
      { field: "dispersion", title: words.dispersion },
      { field: "words", title: words.example },
    ];
    const color = {
      field: "side",
      type: "nominal",
      scale: { domain: sides, range: [COLORS.main, COLORS.accent] },
      legend: { title: null, symbolType: "square" },
    };
    return {
      subtitle: words.subtitle(...sides, rows.length),
      rows,
      height: rows.length * 19,
      layer: [
        { mark: { type: "bar", tooltip: true }, encoding: { y, x, color, tooltip } },
        {
          transform: [{ filter: "datum.logRatio > 0" }, { calculate: "datum.count", as: "shown" }],
          mark: { type: "text", align: "left", dx: 4, fontSize: 10.5 },
          encoding: { y, x, text: { field: "shown" } },
        },
        {
          transform: [{ filter: "datum.logRatio <= 0" }, { calculate: "datum.otherCount", as: "shown" }],
          mark: { type: "text", align: "right", dx: -4, fontSize: 10.5 },
          encoding: { y, x, text: { field: "shown" } },
        },
      ],
    };
  },
});

function commentsAgainstArticle(tokens: Table): Table {
  const comments = tokens.filter((row) => row.unit !== ARTICLE);
  const article = tokens.filter((row) => row.unit === ARTICLE);
  return keyness(comments, article, { fewest: 2 });
}

function byRatio(a: Row, b: Row): number {
  return Number(b.logRatio) - Number(a.logRatio);
}
