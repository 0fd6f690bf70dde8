import type { Lines } from "../../charts/lines.ts";
import type { Values } from "./labels.ts";

interface Line {
  readonly rows: readonly Values[];
  readonly rank: number;
  readonly isLast: boolean;
}

/**
 * Returns the rows of the lines that a chart draws of some comments: the first of their ranking, in its order. `drawn` is how many
 * rows stand there for all comments; those behind them wait.
 */
export function rankedLines(values: readonly Values[], lines: Lines, drawn: number): readonly Values[] {
  const { top, sides, sure } = lines;
  const told = sure === undefined ? values : values.filter((row) => row[sure] !== 0 || Number(row.row) < drawn);
  const all = linesOf(told, lines);
  if (sides === undefined) {
    const ranked = all.sort((a, b) => Number(a.isLast) - Number(b.isLast) || b.rank - a.rank);
    return ranked.slice(0, top).flatMap(({ rows }, place) => (lines.numbered ? numbered(rows, place, lines) : rows));
  }
  const sideOf = ({ rows }: Line) => Number(rows[0]![sides]);
  const byRank = [...all].sort((a, b) => b.rank - a.rank);
  const [above, below] = [byRank.filter((line) => sideOf(line) >= 0), byRank.filter((line) => sideOf(line) < 0)];
  const shown = [above, below].flatMap((side) => side.slice(0, top).sort((a, b) => sideOf(b) - sideOf(a)));
  return shown.flatMap(({ rows }) => rows);
}

function linesOf(values: readonly Values[], { field, by, last }: Lines): Line[] {
  const byName = new Map<unknown, Values[]>();
  for (const row of values) {
    const rows = byName.get(row[field]) ?? [];
    byName.set(row[field], rows);
    rows.push(row);
  }
  return [...byName.values()].map((rows) => ({
    rows,
    rank: Math.max(...rows.map((row) => Number(row[by]))),
    isLast: last !== undefined && rows.every((row) => row[last.field] === last.value),
  }));
}

/** The place with which a name begins is that among what is drawn. */
function numbered(rows: readonly Values[], place: number, { field }: Lines): readonly Values[] {
  return rows.map((row) => ({ ...row, [field]: String(row[field]).replace(/^\d+/u, String(place + 1)) }));
}

/** Returns a compiled spec in which the lines of these rows have their places, as high as before. */
export function withLines<Spec extends object>(
  spec: Spec,
  { field }: Lines,
  before: readonly Values[],
  values: readonly Values[],
): Spec {
  const namesOf = (rows: readonly Values[]) => [...new Set(rows.map((row) => row[field]))];
  const [was, now] = [namesOf(before), namesOf(values)];
  const { scales = [], height } = spec as {
    readonly scales?: readonly { readonly domain?: unknown }[];
    readonly height?: unknown;
  };
  const isOfLines = (domain: unknown) =>
    Array.isArray(domain) && domain.length === was.length && was.every((name) => domain.includes(name));
  return {
    ...spec,
    ...(typeof height === "number" ? { height: Math.round((height * now.length) / was.length) } : {}),
    scales: scales.map((scale) => (isOfLines(scale.domain) ? { ...scale, domain: now } : scale)),
  };
}
