import { sideShareSchema, sideShares } from "../measure/side-shares.ts";
import { SIDES, type SideLabel } from "../model/layers.ts";
import { pick } from "../tables/schema.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS, SIDE_COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { firstWords, round } from "./rows.ts";
import { labelAxis } from "./vega-lite.ts";

const TEXT = {
  ja: {
    title: "提案への賛成と反対",
    subtitle: (n: number, people: number) => `コメント${n}件（名前${people}）の言葉から読み取れた立場`,
    sides: { for: "賛成", against: "反対", conditional: "条件付き", unsure: "態度保留", none: "なし・読み取れない" },
    toward: "提案",
    side: "立場",
    share: "コメントの割合",
    axis: "コメントの割合（線は件数だけの95%区間。判定の誤りは含まない）",
    interval: "95%区間",
    comments: "コメント（件）",
    names: "名前（人）",
    example: "例",
  },
  en: {
    title: "For and against what is proposed",
    subtitle: (n: number, people: number) => `Sides that can be read from the words of ${n} comments (${people} names)`,
    sides: {
      for: "for",
      against: "against",
      conditional: "on a condition",
      unsure: "undecided",
      none: "none to be read",
    },
    toward: "proposition",
    side: "side",
    share: "share of the comments",
    axis: "share of the comments (lines: 95 % interval of the count alone, without the machine's errors)",
    interval: "95 % interval",
    comments: "comments",
    names: "names",
    example: "example",
  },
};

/**
 * The chart of sides toward each proposition: shares of the comments with their intervals; those that take no side are
 * shown too.
 *
 * Takes the table of sides, or what `sideShares` makes of it.
 *
 * @example
 * sideChart(sideTable(analysis), { lang: "en" });
 */
export const sideChart: DefinedChart<ChartOptions> = defineChart({
  name: "sides",
  description: "Shares of for, against, conditional and undecided toward a proposition.",
  tables: ["sides"],
  prepare: (table) => (table.has("unitKeys") ? table : (sideShares(table) as never)),
  needs: pick(sideShareSchema, [
    "proposition",
    "side",
    "comments",
    "names",
    "of",
    "ofNames",
    "share",
    "low",
    "high",
    "unitKeys",
    "example",
  ]),
  words: TEXT,
  draw(shares, { words }) {
    const propositions = [...new Set([...shares].map(({ proposition }) => proposition))];
    const rows = [...shares].map((row) => {
      const side = row.side as SideLabel;
      const number = propositions.length === 1 ? "" : `${propositions.indexOf(row.proposition) + 1} `;
      return {
        label: `${number}${words.sides[side]}`,
        side: words.sides[side],
        proposition: firstWords(row.proposition, 60),
        share: round(row.share, 4),
        low: round(row.low, 4),
        high: round(row.high, 4),
        interval: `${percent(row.low)} – ${percent(row.high)}`,
        shown: `${percent(row.share)}　${row.comments}`,
        comments: row.comments,
        names: row.names,
        words: row.example ?? "",
        units: row.unitKeys.map(String),
      };
    });
    const [first] = shares;
    if (first === undefined) return null;
    const y = labelAxis(
      "label",
      rows.map(({ label }) => label),
    );
    const most = Math.max(...rows.map(({ high }) => high));
    // What people wrote stands below: the title speaks the reader's language alone.
    const named = propositions.map(
      (text, i) => `${propositions.length === 1 ? "" : `${i + 1} `}「${firstWords(text, 44)}」`,
    );
    const x = {
      field: "share",
      type: "quantitative",
      stack: null,
      scale: { domain: [0, Math.min(1.1, most * 1.2)], nice: false },
      axis: { title: [words.axis, ...named], format: ".0%", tickCount: 6 },
    };
    const color = {
      field: "side",
      type: "nominal",
      scale: { domain: SIDES.map((side) => words.sides[side]), range: SIDES.map((side) => SIDE_COLORS[side]) },
      legend: null,
    };
    const tooltip = [
      { field: "proposition", title: words.toward },
      { field: "side", title: words.side },
      { field: "share", title: words.share, format: ".1%" },
      { field: "interval", title: words.interval },
      { field: "comments", title: words.comments },
      { field: "names", title: words.names },
      { field: "words", title: words.example },
    ];
    return {
      subtitle: words.subtitle(first.of, first.ofNames),
      rows,
      height: rows.length * 26,
      layer: [
        { mark: { type: "bar", tooltip: true }, encoding: { y, x, color, tooltip } },
        {
          mark: { type: "rule", strokeWidth: 2, color: COLORS.quiet },
          encoding: { y, x: { ...x, field: "low" }, x2: { field: "high" } },
        },
        {
          mark: { type: "text", align: "left", dx: 6 },
          encoding: { y, x: { ...x, field: "high" }, text: { field: "shown" } },
        },
      ],
    };
  },
});

function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`;
}
