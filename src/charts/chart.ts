import { deepFreeze } from "../model/freeze.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../model/mime.ts";
import { type Chart, chartText } from "./chart-value.ts";

export type { ChartRow } from "./chart-row.ts";
export type { Chart } from "./chart-value.ts";

/** Options that every chart takes. */
export interface ChartOptions {
  /** Language of titles, axes and legends. Default `ja`. */
  readonly lang?: "ja" | "en";
  /** A title in place of the chart's own. */
  readonly title?: string;
}

/**
 * Returns a frozen chart that shows itself: as a picture in a notebook, as a line in Node.
 *
 * @example
 * const rows = [{ label: "c1", up: 3, units: ["0123456789ab/c1"] }];
 * const spec = { data: { values: rows }, mark: "bar", encoding: { x: { field: "up" }, y: { field: "label" } } };
 * chart({ name: "mine", title: "票", spec, rows });
 */
export function chart(parts: Chart): Chart {
  const made: Chart = { ...parts };
  const hidden = (value: () => unknown) => ({ value, enumerable: false });
  Object.defineProperties(made, {
    [JUPYTER_DISPLAY]: hidden(async () => (await import("./show-chart.ts")).chartBundle(made)),
    [NODE_INSPECT]: hidden(() => chartText(made)),
  });
  return deepFreeze(made);
}
