import type { Chart } from "../charts/chart.ts";
import { type BuildOptions, chartNamed, type NamedChart } from "../charts/charts.ts";
import { YoronError } from "../model/error.ts";
import type { Table } from "../tables/table.ts";

/** Returns the charts of a report: by their names, as they were declared, or as they are. */
export function drawCharts(
  charts: readonly (string | NamedChart | Chart)[],
  tables: (name: string) => Table,
  options: BuildOptions,
): readonly Chart[] {
  const drawn = charts.map((chart) => {
    if (typeof chart === "string") return chartNamed(chart).build(tables, { ...options, counting: true });
    return "build" in chart ? chart.build(tables, { ...options, counting: true }) : chart;
  });
  const twice = drawn.find(({ name }, index) => drawn.findIndex((chart) => chart.name === name) < index);
  if (twice === undefined) return drawn;
  throw new YoronError({
    code: "bad-value",
    what: "a report shows each chart once; it got two of the name",
    value: twice.name,
    next: "give your own chart another name",
  });
}
