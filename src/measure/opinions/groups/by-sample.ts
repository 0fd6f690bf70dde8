import type { Likeness } from "../likeness/likeness.ts";
import { cellsOf, nearestOf } from "./cells.ts";

/** More claims of one matter than these are grouped by so many of them, evenly from all; the others join. */
export const LARGEST = 8000;
/** How many cells of the sample a claim looks into, how many of a cell's claims it meets, and how many of these have a say. */
const NEAR_CELLS = 3;
const MET = 80;
const NEAREST = 10;
/** A claim joins where so many claims of the sample, of other comments, are near; a second group as among those of the sample. */
const HOLDERS = 2;
const SECOND = { share: 0.4, ties: 2 } as const;

/** Claims that have been grouped. */
export interface Sample {
  /** Places of the claims. */
  readonly claims: readonly number[];
  /** The group of each, negative for none. */
  readonly labels: Int32Array;
}

/**
 * Returns the function that gives the group of a claim that was not in the sample, and a second one that it speaks for, -1 for
 * none: that of most of its nearest in the sample by weight (k nearest neighbours, Cover & Hart 1967), sought in the cells that
 * lie nearest. What a claim costs does not hang on how many there are.
 */
export function joiner(
  { claims, labels }: Sample,
  likeness: Likeness,
  voiceOf: (claim: number) => number,
  seed: number,
): (claim: number) => readonly [label: number, second: number] {
  const { members, middles } = cellsOf(likeness.vectors.pick(claims), {
    count: Math.ceil(Math.sqrt(claims.length) * 2),
    near: 1,
    seed,
  });
  return (claim) => {
    const nearest = new Neighbours();
    for (const cell of nearestOf(likeness.vectors.row(claim), middles, NEAR_CELLS)) {
      const there = members[cell]!;
      const step = Math.max(1, there.length / MET);
      for (let at = 0; at < there.length; at += step) {
        const k = there[Math.floor(at)]!;
        if (voiceOf(claims[k]!) !== voiceOf(claim)) nearest.offer(k, likeness.of(claim, claims[k]!));
      }
    }
    return voted(nearest, labels, likeness.near);
  };
}

/** Returns the group that most of the nearest are in, by their weight, and the second. */
function voted({ nodes, values }: Neighbours, labels: Int32Array, near: number): readonly [number, number] {
  const toward = new Map<number, { weight: number; ties: number; holders: number }>();
  let total = 0;
  for (const [n, k] of nodes.entries()) {
    const weight = 1 / (1 + Math.exp(-values[n]!));
    total += weight;
    if (labels[k]! < 0) continue;
    const votes = toward.get(labels[k]!) ?? { weight: 0, ties: 0, holders: 0 };
    toward.set(labels[k]!, votes);
    votes.weight += weight;
    votes.ties++;
    if (values[n]! >= near) votes.holders++;
  }
  const ordered = [...toward].sort(([a, one], [b, other]) => other.weight - one.weight || a - b);
  const [first, second] = ordered;
  if (first === undefined || first[1].holders < HOLDERS) return [-1, -1];
  const isTwo = second !== undefined && second[1].ties >= SECOND.ties && second[1].weight >= SECOND.share * total;
  return [first[0], isTwo ? second[0] : -1];
}

/** The nearest few, the nearest first; of equals the earlier. */
class Neighbours {
  readonly nodes: number[] = [];
  readonly values: number[] = [];

  offer(node: number, value: number): void {
    const { nodes, values } = this;
    let at = nodes.length;
    while (at > 0 && (values[at - 1]! < value || (values[at - 1] === value && nodes[at - 1]! > node))) at--;
    if (at === NEAREST) return;
    nodes.splice(at, 0, node);
    values.splice(at, 0, value);
    nodes.length = Math.min(nodes.length, NEAREST);
    values.length = nodes.length;
  }
}
