import type { Chart, ChartRow } from "../charts/chart.ts";
import type { Lines } from "../charts/lines.ts";
import type { Counting, Recount, RowCounting } from "../charts/recount.ts";
import { compileChart, type VegaSpec } from "../charts/render.ts";
import { CONFIG } from "../charts/theme.ts";
import { withShortWords } from "../charts/whole-words.ts";
import type { Analysis } from "../model/analysis.ts";
import { chartName } from "./chart-names.ts";
import { type Columns, columnsOf, unitKeys } from "./columns.ts";
import { type ChartColumn, columnsOfChart } from "./columns-of-chart.ts";
import { type MarkColumns, markColumns } from "./mark-columns.ts";
import { type PackedCompared, type PackedCounting, packCompared, packCounting } from "./pack-counting.ts";
import { type PackedColumns, packColumns } from "./packed-columns.ts";
import { packSet, packSpans } from "./packed-numbers.ts";
import { packRows } from "./packed-rows.ts";
import { READING_WORDS, type ReadingWords } from "./reading-words.ts";
import { slimSpec } from "./slim-spec.ts";
import { unitMarks } from "./unit-marks.ts";
import type { Lang, Words } from "./words.ts";
import { WORDS } from "./words.ts";

export interface PayloadChart {
  readonly name: string;
  /** What it says of all comments. */
  readonly title: string;
  /** What it is called, whatever it shows. */
  readonly called: string;
  /** A Vega spec without what all share; its rows are {@link packRows}, numbered, and leave the way back to `rows`. */
  readonly spec: VegaSpec;
  /** What is behind each row, by the number of the unit. */
  readonly rows: readonly PackedRow[];
  /** How many of its rows are drawn of all comments; those behind them wait for a choice. */
  readonly drawn: number;
  /** How its lines are ranked; null where it has none. */
  readonly lines: Lines | null;
  /** Columns of the text alternative: what the tooltip tells. */
  readonly columns: readonly ChartColumn[];
  /** How its rows are counted again; null where they cannot be. */
  readonly recount: Recount | null;
  /** The texts whose words it compares. */
  readonly compared: PackedCompared | null;
}

/** Units behind a mark, and the words: unit, start, end, unit, start, end, … */
export interface PayloadRow {
  readonly units: readonly number[];
  readonly spans: readonly number[];
  /** How many places it has in a unit, also in one whose words the file does not have. */
  readonly times: (unit: number) => number;
  /** What counting it again takes, as {@link RowCounting} tells it; discussions by their numbers. */
  readonly of: string | null;
  readonly counted: readonly number[] | null;
  readonly side: string | null;
  readonly estimate: RowCounting["estimate"] | null;
}

/** A row as it is written: {@link packSet} and {@link packSpans}. */
export type PackedRow = readonly [units: string, spans: string, counting?: PackedCounting];

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

/** {@link Payload} as it is written. */
export type PackedPayload = Omit<Payload, "columns"> & { readonly columns: PackedColumns };

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
): Promise<PackedPayload> {
  const kept = stored === null ? null : new Set(stored);
  const numbers = new Map(unitKeys(analyses).map((key, i) => [key, i]));
  const discussions = new Map(analyses.map(({ discussion }, i) => [discussion.id, i]));
  const charts = await Promise.all(drawn.map((chart) => chartOf(chart, { numbers, discussions, kept, lang })));
  const { config = {} } = (charts[0]?.spec ?? {}) as { readonly config?: VegaSpec };
  return {
    lang,
    words: WORDS[lang],
    reading: READING_WORDS[lang],
    discussions: analyses.map(({ discussion: { id, article } }) => ({ id, title: article.title, url: article.url })),
    columns: packColumns(columnsOf(analyses, typical)),
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

/** Characters of the words behind a mark that its tooltip shows; of more comments than the file holds, fewer. */
const LONGEST_WORDS = 60;
const LONGEST_OF_MANY = 24;

interface Places {
  /** Number of each unit, and of each discussion. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly discussions: ReadonlyMap<string, number>;
  /** The units whose words stand in the file, null for all; of others no places are told. */
  readonly kept: ReadonlySet<number> | null;
  readonly lang: Lang;
}

async function chartOf(whole: Chart, places: Places): Promise<PayloadChart> {
  const { numbers, kept, lang } = places;
  const { recount = null, counting = {} } = whole;
  const longest = kept === null ? LONGEST_WORDS : LONGEST_OF_MANY;
  const chart = withShortWords(whole, longest);
  const waiting = withShortWords({ ...whole, rows: counting.waiting ?? [] }, longest).rows;
  const shown = ({ units: _, spans: __, ...fields }: ChartRow): object => fields;
  const values = chart.rows.map((fields, row) => ({ ...shown(fields), row }));
  const { data, ...rest } = chart.spec as { readonly data?: object };
  // One that was put together by hand has no colours and fonts of its own, and takes those of the page.
  const numbered =
    values.length === 0 ? chart : { ...chart, spec: { config: CONFIG, ...rest, data: { ...data, values } } };
  const spec = slimSpec(await compileChart(numbered as Chart));
  const byPlaces = Object.values(recount ?? {}).some((how) => /^(?:spans|keyness)/.test(how));
  const rows = [...chart.rows, ...waiting].map(({ units, spans = [] }, i): PackedRow => {
    const marked = spans.map((span) => placeOf(span, numbers));
    const told = kept === null ? marked : marked.filter(([unit]) => kept.has(unit));
    const own = units.map((key) => numbers.get(key)!);
    const more = packCounting(own, byPlaces ? marked : null, counting.rows?.[i] ?? {}, places);
    const packed = [packSet(own), packSpans(told)] as const;
    return more === null ? packed : [...packed, more];
  });
  return {
    name: chart.name,
    title: chart.title,
    called: chartName(chart, lang),
    spec: withPackedRows(spec, waiting.map(shown)),
    rows,
    drawn: chart.rows.length,
    lines: counting.lines ?? null,
    columns: columnsOfChart(chart),
    recount: isComplete(recount, counting) ? recount : null,
    compared: counting.compared === undefined ? null : packCompared(counting.compared, numbers),
  };
}

/** Whether a chart has all that counting its rows again takes: one drawn from a table alone may not. */
function isComplete(recount: Recount | null, { compared }: Counting): boolean {
  return compared !== undefined || !Object.values(recount ?? {}).some((how) => how.startsWith("keyness"));
}

/** Returns a spec with its numbered rows, and those that wait, as columns. */
function withPackedRows(spec: VegaSpec, waiting: readonly object[]): VegaSpec {
  const { data = [] } = spec as { readonly data?: readonly { readonly values?: unknown }[] };
  const packed = data.map((set) => {
    const { values } = set;
    if (!Array.isArray(values) || values.length === 0 || !("row" in values[0])) return set;
    // The browser numbers them again.
    return { ...set, values: packRows([...values.map(({ row: _, ...shown }) => shown), ...waiting]) };
  });
  return { ...spec, data: packed };
}

/** Returns unit, start and end of `discussion/unit:start-end`. */
function placeOf(span: string, numbers: ReadonlyMap<string, number>): readonly [number, number, number] {
  const colon = span.lastIndexOf(":");
  const dash = span.indexOf("-", colon);
  return [numbers.get(span.slice(0, colon))!, Number(span.slice(colon + 1, dash)), Number(span.slice(dash + 1))];
}
