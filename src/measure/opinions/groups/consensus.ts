import { adjustedMutualInformation } from "./agreement.ts";
import { type Edge, type Graph, graphOf } from "./graph.ts";
import { communitiesOf } from "./louvain.ts";

/** From few and large communities to many and small ones. */
const RESOLUTIONS = [0.8, 1, 1.3, 1.7] as const;
const SEEDS = 8;
/** Runs over many nodes agree more, and take longer: so many nodes are run with fewer seeds, over the widest graph alone. */
const LARGE = { nodes: 3000, seeds: 3 } as const;
/** Share of the runs in which two neighbours must be together to stay tied. */
const TOGETHER = 0.5;
/** Agreement of two runs is told by so many nodes. */
const COMPARED = 2000;

/** A grouping that runs with different seeds agree on. */
export interface Consensus {
  /** The community of each node, from 0. */
  readonly labels: Int32Array;
  readonly resolution: number;
  /** How far runs with different seeds agree at that resolution: mean adjusted mutual information. */
  readonly agreement: number;
}

/**
 * Returns the communities of a graph that hold whatever the seed (consensus clustering, Lancichinetti & Fortunato 2012):
 * the resolution is the one at which runs agree most; ties of neighbours that are together in at least half of its runs
 * and of those of the next finer resolution make a new graph, and its communities are the groups.
 *
 * `graphs` are the same nodes with fewer and with more neighbours; the last has all the ties.
 */
export function consensusOf(graphs: readonly Graph[], seed: number): Consensus {
  const widest = graphs.at(-1)!;
  const isLarge = widest.nodes > LARGE.nodes;
  const seeds = isLarge ? LARGE.seeds : SEEDS;
  const runs = RESOLUTIONS.map((resolution) =>
    (isLarge ? [widest] : graphs).flatMap((graph) =>
      Array.from({ length: seeds }, (_, i) => communitiesOf(graph, { resolution, seed: seed + i })),
    ),
  );
  const agreements = runs.map((some) => meanAgreement(some.slice(-seeds)));
  const best = agreements.indexOf(Math.max(...agreements));
  const chosen = [...runs[best]!, ...(runs[best + 1] ?? runs[best - 1] ?? [])];
  const tied = graphOf(widest.nodes, tiesOf(widest, chosen));
  return {
    labels: communitiesOf(tied, { seed }),
    resolution: RESOLUTIONS[best]!,
    agreement: agreements[best]!,
  };
}

function tiesOf({ nodes, from, to }: Graph, runs: readonly Int32Array[]): Edge[] {
  const edges: Edge[] = [];
  for (let a = 0; a < nodes; a++) {
    for (let k = from[a]!; k < from[a + 1]!; k++) {
      const b = to[k]!;
      if (b < a) continue;
      let together = 0;
      for (const run of runs) if (run[a] === run[b]) together++;
      const share = together / runs.length;
      if (share > TOGETHER) edges.push([a, b, share]);
    }
  }
  return edges;
}

function meanAgreement(runs: readonly Int32Array[]): number {
  const step = Math.max(1, Math.floor(runs[0]!.length / COMPARED));
  const compared = runs.map((run) => run.filter((_, i) => i % step === 0));
  let [sum, pairs] = [0, 0];
  for (const [i, one] of compared.entries()) {
    for (const other of compared.slice(i + 1)) {
      sum += adjustedMutualInformation(one, other);
      pairs++;
    }
  }
  return pairs === 0 ? 1 : sum / pairs;
}
