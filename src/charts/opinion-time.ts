import { type OpinionTime, opinionTimeSchema, opinionTimes } from "../measure/opinions/opinion-times.ts";
import type { ChartOptions } from "./chart.ts";
import { CATEGORY } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { firstWords, inBrackets, percent, round } from "./rows.ts";

export interface OpinionTimeChartOptions extends ChartOptions {
  /** How many opinions at most, the largest. Default 6. */
  readonly top?: number;
}

/** When, and what share. */
type Share = readonly [at: string, share: string];

const TEXT = {
  ja: {
    title: "意見の割合の移り変わり",
    subtitle: (opinions: number, hourly: boolean, few: boolean) =>
      `${hourly ? "1時間" : "1日"}ごとのコメントに占める割合。帯は95%区間${few ? "（コメントの少ない時間帯は幅が広い）" : ""}。件数の多い意見${opinions}個`,
    changed: (label: string, [from, was]: Share, [to, is]: Share, more: boolean) =>
      `${inBrackets(label)}の割合が${more ? "増えた" : "減った"}（${from}は${was}、${to}は${is}）`,
    steady: (from: string, to: string) => `${from}から${to}まで、おもな意見の割合にはっきりした変化は見られない`,
    share: "割合",
    at: "日時",
    count: "コメント",
    opinion: "意見",
    of: (comments: number | string, all: number | string) => `${all}件中${comments}件`,
  },
  en: {
    title: "Opinions over time",
    subtitle: (opinions: number, hourly: boolean, few: boolean) =>
      `Share of the comments of each ${hourly ? "hour" : "day"}; bands are 95 % intervals${few ? ", wide where comments are few" : ""}. The ${opinions} largest opinions`,
    changed: (label: string, [from, was]: Share, [to, is]: Share, more: boolean) =>
      `“${label}” is said by ${more ? "more" : "fewer"} (${was} on ${from}, ${is} on ${to})`,
    steady: (from: string, to: string) => `No main opinion plainly changed its share from ${from} to ${to}`,
    share: "share",
    at: "time",
    count: "comments",
    opinion: "opinion",
    of: (comments: number | string, all: number | string) => `${comments} of ${all}`,
  },
};

/** How its rows are counted again; their words are those of a language. */
const RECOUNT = { share: "share", low: "wilson low", high: "wilson high", all: "of" } as const;
/** Part of a strip that its largest share takes; above it stands its name. */
const STRIP = 0.74;

/** Fewer comments in a stretch of time make its interval a wide one. */
const FEW = 20;
/** Of fewer comments a share is drawn faint, and no line leads to it. */
const TOO_FEW = 5;

/**
 * The chart of the share of each opinion by day or hour, with intervals, one small picture an opinion.
 *
 * @example
 * opinionTimeChart(opinionTimes(opinionTable(analysis), claimTable(analysis), commentTable(analysis)));
 */
export const opinionTimeChart: DefinedChart<OpinionTimeChartOptions> = defineChart({
  name: "opinion-time",
  description: "The share of each opinion over time, with intervals.",
  tables: ["opinions", "claims", "comments"],
  from: (named) => opinionTimes(named("opinions"), named("claims"), named("comments")),
  needs: opinionTimeSchema,
  words: TEXT,
  options: { top: 6 },
  draw(times, { words }, { top }) {
    const all = [...times].filter(({ id }) => /^o\d/.test(id));
    const totals = new Map<string, number>();
    for (const { id, comments } of all) totals.set(id, (totals.get(id) ?? 0) + comments);
    const chosen = [...totals]
      .sort(([, a], [, b]) => b - a)
      .slice(0, top)
      .map(([id]) => id);
    const kept = all.filter(({ id, all: of }) => chosen.includes(id) && of > 0);
    if (kept.length === 0) return null;
    const hourly = kept[0]!.step === "hour";
    const rows = kept.map((row) => {
      const place = chosen.indexOf(row.id);
      return {
        label: inBrackets(firstWords(row.label, 18)),
        from: hourly ? `${row.from}:00` : `${row.from}T00:00`,
        at: row.from.replace("T", " ") + (hourly ? "時" : ""),
        share: round(row.share, 4),
        low: round(row.low, 4),
        high: round(row.high, 4),
        // Each opinion has a strip of its own, the largest on top.
        strip: chosen.length - 1 - place,
        all: row.all,
        counted: words.of(row.comments, row.all),
        words: row.label,
        color: CATEGORY[place % CATEGORY.length]!,
        units: row.unitKeys,
      };
    });
    const few = kept.some(({ all: of }) => of < FEW);
    return {
      title: titleOf(kept, words, hourly),
      subtitle: words.subtitle(chosen.length, hourly, few),
      rows,
      height: chosen.length * 78,
      parse: { from: "utc:'%Y-%m-%dT%H:%M'" },
      recount: { ...RECOUNT, counted: `told ${words.of("{n}", "{of}")}` },
      counting: { rows: kept.map(({ from }) => ({ of: `at ${from}` })) },
      transform: [
        // All strips are as high as the largest share, of all comments or of those that were chosen.
        { joinaggregate: [{ op: "max", field: "high", as: "most" }] },
        ...["share", "low", "high"].map((field) => ({
          calculate: `datum.strip + ${STRIP} * min(1, datum.${field} / datum.most)`,
          as: `${field}At`,
        })),
      ],
      layer: layersOf(words, { rows, strips: chosen.length, hourly }),
    };
  },
});

