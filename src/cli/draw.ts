import {
  type Analysis,
  type Chart,
  type ChartOptions,
  type NamedChart,
  type OpinionOptions,
  type TableOptions,
  tableNamed,
} from "../index.ts";
import { OPINION_TABLES } from "./opinion-options.ts";

/** What a table's options are without any: that of opinions takes its own beside these. */
const NO_COLUMNS: TableOptions = {};

/**
 * Returns a chart of the list, drawn from analyses, which give the tables it asks for and the names of the discussions.
 */
export function draw(
  { build }: NamedChart,
  analyses: readonly Analysis[],
  options: ChartOptions,
  asked: OpinionOptions = {},
): Chart {
  const discussions = Object.fromEntries(analyses.map(({ discussion }) => [discussion.id, discussion.article.title]));
  return build(
    (table) => tableNamed(table).project(analyses, OPINION_TABLES.has(table) ? { ...NO_COLUMNS, ...asked } : {}),
    {
      ...options,
      discussions,
    },
  );
}
