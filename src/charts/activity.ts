import { commentTable } from "../tables/comments.ts";
import { pick } from "../tables/schema.ts";
import type { Row } from "../tables/table.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { counted, percent, unitKey } from "./rows.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const STEPS = [10 * MINUTE, 30 * MINUTE, 60 * MINUTE, 3 * 60 * MINUTE, 12 * 60 * MINUTE, DAY, 7 * DAY, 28 * DAY];
const MOST_STEPS = 96;
/** Labels of dates need so much room: this part of the axis lies between two. */
const LABELS_APART = 1 / 7;

/** A smaller share of all comments makes no peak. */
const TELLING = 0.1;
/** A bar as a screen reader speaks it. */
const SPOKEN = "datum.at + '; ' + datum.kind + ': ' + datum.count + (datum.words ? '; ' + datum.words : '')";

const TEXT = {
  ja: {
    title: "コメントはいつ書かれたか",
    subtitle: (n: number, left: number, step: string) =>
      `${step}ごとの件数（${counted(n)}件${left > 0 ? `、日時のないもの${counted(left)}件は含まない` : ""}）。ページの示す現地の日時`,
    found: (at: string, n: number, share: string) =>
      `書き込みがもっとも多かったのは${at}（${counted(n)}件、全体の${share}）`,
    span: (from: string, to: string) => `コメントは${from}から${to}まで書かれた`,
    count: "コメント（件）",
    at: "日時",
    first: "最初の本文",
    kind: "種類",
    kinds: ["新しいコメント", "返信"] as readonly string[],
  },
  en: {
    title: "When comments were written",
    subtitle: (n: number, left: number, step: string) =>
      `Comments per ${step} (${counted(n)}${left > 0 ? `; ${counted(left)} without a date left out` : ""}), in the page's local time`,
    found: (at: string, n: number, share: string) => `Most were written ${at}: ${counted(n)} (${share})`,
    span: (from: string, to: string) => `Comments were written from ${from} to ${to}`,
    count: "comments",
    at: "time",
    first: "first text",
    kind: "kind",
    kinds: ["new comment", "reply"] as readonly string[],
  },
};

/**
 * The chart of comments over time, top-level ones and replies apart: by days, or finer where all have times of day.
 *
 * @example
 * activityChart(commentTable(analysis));
 */
