import { seededRandom } from "../../random.ts";
import { type Edge, type Graph, graphOf } from "./graph.ts";

export interface CommunityOptions {
  /** Above 1 finds more and smaller communities (Reichardt & Bornholdt 2006). Default 1. */
  readonly resolution?: number;
  readonly seed?: number;
}

/**
 * Returns the community of each node by the Louvain method (Blondel et al. 2008): nodes move to where modularity gains
 * most, in a seeded order, then communities become nodes, until nothing moves. Numbers go from 0 in order of first node.
 */
export function communitiesOf(graph: Graph, { resolution = 1, seed = 1 }: CommunityOptions = {}): Int32Array {
  const random = seededRandom(seed);
  const found = Int32Array.from({ length: graph.nodes }, (_, i) => i);
  let level = { graph, loops: new Float64Array(graph.nodes) };
  for (let round = 0; round < 20; round++) {
    const moved = moveNodes(level.graph, level.loops, resolution, random);
    const numbered = renumber(moved);
    for (let i = 0; i < found.length; i++) found[i] = numbered.labels[found[i]!]!;
    if (numbered.count === level.graph.nodes) break;
    level = merged(level.graph, level.loops, numbered.labels, numbered.count);
  }
  return renumber(found).labels;
}

function moveNodes(graph: Graph, loops: Float64Array, resolution: number, random: () => number): Int32Array {
  const { nodes, from, to, weights } = graph;
  const community = Int32Array.from({ length: nodes }, (_, i) => i);
  const degree = new Float64Array(nodes);
  let total = 0;
  for (let i = 0; i < nodes; i++) {
    let sum = 2 * loops[i]!;
    for (let k = from[i]!; k < from[i + 1]!; k++) sum += weights[k]!;
    degree[i] = sum;
    total += sum;
  }
  if (total === 0) return community;
  const sums = degree.slice();
  const toward = new Float64Array(nodes);
  const order = shuffled(nodes, random);
  for (let pass = 0, moves = 1; moves > 0 && pass < 50; pass++) {
    moves = 0;
    for (const node of order) {
      const own = community[node]!;
      for (let k = from[node]!; k < from[node + 1]!; k++) toward[community[to[k]!]!]! += weights[k]!;
      sums[own]! -= degree[node]!;
      const price = (resolution * degree[node]!) / total;
      let [best, most] = [own, toward[own]! - price * sums[own]!];
      for (let k = from[node]!; k < from[node + 1]!; k++) {
        const other = community[to[k]!]!;
        const gain = toward[other]! - price * sums[other]!;
        // An equal gain moves nothing: the order of neighbours does not show.
        if (gain > most + 1e-9) [best, most] = [other, gain];
      }
      for (let k = from[node]!; k < from[node + 1]!; k++) toward[community[to[k]!]!] = 0;
      sums[best]! += degree[node]!;
      if (best !== own) {
        community[node] = best;
        moves++;
      }
    }
  }
  return community;
}

function shuffled(length: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Returns the labels as numbers from 0 in the order in which they first occur. */
export function renumber(labels: Int32Array): { readonly labels: Int32Array; readonly count: number } {
  const numbers = new Map<number, number>();
  const renumbered = labels.map((label) => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  });
  return { labels: renumbered, count: numbers.size };
}

function merged(graph: Graph, loops: Float64Array, labels: Int32Array, count: number) {
  const inner = new Float64Array(count);
  const between = new Map<number, number>();
  for (let a = 0; a < graph.nodes; a++) {
    inner[labels[a]!]! += loops[a]!;
    for (let k = graph.from[a]!; k < graph.from[a + 1]!; k++) {
      const b = graph.to[k]!;
      if (b < a) continue;
      const [one, two] = [Math.min(labels[a]!, labels[b]!), Math.max(labels[a]!, labels[b]!)];
      if (one === two) inner[one]! += graph.weights[k]!;
      else between.set(one * count + two, (between.get(one * count + two) ?? 0) + graph.weights[k]!);
    }
  }
  const edges: Edge[] = [];
  for (const [key, weight] of between) edges.push([Math.floor(key / count), key % count, weight]);
  return { graph: graphOf(count, edges), loops: inner };
}
