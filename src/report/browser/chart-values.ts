import { unpackSet, unpackSpans, unpackTimes } from "../packed-numbers.ts";
import { type PackedRows, unpackRows } from "../packed-rows.ts";
import type { PackedRow, Payload, PayloadChart, PayloadRow } from "../payload.ts";
import type { Compared } from "./keyness-again.ts";
import type { Values } from "./labels.ts";
import { withLines } from "./ranked-lines.ts";

interface DataSet {
  readonly name?: string;
  readonly values?: unknown;
}

function rowsIn({ values }: DataSet): PackedRows | null {
  return typeof values === "object" && values !== null && "shapes" in values ? (values as PackedRows) : null;
}

const valued = new WeakMap<PayloadChart, readonly Values[]>();

/** Returns the values of a chart's rows, which the Vega spec carries, each with its number in `row`; the first are drawn of all comments. */
export function chartValues(chart: PayloadChart): readonly Values[] {
  const known = valued.get(chart);
  if (known !== undefined) return known;
  const { data = [] } = chart.spec as { readonly data?: readonly DataSet[] };
  const [packed] = data.flatMap((set) => rowsIn(set) ?? []);
  const values = packed === undefined ? [] : unpackRows(packed).map((values, row) => ({ ...values, row }));
  valued.set(chart, values);
  return values;
}

/** Returns what a chart draws of all comments. */
export function drawnValues(chart: PayloadChart): readonly Values[] {
  return chartValues(chart).slice(0, chart.drawn);
}

/** Returns a chart's spec, whole again, with other rows. */
export function specWith(chart: PayloadChart, { config }: Payload, values: readonly Values[]): object {
  const before = drawnValues(chart);
  const { lines } = chart;
  const spec = lines === null || values.length === 0 ? chart.spec : withLines(chart.spec, lines, before, values);
  const { data = [] } = spec as { readonly data?: readonly DataSet[] };
  // Vega writes into what it is given.
  const own = values.map((row) => ({ ...row }));
  return { config, ...spec, data: data.map((set) => (rowsIn(set) === null ? set : { ...set, values: own })) };
}

const unpacked = new WeakMap<PayloadChart, readonly PayloadRow[]>();

/** Returns what is behind the rows of a chart. */
export function rowsOf(chart: PayloadChart): readonly PayloadRow[] {
  const known = unpacked.get(chart);
  if (known !== undefined) return known;
  const rows = chart.rows.map(lazyRow);
  unpacked.set(chart, rows);
  return rows;
}

/** A row that is unpacked when it is looked at: of most rows nobody asks for the places. */
function lazyRow([units, spans, more = {}]: PackedRow): PayloadRow {
  const once = <T>(make: () => T): (() => T) => {
    let made: { readonly value: T } | null = null;
    return () => {
      made ??= { value: make() };
      return made.value;
    };
  };
  const [own, places] = [once(() => unpackSet(units)), once(() => unpackSpans(spans))];
  const { times = "", of = null, counted, side = null, estimate = null } = more;
  const often = once(() => unpackTimes(times));
  const others = once(() => (counted === undefined ? null : unpackSet(counted)));
  return {
    of,
    side,
    estimate,
    times: (unit) => often().get(unit) ?? 1,
    get units() {
      return own();
    },
    get spans() {
      return places();
    },
    get counted() {
      return others();
    },
  };
}

/** Returns the texts whose words a chart compares; null for any other chart. */
export function comparedOf({ compared }: PayloadChart): Compared | null {
  if (compared === null) return null;
  const { first, second, words } = compared;
  return { first: new Set(unpackSet(first)), second: new Set(unpackSet(second)), words };
}
