import type { Chart } from "../charts/chart.ts";
import { YoronError } from "../model/error.ts";

const NEXT = "units are the comments behind a mark, each as discussion/id (4f21a820f53a/c1)";

/**
 * Throws `bad-value` for what is no chart, and for a row that names no unit of the report: notebooks check no types, and the way
 * back to the words follows the units alone.
 */
export function checkChart(chart: unknown, units: ReadonlySet<string>): asserts chart is Chart {
  const { name, spec, rows } = (chart ?? {}) as { readonly [Key in keyof Chart]?: unknown };
  if (typeof name !== "string" || typeof spec !== "object" || spec === null || !Array.isArray(rows)) {
    throw new YoronError({
      code: "bad-value",
      what: "a report draws charts; it got",
      value: chart,
      next: "give a name (votes), a chart of defineChart, or a drawn one: { name, title, spec, rows }",
    });
  }
  for (const [index, row] of rows.entries()) checkUnits(`row ${index} of chart "${name}"`, row, units);
}

function checkUnits(row: string, value: unknown, units: ReadonlySet<string>): void {
  const own = (value as { readonly units?: unknown } | null)?.units;
  if (!Array.isArray(own)) throw new YoronError({ code: "bad-value", what: `${row} has no list of units`, next: NEXT });
  const unknown = own.find((unit) => !units.has(unit));
  if (unknown === undefined) return;
  throw new YoronError({
    code: "bad-value",
    what: `${row} names a unit that is not in the report:`,
    value: unknown,
    next: NEXT,
  });
}
