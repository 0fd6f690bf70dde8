import type { Spec } from "vega";
import type { Chart } from "../charts/chart.ts";
import { charts } from "../charts/charts.ts";
import { compileChart } from "../charts/render.ts";
import type { Analysis } from "../model/analysis.ts";
import { unitElement } from "./unit-marks.ts";
import type { Lang, Words } from "./words.ts";
import { WORDS } from "./words.ts";

/** What the browser script is told of one unit, in the order in which the page shows them. */
export interface PayloadUnit {
  /** `discussion/unit`, as in a chart's rows. */
  readonly key: string;
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
  /** A Vega spec without its config; its rows carry their number in `row`. */
  readonly spec: Spec;
  /** Columns of the text alternative: what the tooltip tells. */
  readonly columns: readonly { readonly field: string; readonly title: string }[];
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

/** Puts together what the browser script needs: units to filter, charts compiled from Vega-Lite to Vega. */
export async function payload(analyses: readonly Analysis[], drawn: readonly Chart[], lang: Lang): Promise<Payload> {
  return {
    lang,
    words: WORDS[lang],
    units: analyses.flatMap(unitsOf),
    charts: await Promise.all(drawn.map(chartOf)),
    entities: Object.fromEntries(
      analyses.flatMap(({ entities }, index) => entities.map(({ id, name }) => [`${index}:${id}`, name])),
    ),
  };
}

function unitsOf({ discussion, mentions, entities, sentiments }: Analysis, index: number): PayloadUnit[] {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const people = new Map<string, Set<string>>();
  for (const { unit, entity } of mentions) {
    const set = people.get(unit) ?? new Set<string>();
    people.set(unit, set.add(names.get(entity) ?? entity));
  }
  const labels = new Map(sentiments.filter(({ scope }) => scope === "unit").map(({ unit, label }) => [unit, label]));
  const unit = (id: string, author: string | null, up: number | null, label: string | null): PayloadUnit => ({
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

async function chartOf(chart: Chart): Promise<PayloadChart> {
  const rows = chart.rows.map((values, row) => ({ ...values, row }));
  const { data, ...rest } = chart.spec as { readonly data?: object };
  const numbered = chart.rows.length === 0 ? chart : { ...chart, spec: { ...rest, data: { ...data, values: rows } } };
  const spec = await compileChart(numbered as Chart);
  return { name: chart.name, title: chart.title, spec, columns: columnsOf(chart) };
}

/** The text alternative tells what the tooltip of the chart's main layer tells. */
function columnsOf({ spec }: Chart): PayloadChart["columns"] {
  const { layer = [] } = spec as { readonly layer?: readonly { readonly encoding?: { readonly tooltip?: unknown } }[] };
  for (const { encoding } of layer) {
    if (Array.isArray(encoding?.tooltip)) return encoding.tooltip as PayloadChart["columns"];
  }
  return [];
}

/** Names of all charts, in the order in which the report shows them. */
export const REPORT_CHARTS: readonly string[] = charts.map(({ name }) => name);
