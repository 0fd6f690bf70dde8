import {
  type Analysis,
  type Chart,
  type ChartOptions,
  type CodeOptions,
  type NamedChart,
  type OpinionOptions,
  tableNamed,
} from "../index.ts";
import { optionsFor } from "./code-options.ts";

/**
 * Returns a chart of the list, drawn from analyses, which give the tables it asks for and the names of the discussions.
 */
export function draw(
  { build }: NamedChart,
  analyses: readonly Analysis[],
  options: ChartOptions,
  asked: OpinionOptions & CodeOptions = {},
): Chart {
  const discussions = Object.fromEntries(analyses.map(({ discussion }) => [discussion.id, discussion.article.title]));
  return build((table) => tableNamed(table).project(analyses, optionsFor(table, asked)), {
    ...options,
    discussions,
  });
}
