import type { Sayings } from "../items.ts";
import type { ContentWords } from "../words/content.ts";
import { eachTerm } from "../words/terms.ts";

/** Weighted terms of each claim, sorted by number, of length 1 together. */
export interface WordBags {
  /** Where the terms of each claim begin; one more at the end. */
  readonly from: Uint32Array;
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
  /** How many claims have each term. */
  readonly claims: Uint32Array;
  readonly names: readonly string[];
  readonly vocabulary: Vocabulary;
}

/** The terms of a thread, and how rare each is in it. */
export interface Vocabulary {
  readonly numbers: ReadonlyMap<string, number>;
  /** How many comments have each term. */
  readonly comments: Uint32Array;
  /** How many comments there are. */
  readonly voices: number;
}

/** What a term of the comment's other claims weighs beside the claim's own. */
const CONTEXT = 0.5;

/**
 * Returns the terms of each claim, and those of its comment at half their weight, by tf-idf (Spärck Jones 1972): once
 * and a logarithm for more, times the logarithm of how few comments have it. Claims of a thread that is known by some of its
 * comments are weighed by these (`known`): a term that none of them has counts as one that a single one has.
 */
export function wordBags({ voices, items }: Sayings, content: ContentWords, known?: Vocabulary): WordBags {
  const numbers = new Map<string, number>();
  const first = known?.numbers.size ?? 0;
  const own = items.map(({ voice, rows }) => {
    const counts = new Map<number, number>();
    eachTerm(voices[voice]!.unit.tokens, rows, content, (term) => {
      let number = known?.numbers.get(term) ?? numbers.get(term);
      if (number === undefined) {
        number = first + numbers.size;
        numbers.set(term, number);
      }
      counts.set(number, (counts.get(number) ?? 0) + 1);
    });
    return counts;
  });
  const whole = voices.map(() => new Map<number, number>());
  for (const [i, { voice }] of items.entries())
    for (const [term, count] of own[i]!) whole[voice]!.set(term, (whole[voice]!.get(term) ?? 0) + count);
  const vocabulary = known ?? vocabularyOf(numbers, whole);
  return packed(
    items.map(({ voice }, i) => {
      const bag = new Map<number, number>();
      for (const term of whole[voice]!.keys()) {
        const count = own[i]!.get(term) ?? 0;
        const tf = count > 0 ? 1 + Math.log(count) : CONTEXT;
        bag.set(term, tf * Math.log(1 + vocabulary.voices / (vocabulary.comments[term] ?? 1)));
      }
      return bag;
    }),
    [...(known?.numbers.keys() ?? []), ...numbers.keys()],
    vocabulary,
  );
}

function vocabularyOf(numbers: ReadonlyMap<string, number>, whole: readonly ReadonlyMap<number, number>[]): Vocabulary {
  const comments = new Uint32Array(numbers.size);
  for (const bag of whole) for (const term of bag.keys()) comments[term]!++;
  return { numbers, comments, voices: whole.length };
}

function packed(
  bags: readonly ReadonlyMap<number, number>[],
  names: readonly string[],
  vocabulary: Vocabulary,
): WordBags {
  const from = new Uint32Array(bags.length + 1);
  for (const [i, bag] of bags.entries()) from[i + 1] = from[i]! + bag.size;
  const terms = new Uint32Array(from[bags.length]!);
  const weights = new Float32Array(terms.length);
  const claims = new Uint32Array(names.length);
  for (const [i, bag] of bags.entries()) {
    let length = 0;
    for (const weight of bag.values()) length += weight * weight;
    const sorted = Uint32Array.from(bag.keys()).sort();
    for (const [k, term] of sorted.entries()) {
      terms[from[i]! + k] = term;
      weights[from[i]! + k] = bag.get(term)! / Math.sqrt(length);
      claims[term]!++;
    }
  }
  return { from, terms, weights, claims, names, vocabulary };
}

/** Returns the cosine of the terms of two claims. */
export function wordsInCommon({ from, terms, weights }: WordBags, a: number, b: number): number {
  let [i, j, sum] = [from[a]!, from[b]!, 0];
  const [endA, endB] = [from[a + 1]!, from[b + 1]!];
  while (i < endA && j < endB) {
    const difference = terms[i]! - terms[j]!;
    if (difference === 0) sum += weights[i++]! * weights[j++]!;
    else if (difference < 0) i++;
    else j++;
  }
  return sum;
}
