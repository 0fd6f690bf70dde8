import type { Grams } from "./grams.ts";
import type { Familiarity } from "./lean.ts";
import type { ToneModel } from "./tone-model.ts";

/** What the n-grams of a text weigh in the model of tone. */
export interface ToneLean extends Familiarity {
  /** The sum of each column, in their order, in steps of the model's scales, not yet multiplied by the norm. */
  readonly sums: readonly [number, number, number, number, number, number, number, number];
}

/** Returns the weights of n-grams, of which two words hold those of one. */
export function toneLeanOf({ words }: ToneModel, { ids, length, letters, native }: Grams): ToneLean {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  let known = 0;
  for (let i = 0; i < length; i++) {
    const at = ids[i]! << 1;
    const first = words[at]!;
    const second = words[at + 1]!;
    a += (first << 24) >> 24;
    b += (first << 16) >> 24;
    c += (first << 8) >> 24;
    d += first >> 24;
    e += (second << 24) >> 24;
    f += (second << 16) >> 24;
    g += (second << 8) >> 24;
    h += second >> 24;
    const any = first | second;
    known += (any | -any) >>> 31;
  }
  return { sums: [a, b, c, d, e, f, g, h], count: length, known, letters, native };
}
