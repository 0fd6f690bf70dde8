import { seededRandom } from "../../random.ts";
import type { LikenessWeights } from "./model.ts";
import type { Rows } from "./rows.ts";
import { type WordBags, wordsInCommon } from "./word-bags.ts";

/** How likely two claims are of one opinion, as log-odds. */
export interface Likeness {
  readonly length: number;
  readonly vectors: Rows;
  readonly words: WordBags;
  /** Log-odds that so few pairs as {@link NEAR} reach. */
  readonly near: number;
  of(a: number, b: number): number;
  /** Returns the log-odds for a product of vectors and a cosine of words: both may be the mean over several claims. */
  odds(vectors: number, words: number): number;
}

/** The signs of two claims that belong together. */
export interface Signs {
  /** The likeness of what they mean, in standard deviations of the thread's pairs. */
  vectors(a: number, b: number): number;
  /** Their words in common, likewise. */
  words(a: number, b: number): number;
}

/** Pairs by which mean and spread of a sign are told. */
const PAIRS = 20_000;
/** The share of the thread's pairs that are called near. */
const NEAR = 0.06;

/** Returns the likeness of claims: what they mean in their context, and their words, joined by learned weights. */
export function likenessOf(
  { vectors, words }: { readonly vectors: Rows; readonly words: WordBags },
  weights: LikenessWeights,
): Likeness {
  const [byVectors, byWords] = scalesOf(vectors, words);
  const odds = (product: number, cosine: number): number =>
    weights.bias + weights.vectors * byVectors(product) + weights.words * byWords(cosine);
  const of = (a: number, b: number): number => odds(vectors.product(a, b), wordsInCommon(words, a, b));
  return { length: vectors.length, vectors, words, near: nearOf(vectors.length, of), of, odds };
}

/** Returns the functions that tell the signs of two claims. */
export function signsOf(vectors: Rows, words: WordBags): Signs {
  const [byVectors, byWords] = scalesOf(vectors, words);
  return {
    vectors: (a, b) => byVectors(vectors.product(a, b)),
    words: (a, b) => byWords(wordsInCommon(words, a, b)),
  };
}

type Scale = (value: number) => number;

function scalesOf(vectors: Rows, words: WordBags): readonly [Scale, Scale] {
  return [
    standard(vectors.length, (a, b) => vectors.product(a, b)),
    standard(vectors.length, (a, b) => wordsInCommon(words, a, b)),
  ];
}

/** Returns the function that tells a value in standard deviations from the mean of random pairs of claims. */
function standard(length: number, of: (a: number, b: number) => number): Scale {
  const values = ofRandomPairs(length, of);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const squares = values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length);
  const spread = Math.sqrt(Math.max(0, squares - mean * mean));
  return spread < 1e-9 ? () => 0 : (value) => (value - mean) / spread;
}

function nearOf(length: number, of: (a: number, b: number) => number): number {
  const values = ofRandomPairs(length, of).sort();
  return values[Math.floor(values.length * (1 - NEAR))] ?? 0;
}

function ofRandomPairs(length: number, of: (a: number, b: number) => number): Float64Array {
  const random = seededRandom(17);
  const values = new Float64Array(PAIRS);
  let count = 0;
  for (let i = 0; i < PAIRS && length > 1; i++) {
    const [a, b] = [Math.floor(random() * length), Math.floor(random() * length)];
    if (a !== b) values[count++] = of(a, b);
  }
  return values.slice(0, count);
}
