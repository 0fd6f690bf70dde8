import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Range } from "../../model/span.ts";
import { GrowingHashes, GrowingIds } from "../../words/growing-ids.ts";
import type { TokenClasses } from "../../words/token-classes.ts";
import { SMOOTH, type WordVectors } from "../../words/word-vectors.ts";
import { type StanceModel, TENDENCIES } from "./stance-model.ts";
import { collectWording } from "./wording.ts";

/** What a comment speaks of and how, as far as its wording says. */
export interface Reading {
  readonly words: ReadonlySet<number>;
  /** How many of its words are known. */
  readonly known: number;
  /** The mean of its words' vectors, of length 1; all 0 where none is known. */
  readonly direction: Float32Array;
  /** {@link TENDENCIES} in order, each in [-1, 1]. */
  readonly tendencies: Float64Array;
}

/** What the reader of comments needs. */
export interface ReadingResources {
  readonly classes: TokenClasses;
  readonly vectors: WordVectors;
  readonly model: Pick<StanceModel, "tendencies" | "tendencyScale">;
}

/** A reader of comments, with scratch space of its own. */
export class WordingReader {
  /** The n-grams of what was read last. */
  readonly grams = new GrowingIds();
  readonly #words = new GrowingHashes();
  readonly #sums = new Int32Array(TENDENCIES.length);
  readonly #resources: ReadingResources;

  constructor(resources: ReadingResources) {
    this.#resources = resources;
  }

  /** Returns what the given parts of a comment say. */
  read({ tokens }: AnalyzedUnit, ranges: readonly Range[]): Reading {
    const { classes, vectors, model } = this.#resources;
    collectWording(tokens, ranges, classes, { grams: this.grams, words: this.#words });
    return {
      words: new Set(this.#words.values.subarray(0, this.#words.length)),
      ...directionOf(this.#words, vectors),
      tendencies: this.#tendenciesOf(model),
    };
  }

  #tendenciesOf({ tendencies, tendencyScale }: ReadingResources["model"]): Float64Array {
    const sums = this.#sums.fill(0);
    tendencies.add(this.grams.values, 0, this.grams.length, sums);
    const norm = tendencyScale / Math.sqrt(Math.max(1, this.grams.length));
    return Float64Array.from(sums, (sum) => 2 / (1 + Math.exp(-sum * norm)) - 1);
  }
}

function directionOf(words: GrowingHashes, vectors: WordVectors): Pick<Reading, "known" | "direction"> {
  const sum = new Float32Array(vectors.dimensions);
  let known = 0;
  for (let i = 0; i < words.length; i++) {
    const place = vectors.findHash(words.values[i]!);
    if (place < 0) continue;
    known++;
    vectors.add(place, SMOOTH / (SMOOTH + vectors.frequency(place)), sum);
  }
  let square = 0;
  for (const value of sum) square += value * value;
  const length = Math.sqrt(square);
  if (length > 0) for (let d = 0; d < sum.length; d++) sum[d]! /= length;
  return { known, direction: sum };
}