export const activityChart: DefinedChart<ChartOptions> = defineChart({
  name: "activity",
  description: "Comments over time.",
  tables: ["comments"],
  needs: pick(commentTable.schema, ["discussion", "id", "posted", "replyTo"]),
  words: TEXT,
  recount: { count: "count", base: "count from from", top: "count to from" },
  optional: pick(commentTable.schema, ["text"]),
  draw(comments, { lang, words }) {
    const dated = [...comments].flatMap((row) => {
      const at = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?/.exec(String(row.posted ?? ""))?.[0];
      return at === undefined ? [] : [{ row, at }];
    });
    if (dated.length === 0) return null;
    const finer = dated.every(({ at }) => at.includes("T"));
    // Local times are handled as if they were UTC, and written back without an offset: no time zone comes in.
    const times = dated.map(({ row, at }) => ({ row, time: Date.parse(at.length > 10 ? `${at}Z` : `${at}T00:00Z`) }));
    const [first, last] = [Math.min(...times.map(({ time }) => time)), Math.max(...times.map(({ time }) => time))];
    const step = STEPS.find((step) => (finer || step >= DAY) && (last - first) / step < MOST_STEPS) ?? STEPS.at(-1)!;
    const buckets = new Map<string, Row[]>();
    for (const { row, time } of times) {
      const key = `${Math.floor(time / step) * step} ${row.replyTo === null ? 0 : 1}`;
      buckets.set(key, [...(buckets.get(key) ?? []), row]);
    }
    const ordered = [...buckets]
      .map(([key, group]) => ({ from: Number(key.split(" ")[0]), kind: Number(key.split(" ")[1]), group }))
      .sort((a, b) => a.from - b.from || a.kind - b.kind);
    const rows = ordered.map(({ from, kind, group }, i) => {
      const below = ordered[i - 1];
      const base = below?.from === from ? below.group.length : 0;
      return {
        from: local(from),
        to: local(from + step),
        // The kind too: what was clicked is told by this.
        at: `${written(from, step)} ${words.kinds[kind]}`,
        kind: words.kinds[kind]!,
        count: group.length,
        base,
        top: base + group.length,
        ...(comments.has("text") ? { words: group[0]!.text } : {}),
        units: group.map((row) => unitKey(row.discussion, row.id)),
      };
    });
    const starts = [...new Set(ordered.map(({ from }) => from))];
    const ticks = labelled(starts, (starts.at(-1)! - starts[0]! + step) * LABELS_APART).map(dateTime);
    const totals = starts.map((from) => ({
      from,
      n: rows.reduce((sum, row) => sum + (row.from === local(from) ? row.count : 0), 0),
    }));
    const most = totals.reduce((best, one) => (one.n > best.n ? one : best));
    const alone = totals.filter(({ n }) => n === most.n).length === 1;
    return {
      title:
        alone && most.n / dated.length >= TELLING
          ? words.found(peak(most.from, step, lang), most.n, percent(most.n / dated.length))
          : words.span(written(first, step), written(last, step)),
      subtitle: words.subtitle(dated.length, comments.length - dated.length, stepName(step, lang)),
      rows,
      height: 240,
      parse: { from: "utc:'%Y-%m-%dT%H:%M'", to: "utc:'%Y-%m-%dT%H:%M'" },
      layer: [
        {
          mark: { type: "rect", tooltip: true, stroke: COLORS.paper, strokeWidth: 0.8 },
          encoding: {
            x: {
              field: "from",
              type: "temporal",
              scale: { type: "utc", nice: false, padding: 14 },
              axis: {
                title: null,
                format: step >= DAY ? "%Y/%m/%d" : "%m/%d %H:%M",
                values: ticks,
                grid: false,
                labelOverlap: "greedy",
              },
            },
            x2: { field: "to" },
            // Vega-Lite's own words for a mark would give its end in the time zone of the machine.
            description: { value: { expr: SPOKEN } },
            y: {
              field: "base",
              type: "quantitative",
              axis: { title: words.count, grid: true, tickMinStep: 1, tickCount: 6 },
            },
            y2: { field: "top" },
            color: {
              field: "kind",
              type: "nominal",
              scale: { domain: words.kinds, range: [COLORS.main, COLORS.accent] },
              legend: { title: null, symbolType: "square" },
            },
            tooltip: [
              { field: "at", title: words.at },
              { field: "kind", title: words.kind },
              { field: "count", title: words.count },
              ...(comments.has("text") ? [{ field: "words", title: words.first }] : []),
            ],
          },
        },
      ],
    };
  },
});

/** Returns the bars that have their time written below: the first, the last, and what has room between them. */
function labelled(starts: readonly number[], apart: number): readonly number[] {
  const last = starts.at(-1)!;
  const chosen = [starts[0]!];
  for (const start of starts) {
    if (start - chosen.at(-1)! >= apart && (last - start >= apart || start === last)) chosen.push(start);
  }
  return chosen;
}

/** A step's name in a sentence. */
function peak(time: number, step: number, lang: "ja" | "en"): string {
  const at = written(time, step);
  if (step === DAY) return lang === "ja" ? at : `on ${at}`;
  const long = stepName(step, lang);
  return lang === "ja" ? `${at}からの${long}${step > DAY ? "間" : ""}` : `in the ${long} from ${at}`;
}

/** A step's beginning as people read it. */
function written(time: number, step: number): string {
  return step >= DAY ? local(time).slice(0, 10) : local(time).replace("T", " ");
}

function local(time: number): string {
  return new Date(time).toISOString().slice(0, 16);
}

/** A day and time as Vega-Lite writes one: as UTC, like the scale, since a time that a zone leaps over would be another there. */
function dateTime(time: number): Record<string, number | boolean> {
  const date = new Date(time);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    hours: date.getUTCHours(),
    minutes: date.getUTCMinutes(),
    utc: true,
  };
}

function stepName(step: number, lang: "ja" | "en"): string {
  const [count, ja, en] =
    step >= DAY
      ? [step / DAY, "日", "day"]
      : step >= 60 * MINUTE
        ? [step / (60 * MINUTE), "時間", "hour"]
        : [step / MINUTE, "分", "minute"];
  return lang === "ja" ? `${count}${ja}` : count === 1 ? `${en}` : `${count} ${en}s`;
}
