import { describe, expect, test } from "vitest";
import { adjustedMutualInformation } from "../../../src/measure/opinions/groups/agreement.ts";
import { consensusOf } from "../../../src/measure/opinions/groups/consensus.ts";
import { type Edge, graphOf, partOf } from "../../../src/measure/opinions/groups/graph.ts";
import { communitiesOf } from "../../../src/measure/opinions/groups/louvain.ts";
import { stabilityOf } from "../../../src/measure/opinions/groups/stability.ts";

describe("adjusted mutual information", () => {
  // Values of scikit-learn 1.9, adjusted_mutual_info_score.
  test.each([
    [[0, 0, 1, 1], [0, 0, 1, 1], 1],
    [[0, 0, 1, 1], [1, 1, 0, 0], 1],
    [[0, 0, 0, 0], [0, 1, 2, 3], 0],
    [[0, 0, 1, 2], [0, 0, 1, 1], 0.571429],
    [[0, 1, 0, 1, 2, 2], [0, 0, 1, 1, 2, 2], 0.166667],
    [[1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3], [1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2], 0.27821],
  ])("of %j and %j is %f", (a, b, expected) => {
    expect(adjustedMutualInformation(a, b)).toBeCloseTo(expected, 5);
    expect(adjustedMutualInformation(b, a)).toBeCloseTo(expected, 5);
  });
});

/** Rings of so many nodes, each tied to every other of its ring, one tie between neighbouring rings. */
function rings(count: number, size: number): { nodes: number; edges: Edge[] } {
  const edges: Edge[] = [];
  for (let ring = 0; ring < count; ring++) {
    for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) edges.push([ring * size + b, ring * size + a, 1]);
    if (ring > 0) edges.push([(ring - 1) * size, ring * size, 1]);
  }
  return { nodes: count * size, edges };
}

describe("communities", () => {
  const { nodes, edges } = rings(6, 7);
  const graph = graphOf(nodes, edges);
  const truth = Array.from({ length: nodes }, (_, i) => Math.floor(i / 7));

  test.each([1, 2, 3, 99])("are the rings, with seed %i", (seed) => {
    expect([...communitiesOf(graph, { seed })]).toEqual(truth);
  });

  test("hold whatever the seed, and come back without a fifth", () => {
    const { labels, resolution, agreement } = consensusOf([graph], 1);
    expect([...labels]).toEqual(truth);
    expect(agreement).toBeCloseTo(1, 5);
    for (const value of stabilityOf(graph, labels, { resolution, seed: 1 })) expect(value).toBeGreaterThan(0.95);
  });

  test("of a graph without ties are its nodes", () => {
    expect([...communitiesOf(graphOf(3, []))]).toEqual([0, 1, 2]);
    expect([...communitiesOf(graphOf(0, []))]).toEqual([]);
  });

  test("a part of a graph has the ties of its nodes", () => {
    const { graph: part, number } = partOf(graph, (node) => node < 7);
    expect([part.nodes, part.to.length, number[7]]).toEqual([7, 42, -1]);
  });
});
