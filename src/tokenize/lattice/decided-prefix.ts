import { END, NODE_WORDS, PREVIOUS, type Scratch } from "./scratch.ts";

/** The node at the beginning of a line, and after moving the window the last word that is decided. */
export const ORIGIN = 0;

/** Writes the origin, with the connection id of what stands before, in front of an empty lattice. */
export function setOrigin({ nodes, places }: Scratch, id: number): number {
  nodes.set([0, id, 0, 0, 0], ORIGIN);
  places.set([ORIGIN, ORIGIN + NODE_WORDS], 0);
  return ORIGIN + NODE_WORDS;
}

/** The last word that every path to the places from `from` to `to` has in common; `ORIGIN` if there is none. */
export function commonNode({ nodes, places, free }: Scratch, from: number, to: number): number {
  const alive = new Uint8Array(free / NODE_WORDS);
  let count = 0;
  for (let at = from; at <= to; at++) {
    for (let node = places[2 * at]!; node < places[2 * at + 1]!; node += NODE_WORDS) {
      count += 1 - alive[node / NODE_WORDS]!;
      alive[node / NODE_WORDS] = 1;
    }
  }
  // A node is younger than its predecessor: going back from the youngest, the last one left is common to all.
  let common = free - NODE_WORDS;
  for (; count > 1 || alive[common / NODE_WORDS] === 0; common -= NODE_WORDS) {
    if (alive[common / NODE_WORDS] === 0) continue;
    const previous = nodes[common + PREVIOUS]! / NODE_WORDS;
    count -= alive[previous]!;
    alive[previous] = 1;
  }
  return common;
}

/**
 * Moves a node to the origin and its end to the first place; what lies before is dropped. `last` is the last place
 * done.
 */
export function moveTo(scratch: Scratch, common: number, last: number): void {
  const { nodes, places } = scratch;
  const shift = nodes[common + END]!;
  const gap = common - ORIGIN;
  const cost = nodes[common]!;
  nodes.copyWithin(ORIGIN, common, scratch.free);
  scratch.free -= gap;
  for (let node = ORIGIN; node < scratch.free; node += NODE_WORDS) {
    nodes[node]! -= cost;
    nodes[node + END]! -= shift;
    // Nodes that lead back beyond the common one are dead.
    nodes[node + PREVIOUS] = Math.max(nodes[node + PREVIOUS]! - gap, ORIGIN);
  }
  for (let at = 0; at <= last - shift; at++) {
    places[2 * at] = Math.max(places[2 * (at + shift)]! - gap, ORIGIN);
    places[2 * at + 1] = Math.max(places[2 * (at + shift) + 1]! - gap, ORIGIN);
  }
}
