import type { Sayings } from "../items.ts";
import type { Likeness } from "../likeness/likeness.ts";
import { cellsOf } from "./cells.ts";
import { type Edge, type Graph, graphOf } from "./graph.ts";

export interface NeighbourOptions {
  /** How many neighbours of each claim are looked at: a graph each, from few to many. */
  readonly nearest: readonly number[];
  readonly seed: number;
}

/** Up to so many claims each is compared with each. */
const ALL_PAIRS = 2500;
/** How many cells a claim looks into, and how many of a cell's claims it meets: a cell may hold thousands that are nearly one. */
const NEAR_CELLS = 3;
const MET = 80;
/** So many cells at most: with more, finding the nearest would take longer than meeting their claims. */
const MOST_CELLS = 512;

/**
 * Returns graphs of mutual nearest neighbours among some claims: an edge where each of two is among the most alike of
 * the other, and one to the most alike of a claim that would have none. Claims of one comment are no neighbours.
 *
 * Beyond {@link ALL_PAIRS} claims only those in cells that lie near are compared.
 */
export function neighbourGraphs(
  { items }: Sayings,
  likeness: Likeness,
  chosen: readonly number[],
  { nearest, seed }: NeighbourOptions,
): Graph[] {
  const lists = chosen.map(() => new Nearest(Math.max(...nearest)));
  const meet = (a: number, b: number) => {
    if (items[chosen[a]!]!.voice === items[chosen[b]!]!.voice) return;
    const value = likeness.of(chosen[a]!, chosen[b]!);
    lists[a]!.offer(b, value);
    lists[b]!.offer(a, value);
  };
  if (chosen.length <= ALL_PAIRS) {
    for (let a = 0; a < chosen.length; a++) for (let b = 0; b < a; b++) meet(a, b);
  } else meetInCells(likeness, chosen, seed, meet);
  return nearest.map((most) => graphOf(chosen.length, mutualEdges(lists, most)));
}

function meetInCells(
  likeness: Likeness,
  chosen: readonly number[],
  seed: number,
  meet: (a: number, b: number) => void,
): void {
  const rows = likeness.vectors.pick(chosen);
  const { members, nearest } = cellsOf(rows, {
    count: Math.min(MOST_CELLS, Math.ceil(Math.sqrt(chosen.length) * 2)),
    near: NEAR_CELLS,
    seed,
  });
  for (const [a, cells] of nearest.entries()) {
    const own = cells[0]!;
    const isMetWhole = members[own]!.length <= MET;
    for (const cell of cells) {
      const there = members[cell]!;
      const step = Math.max(1, there.length / MET);
      // Those that come next, then evenly on: of a cell that is met in part each is met by others.
      for (let k = 0, at = a; k < Math.min(MET, there.length); k++, at += step) {
        const b = there[Math.floor(at) % there.length]!;
        // What was before looked at all of this one's cell, if it looked there.
        if (b === a || (b < a && isMetWhole && nearest[b]!.includes(own))) continue;
        meet(a, b);
      }
    }
  }
}

function mutualEdges(lists: readonly Nearest[], most: number): Edge[] {
  const edges: Edge[] = [];
  const tied = new Uint8Array(lists.length);
  for (const [a, list] of lists.entries()) {
    for (const [k, b] of list.nodes.slice(0, most).entries()) {
      const back = b > a ? -1 : lists[b]!.nodes.indexOf(a);
      if (back < 0 || back >= most) continue;
      edges.push([b, a, weightOf(list.values[k]!)]);
      tied[a] = 1;
      tied[b] = 1;
    }
  }
  for (const [a, list] of lists.entries()) {
    const [b] = list.nodes;
    if (tied[a] === 0 && b !== undefined) edges.push([Math.min(a, b), Math.max(a, b), weightOf(list.values[0]!) / 2]);
  }
  return edges.sort((one, two) => one[0] - two[0] || one[1] - two[1]);
}

/** Returns the probability that log-odds stand for: what an edge weighs. */
function weightOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The most alike of one node, the most alike first; of equals the earlier node. */
class Nearest {
  readonly nodes: number[] = [];
  readonly values: number[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  offer(node: number, value: number): void {
    const { nodes, values } = this;
    let at = nodes.length;
    if (at === this.#most && value < values[at - 1]!) return;
    // Where two look into each other's cells they meet twice.
    if (nodes.includes(node)) return;
    while (at > 0 && (values[at - 1]! < value || (values[at - 1]! === value && nodes[at - 1]! > node))) at--;
    if (at === this.#most) return;
    nodes.splice(at, 0, node);
    values.splice(at, 0, value);
    if (nodes.length > this.#most) {
      nodes.pop();
      values.pop();
    }
  }
}
