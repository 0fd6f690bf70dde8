import type { Cell } from "../tables/schema.ts";
import type { ChartRow } from "./chart-row.ts";

/** The lines of a chart that draws the first of a ranking, as the report ranks them anew for some comments. */
export interface Lines {
  /** The field that names a row's line; the chart has a place for each name. */
  readonly field: string;
  /** The field that ranks the lines: the largest of a line's rows counts. */
  readonly by: string;
  /** How many are drawn. */
  readonly top: number;
  /** What rows have whose lines stand behind all others, whatever their rank. */
  readonly last?: { readonly field: string; readonly value: string };
  /** A field of two sides: so many lines from 0 up are drawn, and so many below; they stand in its order, from the highest down. */
  readonly sides?: string;
  /** A field that is 0 where chance would do: such a line is not drawn if it waited. */
  readonly sure?: string;
  /** Whether the names begin with their places: `3. …`. */
  readonly numbered?: boolean;
}

/** So many lines of a chart wait for a choice: where they are reached no discussion gives one more. */
const MOST_WAITING = 1500;

/**
 * Returns the numbers of the rows behind the first `drawn` whose lines are among the first `top` of some discussion: what a chart
 * draws when a reader looks at that discussion alone. Of very many discussions each has fewer.
 */
export function waitingRows(rows: readonly ChartRow[], drawn: number, { field, by, top }: Lines): readonly number[] {
  const shown = new Set(rows.slice(0, drawn).map((row) => row[field]));
  const known = new Map<Cell | undefined, { readonly rank: number; readonly places: Map<string, number> }>();
  for (const row of rows) {
    const line = known.get(row[field]) ?? { rank: Number(row[by]), places: new Map<string, number>() };
    for (const key of row.spans === undefined || row.spans.length === 0 ? row.units : row.spans) {
      const discussion = key.slice(0, key.lastIndexOf("/"));
      line.places.set(discussion, (line.places.get(discussion) ?? 0) + 1);
    }
    known.set(row[field], { ...line, rank: Math.max(line.rank, Number(row[by])) });
  }
  const byDiscussion = new Map<string, (readonly [line: Cell | undefined, rank: number])[]>();
  for (const [name, { rank, places }] of known) {
    const all = [...places.values()].reduce((sum, count) => sum + count, 0);
    for (const [discussion, count] of places) {
      const own = byDiscussion.get(discussion) ?? [];
      byDiscussion.set(discussion, own);
      own.push([name, (rank * count) / all]);
    }
  }
  const ranked = [...byDiscussion.values()].map((own) => own.sort((a, b) => b[1] - a[1]).map(([name]) => name));
  const kept = new Set<Cell | undefined>();
  // The firsts of all discussions, then their seconds: of very many each has as many.
  for (let place = 0; place < top && kept.size < MOST_WAITING; place++) {
    for (const own of ranked) if (place < own.length && !shown.has(own[place])) kept.add(own[place]);
  }
  return rows.flatMap((row, i) => (i >= drawn && kept.has(row[field]) ? [i] : []));
}
