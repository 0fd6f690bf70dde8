import { hashText } from "../../src/annotate/entities/model/hash.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { foldWidth } from "../../src/text/dates/fold-width.ts";

export interface ClusterOptions {
  readonly clusters: number;
  /** Number of groups of clusters, at most 255. */
  readonly groups: number;
  readonly least: number;
  readonly dimensions: number;
  readonly window: number;
  readonly negatives: number;
  readonly passes: number;
  readonly random: () => number;
}

/**
 * Clusters words by the company they keep: skip-gram vectors with negative sampling (Mikolov et al. 2013), then spherical
 * k-means; then k-means over the clusters' centres.
 *
 * Gives pairs of a word's hash and its cluster, from 1, and the group of each cluster, from 1 (0 for cluster 0).
 */
export function learnClusters(
  lines: Iterable<string>,
  tokenizer: Tokenizer,
  options: ClusterOptions,
): { pairs: [number, number][]; groups: Uint8Array } {
  const { clusters, groups, least, dimensions: D, window, negatives, passes, random } = options;
  const counts = new Map<number, number>();
  let buffer = new Int32Array(1 << 20);
  let length = 0;
  for (const line of lines) {
    const tokens = tokenizer.tokenize(line);
    const folded = foldWidth(line);
    if (length + tokens.length + 1 > buffer.length) {
      const next = new Int32Array(buffer.length * 2);
      next.set(buffer);
      buffer = next;
    }
    for (let i = 0; i < tokens.length; i++) {
      const hash = hashText(folded, tokens.start(i), tokens.end(i)) || 1;
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
      buffer[length++] = hash;
    }
    buffer[length++] = 0;
  }
  const words = [...counts].filter(([, count]) => count >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const number = new Map(words.map(([hash], index) => [hash, index]));
  const V = words.length;
  const total = words.reduce((sum, [, count]) => sum + count, 0);
  const keep = Float64Array.from(words, ([, count]) => Math.min(1, Math.sqrt((1e-4 * total) / count)));
  const table = new Int32Array(1 << 20);
  const weight = words.map(([, count]) => count ** 0.75);
  const weights = weight.reduce((sum, value) => sum + value, 0);
  for (let i = 0, word = 0, sum = weight[0]!; i < table.length; i++) {
    table[i] = word;
    while ((i + 1) / table.length > sum / weights && word < V - 1) sum += weight[++word]!;
  }
  const input = Float32Array.from({ length: V * D }, () => (random() - 0.5) / D);
  const output = new Float32Array(V * D);
  const sigmoid = Float32Array.from({ length: 1200 }, (_, i) => 1 / (1 + Math.exp(-(i - 600) / 100)));
  const step = new Float32Array(D);
  const own = new Float32Array(D);
  for (let at = 0; at < length; at++) buffer[at] = buffer[at] === 0 ? LINE_END : (number.get(buffer[at]!) ?? RARE);
  const line = new Int32Array(4096);
  let seen = 0;
  for (let pass = 0; pass < passes; pass++) {
    let n = 0;
    for (let at = 0; at < length; at++) {
      const word = buffer[at]!;
      if (word !== LINE_END) {
        if (word !== RARE && n < line.length && random() < keep[word]!) line[n++] = word;
        continue;
      }
      const rate = Math.max(0.004, 0.04 * (1 - (seen + at) / (length * passes)));
      for (let i = 0; i < n; i++) {
        const reach = 1 + Math.floor(random() * window);
        const row = line[i]! * D;
        for (let j = Math.max(0, i - reach); j <= Math.min(n - 1, i + reach); j++) {
          if (j === i) continue;
          step.fill(0);
          for (let d = 0; d < D; d++) own[d] = input[row + d]!;
          for (let k = 0; k <= negatives; k++) {
            const target = k === 0 ? line[j]! : table[Math.floor(random() * table.length)]!;
            const other = target * D;
            // Four sums that do not wait for one another; the number of dimensions is a multiple of four.
            let [even, odd, third, fourth] = [0, 0, 0, 0];
            for (let d = 0; d < D; d += 4) {
              even += own[d]! * output[other + d]!;
              odd += own[d + 1]! * output[other + d + 1]!;
              third += own[d + 2]! * output[other + d + 2]!;
              fourth += own[d + 3]! * output[other + d + 3]!;
            }
            const dot = even + odd + third + fourth;
            const guess = dot > 5.9 ? 1 : dot < -5.9 ? 0 : sigmoid[Math.floor(dot * 100) + 600]!;
            const g = ((k === 0 ? 1 : 0) - guess) * rate;
            for (let d = 0; d < D; d++) {
              const value = output[other + d]!;
              step[d]! += g * value;
              output[other + d] = value + g * own[d]!;
            }
          }
          for (let d = 0; d < D; d++) input[row + d] = own[d]! + step[d]!;
        }
      }
      n = 0;
    }
    seen += length;
  }
  const { assigned, centres } = kMeans(input, V, D, clusters);
  const above = kMeans(centres, clusters, D, groups).assigned;
  return {
    pairs: words.map(([hash], index) => [hash, assigned[index]! + 1]),
    groups: Uint8Array.from({ length: clusters + 1 }, (_, cluster) => (cluster === 0 ? 0 : above[cluster - 1]! + 1)),
  };
}

/** Stand in the text for the end of a line and for a word without a vector. */
const [LINE_END, RARE] = [-2, -1];

function kMeans(vectors: Float32Array, V: number, D: number, K: number) {
  for (let v = 0; v < V; v++) {
    let norm = 0;
    for (let d = 0; d < D; d++) norm += vectors[v * D + d]! ** 2;
    norm = Math.sqrt(norm) || 1;
    for (let d = 0; d < D; d++) vectors[v * D + d]! /= norm;
  }
  const centres = new Float32Array(K * D);
  for (let k = 0; k < K; k++)
    centres.set(vectors.subarray(Math.floor((k * V) / K) * D, Math.floor((k * V) / K) * D + D), k * D);
  const assigned = new Int32Array(V);
  const across = new Float32Array(K * D);
  const dots = new Float32Array(K);
  for (let round = 0; round < 6; round++) {
    for (let k = 0; k < K; k++) for (let d = 0; d < D; d++) across[d * K + k] = centres[k * D + d]!;
    for (let v = 0; v < V; v++) {
      dots.fill(0);
      for (let d = 0; d < D; d += 4) {
        const at = v * D + d;
        const [first, second, third, fourth] = [vectors[at]!, vectors[at + 1]!, vectors[at + 2]!, vectors[at + 3]!];
        const row = d * K;
        for (let k = 0; k < K; k++)
          dots[k]! +=
            first * across[row + k]! +
            second * across[row + K + k]! +
            third * across[row + 2 * K + k]! +
            fourth * across[row + 3 * K + k]!;
      }
      let best = 0;
      for (let k = 1; k < K; k++) if (dots[k]! > dots[best]!) best = k;
      assigned[v] = best;
    }
    centres.fill(0);
    for (let v = 0; v < V; v++) for (let d = 0; d < D; d++) centres[assigned[v]! * D + d]! += vectors[v * D + d]!;
    for (let k = 0; k < K; k++) {
      let norm = 0;
      for (let d = 0; d < D; d++) norm += centres[k * D + d]! ** 2;
      norm = Math.sqrt(norm) || 1;
      for (let d = 0; d < D; d++) centres[k * D + d]! /= norm;
    }
  }
  return { assigned, centres };
}
