import type { LinearModel } from "./linear-model.ts";
import type { Slots } from "./slots.ts";

/** What the n-grams of one sentence weigh. */
export interface Lean {
  /** Sum per class, not yet divided by {@link slotNorm}. */
  readonly sums: Float64Array;
  readonly count: number;
}

/**
 * Sums the weights of collected n-grams; adds to `byRow` how much those that begin in each token lean to positive.
 *
 * The four weights of an n-gram are read as one word, which is 0 for the many that training never saw.
 */
export function leanOf({ words, scale }: LinearModel, { ids, rows, length }: Slots, byRow: Float32Array): Lean {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < length; i++) {
    const word = words[ids[i]!]!;
    if (word === 0) continue;
    const positive = (word << 24) >> 24;
    const negative = (word << 8) >> 24;
    a += positive;
    b += (word << 16) >> 24;
    c += negative;
    d += word >> 24;
    byRow[rows[i]!]! += positive - negative;
  }
  return { sums: Float64Array.of(a * scale, b * scale, c * scale, d * scale), count: length };
}
