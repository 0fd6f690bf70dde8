import { codeShareSchema, codeShares } from "../measure/codes/code-shares.ts";
import { pick } from "../tables/schema.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { firstWords, percent, round } from "./rows.ts";
import { labelAxis } from "./vega-lite.ts";

export interface CodeChartOptions extends ChartOptions {
  /** How many codes at most, those of most comments. Default 30. */
  readonly top?: number;
}

/** Spans that one bar leads back to, at most. */
const MOST_SPANS = 200;

const TEXT = {
  ja: {
    title: "自作コードの割合",
    subtitle: (comments: number) =>
      `棒はコーディングルールに当てはまるコメントの割合、細い線は95%区間（コメント${comments}件。複数のコードに当てはまるものもある）`,
    none: "どのコードもなし",
    share: "コメントの割合",
    name: "コード",
    comments: "コメント（件）",
    interval: "95%区間",
    example: "例",
  },
  en: {
    title: "Shares of own codes",
    subtitle: (comments: number) =>
      `A bar is the share of ${comments} comments for which the rule of a code holds, the line its 95 % interval; a comment may hold several`,
    none: "none of the codes",
    share: "share of comments",
    name: "code",
    comments: "comments",
    interval: "95 % interval",
    example: "example",
  },
};

/**
 * The chart of one's own codes by the share of comments that hold them, with those that hold none.
 *
 * Takes the table that `codeShares` makes.
 *
 * @example
 * const codes = parseCodes("*お金\n料金 or 予算 or 費用");
 * codeChart(codeShares(codeTable(analysis, { codes }), commentTable(analysis), { codes }));
 */
export const codeChart: DefinedChart<CodeChartOptions> = defineChart({
  name: "codes",
  description: "Codes of one's own rules by the share of comments that hold them.",
  tables: ["codes", "comments"],
  from: (named) => codeShares(named("codes"), named("comments")),
  needs: pick(codeShareSchema, ["code", "comments", "of", "share", "low", "high", "unitKeys", "spans", "example"]),
  words: TEXT,
  options: { top: 30 },
  recount: { comments: "count", share: "share", low: "wilson low", high: "wilson high", interval: "interval" },
  draw(shares, { words }, { top }) {
    const all = [...shares];
    const coded = all.filter(({ code }) => code !== null).slice(0, top);
    const [first] = coded;
    if (first === undefined) return null;
    const shown = [...coded, ...all.filter(({ code }) => code === null)];
    // A mark leads to comments; of a code that nobody holds there is only the label.
    const labels = shown.map(({ code }) => (code === null ? words.none : firstWords(code, 18)));
    const rows = shown.flatMap((row, i) =>
      row.comments === 0
        ? []
        : {
            label: labels[i]!,
            kind: row.code === null ? "none" : "code",
            share: round(row.share, 4),
            low: round(row.low, 4),
            high: round(row.high, 4),
            comments: row.comments,
            interval: `${percent(row.low, 1)}–${percent(row.high, 1)}`,
            words: row.example,
            units: row.unitKeys.map(String),
            spans: row.spans.slice(0, MOST_SPANS).map(String),
          },
    );
    const y = labelAxis("label", labels);
    const x = {
      type: "quantitative",
      stack: null,
      axis: { title: words.share, format: ".0%" },
      scale: { domainMin: 0 },
    };
    const tooltip = [
      { field: "label", title: words.name },
      { field: "comments", title: words.comments },
      { field: "share", title: words.share, format: ".1%" },
      { field: "interval", title: words.interval },
      { field: "words", title: words.example },
    ];
    const color = {
      field: "kind",
      type: "nominal",
      scale: { domain: ["code", "none"], range: [COLORS.main, COLORS.none] },
      legend: null,
    };
    return {
      subtitle: words.subtitle(first.of),
      rows,
      lines: { field: "label", by: "share", last: { field: "kind", value: "none" }, top: shown.length },
      height: shown.length * 22,
      layer: [
        { mark: { type: "bar", tooltip: true }, encoding: { y, x: { ...x, field: "share" }, color, tooltip } },
        {
          mark: { type: "rule", color: COLORS.quiet, strokeWidth: 1.4 },
          encoding: { y, x: { ...x, field: "low" }, x2: { field: "high" } },
        },
      ],
    };
  },
});
