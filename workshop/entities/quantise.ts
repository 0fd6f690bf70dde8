import { markOf } from "../../src/annotate/entities/model/hash.ts";
import { LABELS } from "../../src/annotate/entities/model/labels.ts";
import type { Corpus } from "./crf.ts";

/** The hashes and weights of the strongest features: those whose weights, times the root of how often they occur, are largest. */
export function strongest(weights: Float32Array, corpus: Corpus, hashes: Int32Array, count: number) {
  const occurrences = new Float64Array(corpus.size);
  for (const feature of corpus.features) occurrences[feature]!++;
  const strength = Float64Array.from({ length: corpus.size }, (_, feature) => {
    let sum = 0;
    for (let label = 0; label < LABELS; label++) sum += Math.abs(weights[feature * LABELS + label]!);
    return sum * Math.sqrt(occurrences[feature]!);
  });
  const order = Int32Array.from({ length: corpus.size }, (_, feature) => feature).sort(
    (a, b) => strength[b]! - strength[a]! || a - b,
  );
  const chosen = order.subarray(0, count);
  const kept = Int32Array.from(chosen, (feature) => hashes[feature]!);
  const rows = new Float32Array(chosen.length * LABELS);
  for (let index = 0; index < chosen.length; index++) {
    const feature = chosen[index]!;
    rows.set(weights.subarray(feature * LABELS, feature * LABELS + LABELS), index * LABELS);
  }
  return { hashes: kept, weights: rows };
}

/** Lays features out in an open-addressing table of 2^19 places. */
export function quantiseTable(
  hashes: Int32Array,
  weights: Float32Array,
): { keys: Uint16Array; weights: Int8Array; scale: number } {
  const { weights: small, scale } = quantiseRows(weights);
  const capacity = 1 << 19;
  const keys = new Uint16Array(capacity);
  const rows = new Int8Array(capacity * LABELS);
  for (let feature = 0; feature < hashes.length; feature++) {
    const mark = markOf(hashes[feature]!);
    let slot = hashes[feature]! & (capacity - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    keys[slot] = mark;
    rows.set(small.subarray(feature * LABELS, feature * LABELS + LABELS), slot * LABELS);
  }
  return { keys, weights: rows, scale };
}

/** Turns weights into bytes; `scale` is what one step is worth. */
export function quantiseRows(weights: Float32Array): { weights: Int8Array; scale: number } {
  let largest = 1e-6;
  for (const weight of weights) if (Math.abs(weight) > largest) largest = Math.abs(weight);
  const scale = Math.min(largest, 4) / 127;
  return {
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
    scale,
  };
}
