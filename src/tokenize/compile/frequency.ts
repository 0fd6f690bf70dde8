import type { IpadicEntry } from "./kuromoji-files.ts";

/** A cost of this much less makes a word e times as frequent; near IPADIC's cost factor of 800. */
const COST_SCALE = 800;

/** Estimates how often an entry is seen from its cost, a scaled negative logarithm of its probability. */
export function frequency(entry: IpadicEntry): number {
  return Math.exp(-entry.cost / COST_SCALE);
}

/** Lists the keys of a tally, the most frequent first, equal ones in ascending order. */
export function byFrequency(tally: ReadonlyMap<number, number>): number[] {
  return [...tally].sort(([a, x], [b, y]) => y - x || a - b).map(([key]) => key);
}
