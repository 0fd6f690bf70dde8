/** A weighted graph without loops: the neighbours of each node in one piece of memory, each edge standing twice. */
export interface Graph {
  readonly nodes: number;
  /** Where the neighbours of each node begin; one more at the end. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weights: Float32Array;
}

/** An edge between two nodes. */
export type Edge = readonly [a: number, b: number, weight: number];

/** Returns the graph of edges, each given once. */
export function graphOf(nodes: number, edges: readonly Edge[]): Graph {
  const from = new Uint32Array(nodes + 1);
  for (const [a, b] of edges) {
    from[a + 1]!++;
    from[b + 1]!++;
  }
  for (let i = 0; i < nodes; i++) from[i + 1]! += from[i]!;
  const at = from.slice(0, nodes);
  const to = new Uint32Array(edges.length * 2);
  const weights = new Float32Array(edges.length * 2);
  const put = (a: number, b: number, weight: number) => {
    const place = at[a]!++;
    to[place] = b;
    weights[place] = weight;
  };
  for (const [a, b, weight] of edges) {
    put(a, b, weight);
    put(b, a, weight);
  }
  return { nodes, from, to, weights };
}

/** Returns the part of a graph that holds the nodes for which `keeps` holds, with their new numbers; -1 for one left out. */
export function partOf(
  graph: Graph,
  keeps: (node: number) => boolean,
): { readonly graph: Graph; readonly number: Int32Array } {
  const number = new Int32Array(graph.nodes).fill(-1);
  let nodes = 0;
  for (let i = 0; i < graph.nodes; i++) if (keeps(i)) number[i] = nodes++;
  const from = new Uint32Array(nodes + 1);
  const to = new Uint32Array(graph.to.length);
  const weights = new Float32Array(graph.to.length);
  let at = 0;
  for (let a = 0; a < graph.nodes; a++) {
    if (number[a]! < 0) continue;
    for (let k = graph.from[a]!; k < graph.from[a + 1]!; k++) {
      const b = number[graph.to[k]!]!;
      if (b < 0) continue;
      to[at] = b;
      weights[at++] = graph.weights[k]!;
    }
    from[number[a]! + 1] = at;
  }
  return { graph: { nodes, from, to: to.subarray(0, at), weights: weights.subarray(0, at) }, number };
}
