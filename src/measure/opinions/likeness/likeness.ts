import type { Analysis } from "../../../model/analysis.ts";
import { seededRandom } from "../../random.ts";
import type { Sayings } from "../items.ts";
import type { LikenessWeights } from "./model.ts";
import { dot, type Rows } from "./rows.ts";
import { type WordBags, wordsInCommon } from "./word-bags.ts";

/** How likely two claims are of one opinion, as log-odds. */
export interface Likeness {
  readonly length: number;
  readonly vectors: Rows;
  readonly words: WordBags;
  of(a: number, b: number): number;
}

/** The four signs of two claims that belong together. */
export type Signs = Pick<LikenessWeights, "vectors" | "words" | "considerations" | "reply">;

/** Pairs by which mean and spread of a sign are told. */
const PAIRS = 20_000;

/** Returns the likeness of claims: vectors, words, considerations and the thread, joined by learned weights. */
export function likenessOf(
  sayings: Sayings,
  { vectors, words }: { readonly vectors: Rows; readonly words: WordBags },
  weights: LikenessWeights,
): Likeness {
  const signs = signsOf(sayings, vectors, words);
  const of = (a: number, b: number): number => {
    const sign = signs(a, b);
    return (
      weights.bias +
      weights.vectors * sign.vectors +
      weights.words * sign.words +
      weights.considerations * sign.considerations +
      weights.reply * sign.reply
    );
  };
  return { length: sayings.items.length, vectors, words, of };
}

/** Returns the function that tells the signs of two claims, those of vectors and words in standard deviations. */
export function signsOf({ items, voices }: Sayings, vectors: Rows, words: WordBags): (a: number, b: number) => Signs {
  const grounds = considerationsOf({ items, voices });
  const rows = Array.from({ length: items.length }, (_, i) => vectors.row(i));
  const cosine = (a: number, b: number) => dot(rows[a]!, rows[b]!);
  const inCommon = (a: number, b: number) => wordsInCommon(words, a, b);
  const [byVectors, byWords] = [standard(items.length, cosine), standard(items.length, inCommon)];
  return (a, b) => {
    const [first, second] = [items[a]!.voice, items[b]!.voice];
    const answered = voices[first]!.answers === second || voices[second]!.answers === first;
    return {
      vectors: byVectors(cosine(a, b)),
      words: byWords(inCommon(a, b)),
      considerations: shared(grounds[a]!, grounds[b]!),
      reply: answered ? 1 : 0,
    };
  };
}

/** Returns the function that tells a value in standard deviations from the mean of random pairs. */
function standard(length: number, of: (a: number, b: number) => number): (value: number) => number {
  const random = seededRandom(17);
  let [sum, squares, count] = [0, 0, 0];
  for (let i = 0; i < PAIRS && length > 1; i++) {
    const [a, b] = [Math.floor(random() * length), Math.floor(random() * length)];
    if (a === b) continue;
    const value = of(a, b);
    sum += value;
    squares += value * value;
    count++;
  }
  const mean = sum / Math.max(1, count);
  const spread = Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
  return (value) => (spread < 1e-9 ? 0 : (value - mean) / spread);
}

function considerationsOf({ items, voices }: Sayings): readonly (readonly string[])[] {
  const byAnalysis = new Map<Analysis, Map<string, string[]>>();
  return items.map(({ claim, voice }) => {
    const { analysis } = voices[voice]!;
    let byUnit = byAnalysis.get(analysis);
    if (byUnit === undefined) {
      byUnit = new Map();
      // Of the whole comment: a claim leans on the grounds beside it.
      for (const { unit, consideration } of analysis.considerations)
        byUnit.set(unit, [...(byUnit.get(unit) ?? []), consideration]);
      byAnalysis.set(analysis, byUnit);
    }
    return byUnit.get(claim.unit) ?? [];
  });
}

/** Returns the considerations in common, as a share of those of the one that has fewer. */
function shared(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const both = new Set(a.filter((one) => b.includes(one))).size;
  return both / Math.min(new Set(a).size, new Set(b).size);
}
