import type { Grams } from "./grams.ts";
import type { LinearModel } from "./linear-model.ts";

/** What the n-grams of a text weigh. */
export interface Lean {
  /** Sum of each class, in steps of the model's scale, not yet multiplied by its norm. */
  readonly sums: readonly [number, number, number, number];
  readonly count: number;
}

/**
 * Sums the weights of n-grams; adds to `byRow` how much those that begin in each token lean to positive.
 *
 * The weights of an n-gram are read as one word. Adding the zeros of those that training never saw is faster than to
 * ask for them, since no processor can foresee the answer.
 */
export function leanOf({ words }: LinearModel, { ids, rows, length }: Grams, byRow: Int32Array): Lean {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < length; i++) {
    const word = words[ids[i]!]!;
    const positive = (word << 24) >> 24;
    const negative = (word << 8) >> 24;
    a += positive;
    b += (word << 16) >> 24;
    c += negative;
    d += word >> 24;
    byRow[rows[i]!]! += positive - negative;
  }
  return { sums: [a, b, c, d], count: length };
}
