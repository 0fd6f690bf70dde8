import type { IpadicEntry } from "./kuromoji-files.ts";

/** Cost of the word with the right id `left` before the word with the left id `right`. */
export type Connection = (left: number, right: number) => number;

/**
 * Returns the function that drops, among entries of one surface, those that another one always beats.
 *
 * Entry a beats b in every context if its cost plus the most that a's connections can cost over b's, on the left and
 * on the right, is below b's cost. Ties are kept apart from the same id, where the first entry wins, as in MeCab.
 */
export function entryPruner(
  connection: Connection,
  idCount: number,
): (entries: readonly IpadicEntry[]) => IpadicEntry[] {
  const worst = new Map<number, number>();
  /** The most that id `a` can cost over id `b`, on both sides together. */
  const excess = (a: number, b: number): number => {
    const key = a * idCount + b;
    const known = worst.get(key);
    if (known !== undefined) return known;
    let before = -Infinity;
    let after = -Infinity;
    for (let other = 0; other < idCount; other++) {
      before = Math.max(before, connection(other, a) - connection(other, b));
      after = Math.max(after, connection(a, other) - connection(b, other));
    }
    worst.set(key, before + after);
    return before + after;
  };
  return (entries) => {
    const best = new Map<number, IpadicEntry>();
    for (const entry of entries) {
      const rival = best.get(entry.id);
      if (rival === undefined || entry.cost < rival.cost) best.set(entry.id, entry);
    }
    const kept = entries.filter((entry) => best.get(entry.id) === entry);
    return kept.filter((b) => !kept.some((a) => a !== b && excess(a.id, b.id) < b.cost - a.cost));
  };
}

/**
 * Returns for each two ids the most that the first one's connections to the right can cost over the second one's.
 *
 * A path that ends in the first is sure to beat one that ends in the second if it is cheaper by more. `matrix` has a
 * padded row for each right-hand id; so has the result for each first id. Sums beyond 16 bits become the largest.
 */
export function rightExcess(matrix: Int16Array, rowLength: number, idCount: number): Int16Array {
  const excess = new Int16Array(rowLength * idCount).fill(-32768);
  for (let right = 0; right < idCount; right++) {
    const costs = matrix.subarray(right * rowLength, right * rowLength + idCount);
    for (let a = 0; a < idCount; a++) {
      const cost = costs[a]!;
      const row = a * rowLength;
      for (let b = 0; b < idCount; b++) {
        const more = cost - costs[b]!;
        if (more > excess[row + b]!) excess[row + b] = more > 32767 ? 32767 : more;
      }
    }
  }
  return excess;
}
