import type { Chart } from "../charts/chart.ts";
import { compileChart, type VegaSpec } from "../charts/render.ts";
import { withShortWords } from "../charts/whole-words.ts";
import type { Analysis } from "../model/analysis.ts";
import { unitElement } from "./unit-marks.ts";
import type { Lang, Words } from "./words.ts";
import { WORDS } from "./words.ts";

/** What the browser script is told of one unit, in the order in which the page shows them. */
export interface PayloadUnit {
  /** Id of its element. */
  readonly element: string;
  readonly discussion: number;
  readonly author: string | null;
  readonly up: number | null;
  /** Sentiment label; null for the article and where it was not computed. */
  readonly label: string | null;
  /** Names of the entities spoken of. */
  readonly people: readonly string[];
}

export interface PayloadChart {
  readonly name: string;
  readonly title: string;
  /** A Vega spec; its rows carry their number in `row` and leave the way back to `rows`. */
  readonly spec: VegaSpec;
  /** What is behind each row, by the number of the unit. */
  readonly rows: readonly PayloadRow[];
  /** Columns of the text alternative: what the tooltip tells. */
  readonly columns: readonly { readonly field: string; readonly title: string }[];
}

/** A unit with its key, `discussion/unit`, as charts name it. */
interface KeyedUnit extends PayloadUnit {
  readonly key: string;
}

/** Units behind a mark, and the words: unit, start, end, unit, start, end, … */
export interface PayloadRow {
  readonly units: readonly number[];
  readonly spans: readonly number[];
}

/** Everything that the browser script works with. */
export interface Payload {
  readonly lang: Lang;
  readonly words: Words;
  readonly units: readonly PayloadUnit[];
  readonly charts: readonly PayloadChart[];
  /** Entity as marked in the text (`0:e1`) to its name. */
  readonly entities: Readonly<Record<string, string>>;
}

/** Returns what the browser script needs: units to filter, charts compiled from Vega-Lite to Vega. */
export async function payload(analyses: readonly Analysis[], drawn: readonly Chart[], lang: Lang): Promise<Payload> {
  const units = analyses.flatMap(unitsOf);
  const numbers = new Map(units.map(({ key }, i) => [key, i]));
  return {
    lang,
    words: WORDS[lang],
    units: units.map(({ key: _, ...unit }) => unit),
    charts: await Promise.all(drawn.map((chart) => chartOf(chart, numbers))),
    entities: Object.fromEntries(
      analyses.flatMap(({ entities }, index) => entities.map(({ id, name }) => [`${index}:${id}`, name])),
    ),
  };
}

function unitsOf({ discussion, mentions, entities, sentiments }: Analysis, index: number): KeyedUnit[] {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const people = new Map<string, Set<string>>();
  for (const { unit, entity } of mentions) {
    const set = people.get(unit) ?? new Set<string>();
    people.set(unit, set.add(names.get(entity) ?? entity));
  }
  const labels = new Map(sentiments.filter(({ scope }) => scope === "unit").map(({ unit, label }) => [unit, label]));
  const unit = (id: string, author: string | null, up: number | null, label: string | null): KeyedUnit => ({
    key: `${discussion.id}/${id}`,
    element: unitElement(index, id),
    discussion: index,
    author,
    up,
    label,
    people: [...(people.get(id) ?? [])],
  });
  return [
    unit("article", null, null, null),
    ...discussion.comments.map(({ id, author, reactions }) =>
      unit(id, author, reactions.up ?? null, labels.get(id) ?? null),
    ),
  ];
}

async function chartOf(whole: Chart, numbers: ReadonlyMap<string, number>): Promise<PayloadChart> {
  const chart = withShortWords(whole);
  const values = chart.rows.map(({ units: _, spans: __, ...shown }, row) => ({ ...shown, row }));
  const { data, ...rest } = chart.spec as { readonly data?: object };
  const numbered = values.length === 0 ? chart : { ...chart, spec: { ...rest, data: { ...data, values } } };
  const spec = await compileChart(numbered as Chart);
  const rows = chart.rows.map(({ units, spans = [] }) => ({
    units: units.map((key) => numbers.get(key)!),
    spans: spans.flatMap((span) => {
      const [, key, start, end] = /^(.+):(\d+)-(\d+)$/.exec(span)!;
      return [numbers.get(key!)!, Number(start), Number(end)];
    }),
  }));
  return { name: chart.name, title: chart.title, spec, rows, columns: columnsOf(chart) };
}

/** The text alternative tells what the tooltip of the chart's main layer tells. */
function columnsOf({ spec }: Chart): PayloadChart["columns"] {
  const { layer = [] } = spec as { readonly layer?: readonly { readonly encoding?: { readonly tooltip?: unknown } }[] };
  for (const { encoding } of layer) {
    if (Array.isArray(encoding?.tooltip)) return encoding.tooltip as PayloadChart["columns"];
  }
  return [];
}
