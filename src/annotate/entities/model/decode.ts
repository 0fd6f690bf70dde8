import { closes, follows, LABELS, opens } from "./labels.ts";

const L = LABELS;
/** Labels that may stand before each label, L places for each. */
const PREVIOUS = new Uint8Array(L * L);
const PREVIOUS_END = new Int32Array(L);
for (let next = 0; next < L; next++) {
  let at = next * L;
  for (let label = 0; label < L; label++) if (follows(label, next)) PREVIOUS[at++] = label;
  PREVIOUS_END[next] = at;
}
const OPENS = Array.from({ length: L }, (_, label) => opens(label));
const CLOSES = Array.from({ length: L }, (_, label) => closes(label));

/** Scratch space that holds nothing between two calls. */
let best = new Float32Array(64 * L);
let back = new Uint8Array(64 * L);

/** Returns the best legal sequence of labels (Viterbi 1967) for scores `[i * LABELS + label]`; writes it to `out`. */
export function decode(scores: Float32Array, length: number, transitions: Float32Array, out: Uint8Array): void {
  if (length === 0) return;
  if (best.length < length * L) {
    best = new Float32Array(2 * length * L);
    back = new Uint8Array(2 * length * L);
  }
  for (let b = 0; b < L; b++) best[b] = OPENS[b] ? scores[b]! : -1e9;
  for (let i = 1; i < length; i++) {
    const before = (i - 1) * L;
    for (let b = 0; b < L; b++) {
      let top = -1e30;
      let from = 0;
      const end = PREVIOUS_END[b]!;
      for (let p = b * L; p < end; p++) {
        const a = PREVIOUS[p]!;
        const score = best[before + a]! + transitions[a * L + b]!;
        if (score > top) {
          top = score;
          from = a;
        }
      }
      best[i * L + b] = top + scores[i * L + b]!;
      back[i * L + b] = from;
    }
  }
  let label = 0;
  let top = -1e30;
  for (let b = 0; b < L; b++) {
    if (CLOSES[b] && best[(length - 1) * L + b]! > top) {
      top = best[(length - 1) * L + b]!;
      label = b;
    }
  }
  for (let i = length - 1; i >= 0; i--) {
    out[i] = label;
    label = back[i * L + label]!;
  }
}
