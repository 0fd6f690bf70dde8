import { YoronError } from "../model/error.ts";
import { deepFreeze } from "../model/freeze.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../model/mime.ts";
import type { Cell } from "../tables/schema.ts";
import type { Table } from "../tables/table.ts";

/** One mark's data: what is drawn, and `units` (`discussion/unit`) and `spans` (`discussion/unit:start-end`) that lead back to the words. */
export type ChartRow = Readonly<Record<string, Cell>> & {
  readonly units: readonly string[];
  readonly spans?: readonly string[];
};

/** A picture described in Vega-Lite, with the rows behind its marks; a value, no behaviour. */
export interface Chart {
  readonly name: string;
  readonly title: string;
  /** A Vega-Lite spec in the grammar that versions 5 and 6 share; its data is `rows`, inline. */
  readonly spec: Readonly<Record<string, unknown>>;
  readonly rows: readonly ChartRow[];
}

/** Options that every chart takes. */
export interface ChartOptions {
  /** Language of titles, axes and legends. Default `ja`. */
  readonly lang?: "ja" | "en";
  /** Replaces the chart's own title. */
  readonly title?: string;
}

/**
 * Freezes a chart and lets it show itself: as a picture in a notebook, as a line in Node.
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

/** Says what a chart is in one line. */
export function chartText({ name, title, rows }: Chart): string {
  return `${name}: ${title} (${rows.length} mark${rows.length === 1 ? "" : "s"})`;
}

/** Throws unless `table` has all of `columns`: `chart "votes" needs a column "up"; the table has: …`. */
export function needColumns(name: string, table: Table, columns: readonly string[]): void {
  for (const column of columns) {
    if (!table.has(column)) {
      throw new YoronError({
        code: "unknown-column",
        what: `chart "${name}" needs a column`,
        value: column,
        next: `the table "${table.name}" has: ${table.columns.map(({ name }) => name).join(", ")}`,
      });
    }
  }
}
