import { type Analysis, type Chart, type ChartOptions, type NamedChart, tableNamed } from "../index.ts";

/**
 * Returns a chart of the list, drawn from analyses, which give the tables it asks for and the names of the discussions.
 */
export function draw({ build }: NamedChart, analyses: readonly Analysis[], options: ChartOptions): Chart {
  const discussions = Object.fromEntries(analyses.map(({ discussion }) => [discussion.id, discussion.article.title]));
  return build((table) => tableNamed(table).project(analyses), { ...options, discussions });
}
