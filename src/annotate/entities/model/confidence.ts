import { closes, follows, LABELS, opens } from "./labels.ts";

const L = LABELS;

/**
 * Gives a function from a stretch of a labelled sequence to its probability under the model (forward-backward; Culotta and
 * McCallum 2004).
 */
export function confidenceOf(
  scores: Float32Array,
  length: number,
  expTransitions: Float64Array,
  labels: Uint8Array,
): (first: number, last: number) => number {
  const weight = new Float64Array(length * L);
  for (let i = 0; i < length; i++) {
    let top = -1e30;
    for (let b = 0; b < L; b++) if (scores[i * L + b]! > top) top = scores[i * L + b]!;
    for (let b = 0; b < L; b++) weight[i * L + b] = Math.exp(scores[i * L + b]! - top);
  }
  const forward = new Float64Array(length * L);
  const backward = new Float64Array(length * L);
  const scale = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let b = 0; b < L; b++) {
      let value = i === 0 ? (opens(b) ? 1 : 0) : 0;
      if (i > 0) for (let a = 0; a < L; a++) value += forward[(i - 1) * L + a]! * expTransitions[a * L + b]!;
      forward[i * L + b] = value * weight[i * L + b]!;
      sum += forward[i * L + b]!;
    }
    scale[i] = sum;
    for (let b = 0; b < L; b++) forward[i * L + b]! /= sum;
  }
  for (let b = 0; b < L; b++) backward[(length - 1) * L + b] = closes(b) ? 1 : 0;
  for (let i = length - 2; i >= 0; i--) {
    for (let a = 0; a < L; a++) {
      let value = 0;
      for (let b = 0; b < L; b++) {
        value += expTransitions[a * L + b]! * weight[(i + 1) * L + b]! * backward[(i + 1) * L + b]!;
      }
      backward[i * L + a] = value / scale[i + 1]!;
    }
  }
  let total = 0;
  for (let b = 0; b < L; b++) total += forward[(length - 1) * L + b]! * backward[(length - 1) * L + b]!;
  return (first, last) => {
    let p = forward[first * L + labels[first]!]!;
    for (let i = first + 1; i <= last; i++) {
      p *= (expTransitions[labels[i - 1]! * L + labels[i]!]! * weight[i * L + labels[i]!]!) / scale[i]!;
    }
    return Math.min(1, (p * backward[last * L + labels[last]!]!) / total);
  };
}

/** Exponentials of the transitions, 0 where a label may not follow another. */
export function expTransitionsOf(transitions: Float32Array): Float64Array {
  return Float64Array.from(transitions, (value, index) => (follows(Math.floor(index / L), index % L) ? Math.exp(value) : 0));
}
