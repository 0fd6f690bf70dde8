import { mix } from "./hash.ts";

/** Rows of the gate: small enough to stay in a fast cache; features share rows where their hashes agree. */
export const GATE_ROWS = 1 << 16;
export const GATE_FEATURES = 15;

/** What the gate reads of all tokens of a text. */
export interface GateColumns {
  readonly words: Int32Array;
  readonly pos: Int32Array;
  /** First and last code unit, mixed. */
  readonly edges: Int32Array;
}

/**
 * Writes the few features by which it is decided whether a token is worth the whole model.
 *
 * Order and number are fixed: {@link GATE_FEATURES}.
 */
export function writeGateFeatures(
  { words, pos, edges }: GateColumns,
  i: number,
  from: number,
  to: number,
  out: Int32Array,
): void {
  const before = i > from;
  const after = i + 1 < to;
  const w = words[i]!;
  const p = pos[i]!;
  const [wa, wb] = [before ? words[i - 1]! : 1, after ? words[i + 1]! : 1];
  const [pa, pb] = [before ? pos[i - 1]! : 1, after ? pos[i + 1]! : 1];
  out[0] = mix(300, w, 0) & (GATE_ROWS - 1);
  out[1] = mix(301, p, pa) & (GATE_ROWS - 1);
  out[2] = mix(302, p, pb) & (GATE_ROWS - 1);
  out[3] = mix(303, wa, p) & (GATE_ROWS - 1);
  out[4] = mix(304, wb, p) & (GATE_ROWS - 1);
  out[5] = mix(305, edges[i]!, 0) & (GATE_ROWS - 1);
  out[6] = mix(306, edges[i]! & 0xffff, p) & (GATE_ROWS - 1);
  out[7] = mix(307, before ? edges[i - 1]! & 0xffff : 1, pa) & (GATE_ROWS - 1);
  out[9] = mix(309, w, wa) & (GATE_ROWS - 1);
  out[10] = mix(310, w, wb) & (GATE_ROWS - 1);
  out[11] = mix(311, mix(94, pa, p), pb) & (GATE_ROWS - 1);
  out[12] = mix(312, edges[i]! >>> 16, p) & (GATE_ROWS - 1);
  out[13] = mix(313, i > from + 1 ? words[i - 2]! : 1, p) & (GATE_ROWS - 1);
  out[14] = mix(314, i + 2 < to ? words[i + 2]! : 1, p) & (GATE_ROWS - 1);
  out[8] = mix(308, after ? edges[i + 1]! >>> 16 : 1, pb) & (GATE_ROWS - 1);
}

/** Adds up a token's gate features, in steps of the gate's scale. */
export function gateScore(weights: Int8Array, features: Int32Array): number {
  let sum = 0;
  for (let f = 0; f < GATE_FEATURES; f++) sum += weights[features[f]!]!;
  return sum;
}
