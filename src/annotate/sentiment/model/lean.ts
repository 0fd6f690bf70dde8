import type { Grams } from "./grams.ts";
import type { LinearModel } from "./linear-model.ts";

/** How far the n-grams of a text are like those that taught a model. */
export interface Familiarity {
  readonly count: number;
  /** How many of them have a weight. */
  readonly known: number;
  /** Letters, runs of one letter counted as two at most. */
  readonly letters: number;
  /** Kana and kanji among them. */
  readonly native: number;
}

/** What the n-grams of a text weigh. */
export interface Lean extends Familiarity {
  /** Sum of each class, in steps of the model's scale, not yet multiplied by its norm. */
  readonly sums: readonly [number, number, number];
}

/**
 * Returns the weights of n-grams.
 *
 * The weights of an n-gram are read as one word. Adding the zeros of those that training never saw is faster than to
 * ask for them, since no processor can foresee the answer.
 */
export function leanOf({ words }: LinearModel, { ids, length, letters, native }: Grams): Lean {
  let a = 0;
  let b = 0;
  let c = 0;
  let known = 0;
  for (let i = 0; i < length; i++) {
    const word = words[ids[i]!]!;
    a += (word << 24) >> 24;
    b += (word << 16) >> 24;
    c += (word << 8) >> 24;
    known += (word | -word) >>> 31;
  }
  return { sums: [a, b, c], count: length, known, letters, native };
}
