import Graph from "graphology";
import louvain from "graphology-communities-louvain";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { seededRandom } from "./random.ts";

/** A connection of two nodes, by their place in the list. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Where a node lies, in [0, 1] both ways, and which community it belongs to, the largest first. */
export interface PlacedNode {
  readonly x: number;
  readonly y: number;
  readonly community: number;
}

// graphology and its companions are CommonJS whose types put the function below `default`.
const UndirectedGraph = Graph as unknown as typeof Graph.default;
const communitiesOf = louvain as unknown as typeof louvain.default;
const atlas = forceAtlas2 as unknown as typeof forceAtlas2.default;

/**
 * Returns the layout of a network and its communities, the same for the same input.
 *
 * Communities by the Louvain method (Blondel et al. 2008, graphology's), positions by ForceAtlas2 (Jacomy et al. 2014,
 * graphology's) from places on a circle; the only randomness is seeded.
 */
export function layoutGraph(
  nodes: number,
  links: readonly Link[],
  { seed = 1 }: { readonly seed?: number } = {},
): readonly PlacedNode[] {
  const graph = new UndirectedGraph({ type: "undirected" });
  for (let i = 0; i < nodes; i++) {
    const turn = (2 * Math.PI * i) / Math.max(1, nodes);
    graph.addNode(i, { x: Math.cos(turn), y: Math.sin(turn) });
  }
  for (const { from, to, weight } of links) {
    if (from === to) continue;
    if (graph.hasEdge(from, to)) graph.updateEdgeAttribute(from, to, "weight", (sum) => Number(sum ?? 0) + weight);
    else graph.addEdge(from, to, { weight });
  }
  const found = graph.size === 0 ? {} : communitiesOf(graph, { rng: seededRandom(seed), getEdgeWeight: "weight" });
  if (graph.size > 0) {
    const settings = {
      ...atlas.inferSettings(graph),
      linLogMode: true,
      gravity: 2,
      adjustSizes: false,
      barnesHutOptimize: nodes > 500,
    };
    atlas.assign(graph, { iterations: 300, settings, getEdgeWeight: "weight" });
  }
  const order = communityOrder(Array.from({ length: nodes }, (_, i) => found[i] ?? -1 - i));
  const xs = spread(graph.mapNodes((_, { x }) => Number(x)));
  const ys = spread(graph.mapNodes((_, { y }) => Number(y)));
  return xs.map((x, i) => ({ x, y: ys[i]!, community: order[i]! }));
}

/**
 * Returns the number of the community of each node, by size, so that a seed or an order of nodes does not show in their
 * numbers.
 */
function communityOrder(communities: readonly number[]): readonly number[] {
  const sizes = new Map<number, number>();
  for (const community of communities) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const ranked = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)!);
  return communities.map((community) => ranked.indexOf(community));
}

function spread(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (high === low ? 0.5 : (value - low) / (high - low)));
}
