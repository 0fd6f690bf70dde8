import type { Payload, PayloadChart } from "../payload.ts";
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
