import type { Chart } from "../charts/chart.ts";
import type { Recount } from "../charts/recount.ts";
import { compileChart, type VegaSpec } from "../charts/render.ts";
import { withShortWords } from "../charts/whole-words.ts";
import type { Analysis } from "../model/analysis.ts";
import { type Columns, columnsOf, unitKeys } from "./columns.ts";
import { type MarkColumns, markColumns } from "./mark-columns.ts";
import { packSet, packSpans } from "./packed-numbers.ts";
import { READING_WORDS, type ReadingWords } from "./reading-words.ts";
import { slimSpec } from "./slim-spec.ts";
import { unitMarks } from "./unit-marks.ts";
import type { Lang, Words } from "./words.ts";
import { WORDS } from "./words.ts";

export interface PayloadChart {
  readonly name: string;
  readonly title: string;
  /** A Vega spec without what all share; its rows carry their number in `row` and leave the way back to `rows`. */
  readonly spec: VegaSpec;
  /** What is behind each row, by the number of the unit. */
  readonly rows: readonly PackedRow[];
  /** Columns of the text alternative: what the tooltip tells. */
  readonly columns: readonly { readonly field: string; readonly title: string }[];
  /** How its rows are counted again; null where they cannot be. */
  readonly recount: Recount | null;
}

/** Units behind a mark, and the words: unit, start, end, unit, start, end, … */
export interface PayloadRow {
  readonly units: readonly number[];
  readonly spans: readonly number[];
}

/** A row as it is written: {@link packSet} and {@link packSpans}. */
export type PackedRow = readonly [units: string, spans: string];

/** An article and where it stands. */
export interface PayloadDiscussion {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
}

/** Everything that the browser script works with. */
export interface Payload {
  readonly lang: Lang;
  readonly words: Words;
  readonly reading: ReadingWords;
  readonly discussions: readonly PayloadDiscussion[];
  readonly columns: Columns;
  /** Numbers of the units whose words stand in the store, in its order; null where all do. */
  readonly stored: readonly number[] | null;
  readonly charts: readonly PayloadChart[];
  /** What the specs of all charts have in common. */
  readonly config: VegaSpec;
  /** What is marked in the texts. */
  readonly marks: MarkColumns;
}

interface PayloadOptions {
  readonly lang: Lang;
  /** What is typical, by `discussion/unit`. */
  readonly typical: ReadonlyMap<string, number>;
  readonly stored?: readonly number[] | null;
}

/** Returns what the browser script needs: columns of the units, charts compiled from Vega-Lite to Vega. */
export async function payload(
  analyses: readonly Analysis[],
  drawn: readonly Chart[],
  { lang, typical, stored = null }: PayloadOptions,
): Promise<Payload> {
  const kept = stored === null ? null : new Set(stored);
  const numbers = new Map(unitKeys(analyses).map((key, i) => [key, i]));
  const charts = await Promise.all(drawn.map((chart) => chartOf(chart, numbers, kept)));
  const { config = {} } = (charts[0]?.spec ?? {}) as { readonly config?: VegaSpec };
  return {
    lang,
    words: WORDS[lang],
    reading: READING_WORDS[lang],
    discussions: analyses.map(({ discussion: { id, article } }) => ({ id, title: article.title, url: article.url })),
    columns: columnsOf(analyses, typical),
    stored,
    charts: charts.map((chart) => withoutConfig(chart, config)),
    config,
    marks: markColumns(analyses, unitMarks, (unit) => kept === null || kept.has(unit)),
  };
}

/** Every chart has the same colours and fonts: they are told once. */
function withoutConfig(chart: PayloadChart, shared: VegaSpec): PayloadChart {
  const { config, ...spec } = chart.spec;
  return JSON.stringify(config) === JSON.stringify(shared) ? { ...chart, spec } : chart;
}

/** `kept`: the units whose words stand in the file, null for all; of others no places are told. */
async function chartOf(
  whole: Chart,
  numbers: ReadonlyMap<string, number>,
  kept: ReadonlySet<number> | null,
): Promise<PayloadChart> {
  const chart = withShortWords(whole);
  const values = chart.rows.map(({ units: _, spans: __, ...shown }, row) => ({ ...shown, row }));
  const { data, ...rest } = chart.spec as { readonly data?: object };
  const numbered = values.length === 0 ? chart : { ...chart, spec: { ...rest, data: { ...data, values } } };
  const spec = slimSpec(await compileChart(numbered as Chart));
  const rows = chart.rows.map(({ units, spans = [] }): PackedRow => {
    const places = spans
      .map((span) => {
        const [, key, start, end] = /^(.+):(\d+)-(\d+)$/.exec(span)!;
        return [numbers.get(key!)!, Number(start), Number(end)] as const;
      })
      .filter(([unit]) => kept === null || kept.has(unit));
    return [packSet(units.map((key) => numbers.get(key)!)), packSpans(places)];
  });
  const { recount = null } = whole;
  // Where not all places are told, they cannot be counted.
  const counted = kept !== null && Object.values(recount ?? {}).some((how) => how.startsWith("spans")) ? null : recount;
  return { name: chart.name, title: chart.title, spec, rows, columns: columnsOfTable(chart), recount: counted };
}

/** The text alternative tells what the tooltip of the chart's main layer tells. */
function columnsOfTable({ spec }: Chart): PayloadChart["columns"] {
  const { layer = [] } = spec as { readonly layer?: readonly { readonly encoding?: { readonly tooltip?: unknown } }[] };
  for (const { encoding } of layer) {
    if (Array.isArray(encoding?.tooltip)) return encoding.tooltip as PayloadChart["columns"];
  }
  return [];
}
