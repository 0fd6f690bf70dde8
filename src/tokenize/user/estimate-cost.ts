import type { Dictionary } from "../dictionary/dictionary.ts";
import type { Lattice } from "../lattice/lattice.ts";

/** Words that often stand before and after a noun; the word must win between any two of them. */
const BEFORE = ["は", "の", "、", "「", "と"];
const AFTER = ["が", "は", "の", "を", "に", "で", "、", "。", "」"];

/** How much cheaper than the best path without it a word becomes. */
const MARGIN = 200;

/** No estimate is dearer: a typical proper noun's cost in IPADIC. */
const DEAREST = 5000;

/**
 * Returns the function that estimates a word's cost so that it wins where it stands alone and between common
 * neighbours.
 *
 * For each neighbour on the left and on the right, the cheapest path through the surface by the dictionary's own words
 * sets a bound; the cost is the lowest bound less a margin.
 */
export function estimateCost(
  dictionary: Dictionary,
  lattice: Lattice,
): (surface: string, leftId: number, rightId: number) => number {
  const { matrix, rowLength, ids } = dictionary;
  const edge = ids[0]!;
  const before = [edge, ...BEFORE.map((word) => lattice.idOf(word))];
  const after = [edge, ...AFTER.map((word) => lattice.idOf(word))];
  return (surface, leftId, rightId) => {
    let bound = DEAREST;
    for (const left of before) {
      const costs = lattice.costs(surface, left, after);
      after.forEach((right, i) => {
        const own = matrix[leftId * rowLength + left]! + matrix[right * rowLength + rightId]!;
        bound = Math.min(bound, costs[i]! - own - MARGIN);
      });
    }
    return Math.max(bound, -32768);
  };
}
