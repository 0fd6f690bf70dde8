import type { ChartRow } from "./chart-row.ts";
import type { Counting, Recount } from "./recount.ts";

/** A picture described in Vega-Lite, with the rows behind its marks; a value, no behaviour. */
export interface Chart {
  readonly name: string;
  readonly title: string;
  /** A Vega-Lite spec in the grammar that versions 5 and 6 share; its data is `rows`, inline. */
  readonly spec: Readonly<Record<string, unknown>>;
  readonly rows: readonly ChartRow[];
  /** How the report counts the rows again for some comments alone. */
  readonly recount?: Recount;
  /** What that takes beside the rows. */
  readonly counting?: Counting;
}

/** Returns one line that says what a chart is. */
export function chartText({ name, title, rows }: Chart): string {
  return `${name}: ${title} (${rows.length} mark${rows.length === 1 ? "" : "s"})`;
}
