import type { Chart } from "../charts/chart.ts";
import { type BuildOptions, chartNamed, type NamedChart } from "../charts/charts.ts";
import { YoronError } from "../model/error.ts";
import type { Table } from "../tables/table.ts";
import { checkChart } from "./check-chart.ts";

/** Returns the charts of a report of some units: by their names, as they were declared, or as they are. */
export function drawCharts(
  charts: readonly (string | NamedChart | Chart)[],
  tables: (name: string) => Table,
  units: readonly string[],
  options: BuildOptions,
): readonly Chart[] {
  const known = new Set(units);
  const drawn = charts.map((chart) => {
    if (typeof chart === "string") return chartNamed(chart).build(tables, { ...options, counting: true });
    const made = isDeclared(chart) ? chart.build(tables, { ...options, counting: true }) : chart;
    checkChart(made, known);
    return made;
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

/** Whether it is still to be drawn; what comes from a notebook may be anything. */
function isDeclared(chart: NamedChart | Chart): chart is NamedChart {
  return typeof (chart as Partial<NamedChart> | null)?.build === "function";
}
