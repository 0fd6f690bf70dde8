import { CLASSES, type LinearModel, NEGATIVE, POSITIVE } from "./linear-model.ts";
import type { Slots } from "./slots.ts";

/** What the n-grams of one sentence weigh. */
export interface Lean {
  /** Sum per class, not yet divided by {@link slotNorm}. */
  readonly sums: Float64Array;
  readonly count: number;
}

/** Sums the weights of collected n-grams; adds to `byRow` how much those that begin in each token lean to positive. */
export function leanOf({ slots, scale }: LinearModel, { ids, rows, length }: Slots, byRow: Float32Array): Lean {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < length; i++) {
    const at = ids[i]! * CLASSES;
    const positive = slots[at + POSITIVE]!;
    const negative = slots[at + NEGATIVE]!;
    a += positive;
    b += slots[at + 1]!;
    c += negative;
    d += slots[at + 3]!;
    byRow[rows[i]!]! += positive - negative;
  }
  return { sums: Float64Array.of(a * scale, b * scale, c * scale, d * scale), count: length };
}