/** Returns which opinion changed most from the first to the last time with enough comments, where the intervals do not meet. */
function titleOf(rows: readonly OpinionTime[], words: (typeof TEXT)["ja" | "en"], hourly: boolean): string {
  const told = rows.filter(({ all }) => all >= FEW).sort((a, b) => (a.from < b.from ? -1 : 1));
  const [start, end] = [told[0], told.at(-1)];
  if (start === undefined || end === undefined || start.from === end.from) return words.title;
  const at = ({ from }: OpinionTime) => from.replaceAll("-", "/").replace("T", " ") + (hourly ? ":00" : "");
  const [changed] = told
    .filter(({ from }) => from === start.from)
    .flatMap((first) => {
      const last = told.find(({ id, from }) => id === first.id && from === end.from);
      if (last === undefined || (last.low <= first.high && first.low <= last.high)) return [];
      return [{ first, last, by: last.share - first.share }];
    })
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  if (changed === undefined) return words.steady(at(start), at(end));
  const { first, last, by } = changed;
  const [was, is] = [first, last].map((row) => [at(row), percent(row.share)] as const) as [Share, Share];
  return words.changed(firstWords(first.label, 24), was, is, by > 0);
}

interface Strips {
  readonly rows: readonly { readonly from: string }[];
  readonly strips: number;
  readonly hourly: boolean;
}

function layersOf(words: (typeof TEXT)["ja" | "en"], { rows, strips, hourly }: Strips) {
  const x = {
    field: "from",
    type: "temporal",
    scale: { type: "utc", nice: false, padding: 12 },
    axis: {
      title: null,
      values: ticksOf(rows),
      format: hourly ? "%m/%d %H:%M" : "%Y/%m/%d",
      grid: false,
      labelOverlap: "greedy",
    },
  };
  const y = (field: string) => ({
    field,
    type: "quantitative",
    scale: { domain: [0, strips], nice: false },
    axis: null,
  });
  const color = { field: "color", type: "nominal", scale: null };
  const tooltip = [
    { field: "words", title: words.opinion },
    { field: "at", title: words.at },
    { field: "share", title: words.share, format: ".1%" },
    { field: "counted", title: words.count },
  ];
  const floors = Array.from({ length: strips }, (_, base) => ({ base }));
  return [
    {
      data: { values: floors },
      mark: { type: "rule", strokeWidth: 0.6, opacity: 0.4 },
      encoding: { y: y("base") },
    },
    {
      mark: { type: "rule", strokeWidth: 6, opacity: 0.25 },
      encoding: { x, y: y("lowAt"), y2: { field: "highAt" }, color },
    },
    {
      transform: [{ filter: `datum.all >= ${TOO_FEW}` }],
      mark: { type: "line", strokeWidth: 1, opacity: 0.6 },
      encoding: { x, y: y("shareAt"), color },
    },
    {
      mark: { type: "circle", size: 30, tooltip: true },
      encoding: {
        x,
        y: y("shareAt"),
        color,
        opacity: { condition: { test: `datum.all < ${TOO_FEW}`, value: 0.35 }, value: 1 },
        tooltip,
      },
    },
    {
      transform: [
        { window: [{ op: "row_number", as: "number" }], groupby: ["label"] },
        { filter: "datum.number == 1" },
        { calculate: "datum.label + ' (0–' + format(datum.most, '.0%') + ')'", as: "name" },
        { calculate: "datum.strip + 0.96", as: "top" },
      ],
      mark: { type: "text", align: "left", baseline: "top", x: 4, fontSize: 11 },
      encoding: { y: y("top"), text: { field: "name" } },
    },
  ];
}

/** How many times are written below. */
const MOST_TICKS = 6;

/** Returns some of the times that there are, as Vega-Lite writes a day and time: as UTC, like the scale. */
function ticksOf(rows: Strips["rows"]): Readonly<Record<string, number | boolean>>[] {
  const times = [...new Set(rows.map(({ from }) => from))].sort();
  const step = Math.ceil(times.length / MOST_TICKS);
  return times
    .filter((_, i) => i % step === 0)
    .map((time) => {
      const [year, month, date, hours] = time.split(/\D/).map(Number);
      return { year: year!, month: month!, date: date!, hours: hours!, utc: true };
    });
}
