import { considerationShareSchema, considerationShares } from "../measure/considerations.ts";
import { pick } from "../tables/schema.ts";
import type { ChartOptions } from "./chart.ts";
import { CATEGORY, COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { between, counted, firstWords, percent, round } from "./rows.ts";
import { labelAxis } from "./vega-lite.ts";

export interface ConsiderationChartOptions extends ChartOptions {
  /** How many considerations at most, those of most comments. Default 20. */
  readonly top?: number;
  /** What discussions are called, by their id, where they are counted apart; they are numbered otherwise. */
  readonly discussions?: Readonly<Record<string, string>>;
}

/** Spans that one bar leads back to, at most. */
const MOST_SPANS = 200;

const TEXT = {
  ja: {
    title: "何を論点にしているか",
    subtitle: (shown: number, all: number, comments: number) =>
      `棒はその論点に触れるコメントの割合、細い線は95%区間（コメント${counted(comments)}件、論点${all}のうち上位${shown}。機械の見落としは含まない）`,
    most: (name: string, share: string, range: string) =>
      `もっとも多い論点は「${name}」（コメントの${share}、95%区間${range}）`,
    several: (names: readonly string[]) => `多い論点は${names.map((name) => `「${name}」`).join("")}`,
    numbered: (n: number) => `記事${n}`,
    share: "コメントの割合",
    name: "論点",
    comments: "コメント（件）",
    claims: "主張（か所）",
    interval: "95%区間",
    example: "例",
    discussion: "記事",
  },
  en: {
    title: "What comments argue from",
    subtitle: (shown: number, all: number, comments: number) =>
      `A bar is the share of ${counted(comments)} comments that argue from it, the line its 95 % interval, without what the machine misses (top ${shown} of ${all})`,
    most: (name: string, share: string, range: string) =>
      `Most argue from “${name}” (${share} of comments, 95% interval ${range})`,
    several: (names: readonly string[]) => `Many argue from ${names.map((name) => `“${name}”`).join(", ")}`,
    numbered: (n: number) => `article ${n}`,
    share: "share of comments",
    name: "consideration",
    comments: "comments",
    claims: "claims",
    interval: "95 % interval",
    example: "example",
    discussion: "article",
  },
};

/**
 * The chart of considerations by the share of comments that argue from them; of several discussions counted apart, a bar
 * each.
 *
 * Takes the table that `considerationShares` makes.
 *
 * @example
 * considerationChart(considerationShares(considerationTable(analysis), commentTable(analysis)));
 */
export const considerationChart: DefinedChart<ConsiderationChartOptions> = defineChart({
  name: "considerations",
  description: "Considerations by the share of comments that argue from them.",
  tables: ["considerations", "comments"],
  from: (named) => considerationShares(named("considerations"), named("comments")),
  needs: pick(considerationShareSchema, [
    "discussion",
    "consideration",
    "ja",
    "en",
    "comments",
    "of",
    "claims",
    "share",
    "low",
    "high",
    "unitKeys",
    "spans",
    "example",
  ]),
  words: TEXT,
  apart: true,
  options: { top: 20, discussions: {} as Readonly<Record<string, string>> },
  recount: {
    comments: "count",
    // Not all places are behind a bar.
    claims: "none",
    share: "share",
    low: "wilson low",
    high: "wilson high",
    interval: "interval",
  },
  draw(shares, { lang, words }, { top, discussions: titles }) {
    const all = [...shares];
    const most = new Map<string, number>();
    for (const { consideration, share } of all) {
      most.set(consideration, Math.max(share, most.get(consideration) ?? 0));
    }
    const ranked = [...most]
      .sort((a, b) => b[1] - a[1])
      .slice(0, top)
      .map(([consideration]) => consideration);
    const discussions = [...new Set(all.map(({ discussion }) => discussion))];
    const called = (id: string | null) =>
      id === null
        ? null
        : Object.hasOwn(titles, id)
          ? firstWords(titles[id], 24)
          : words.numbered(discussions.indexOf(id) + 1);
    const nameOf = (id: string) => firstWords(all.find(({ consideration }) => consideration === id)?.[lang] ?? id, 18);
    const shown = ranked.flatMap((id) => all.filter(({ consideration }) => consideration === id));
    if (shown.length === 0) return null;
    const rows = shown.map((row) => ({
      label: nameOf(row.consideration),
      discussion: called(row.discussion),
      share: round(row.share, 4),
      low: round(row.low, 4),
      high: round(row.high, 4),
      comments: row.comments,
      claims: row.claims,
      interval: `${percent(row.low, 1)}–${percent(row.high, 1)}`,
      words: row.example,
      units: row.unitKeys.map(String),
      spans: row.spans.slice(0, MOST_SPANS).map(String),
    }));
    const apart = discussions.length > 1;
    const names = discussions.map(called);
    const y = labelAxis("label", ranked.map(nameOf));
    const beside = apart ? { yOffset: { field: "discussion", scale: { domain: names } } } : {};
    const x = { type: "quantitative", axis: { title: words.share, format: ".0%" }, scale: { domainMin: 0 } };
    const tooltip = [
      { field: "label", title: words.name },
      ...(apart ? [{ field: "discussion", title: words.discussion }] : []),
      { field: "comments", title: words.comments },
      { field: "claims", title: words.claims },
      { field: "share", title: words.share, format: ".1%" },
      { field: "interval", title: words.interval },
      { field: "words", title: words.example },
    ];
    const color = apart
      ? { field: "discussion", type: "nominal", scale: { domain: names, range: CATEGORY }, legend: { title: null } }
      : { value: COLORS.main };
    const comments = new Map(all.map(({ discussion, of }) => [discussion, of]));
    const [first, second] = ranked.map((id) => all.find(({ consideration }) => consideration === id)!);
    const title = apart
      ? words.title
      : first !== undefined && first.low > (second?.high ?? 0)
        ? words.most(nameOf(first.consideration), percent(first.share), between(first.low, first.high, lang))
        : words.several(ranked.slice(0, 3).map(nameOf));
    return {
      title,
      subtitle: words.subtitle(
        ranked.length,
        most.size,
        [...comments.values()].reduce((sum, count) => sum + count, 0),
      ),
      rows,
      ...(apart ? { counting: { rows: shown.map(({ discussion }) => ({ of: `in ${discussion}` })) } } : {}),
      lines: { field: "label", by: "share" },
      height: ranked.length * (apart ? 12 * discussions.length + 8 : 22),
      layer: [
        {
          mark: { type: "bar", tooltip: true },
          encoding: { y, ...beside, x: { ...x, field: "share" }, color, tooltip },
        },
        {
          mark: { type: "rule", color: COLORS.quiet, strokeWidth: 1.4 },
          encoding: { y, ...beside, x: { ...x, field: "low" }, x2: { field: "high" } },
        },
      ],
    };
  },
});
