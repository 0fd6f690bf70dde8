import { unpackSet, unpackSpans } from "../packed-numbers.ts";
import type { Payload, PayloadChart, PayloadRow } from "../payload.ts";
import type { Values } from "./labels.ts";

interface DataSet {
  readonly name?: string;
  readonly values?: unknown;
}

function isRows({ values }: DataSet): boolean {
  return Array.isArray(values) && values.length > 0 && "row" in values[0];
}

/** Returns what a chart draws: the values of its rows, which the Vega spec carries. */
export function chartValues({ spec }: PayloadChart): readonly Values[] {
  const { data = [] } = spec as { readonly data?: readonly DataSet[] };
  return (data.find(isRows)?.values ?? []) as readonly Values[];
}

/** Returns a chart's spec, whole again, with other rows. */
export function specWith({ spec }: PayloadChart, { config }: Payload, values: readonly Values[]): object {
  const { data = [] } = spec as { readonly data?: readonly DataSet[] };
  // Vega writes into what it is given.
  const own = values.map((row) => ({ ...row }));
  return { config, ...spec, data: data.map((set) => (isRows(set) ? { ...set, values: own } : set)) };
}

const unpacked = new WeakMap<PayloadChart, readonly PayloadRow[]>();

/** Returns what is behind the rows of a chart. */
export function rowsOf(chart: PayloadChart): readonly PayloadRow[] {
  const known = unpacked.get(chart);
  if (known !== undefined) return known;
  const rows = chart.rows.map(([units, spans]) => lazyRow(units, spans));
  unpacked.set(chart, rows);
  return rows;
}

/** A row that is unpacked when it is looked at: of most rows nobody asks for the places. */
function lazyRow(units: string, spans: string): PayloadRow {
  let row: PayloadRow | null = null;
  const all = () => {
    row ??= { units: unpackSet(units), spans: unpackSpans(spans) };
    return row;
  };
  return {
    get units() {
      return all().units;
    },
    get spans() {
      return all().spans;
    },
  };
}
