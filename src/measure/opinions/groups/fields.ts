import type { Analysis } from "../../../model/analysis.ts";
import type { WordVectors } from "../../../words/word-vectors.ts";
import type { Sayings } from "../items.ts";
import type { ContentWords } from "../words/content.ts";
import { eachTerm } from "../words/terms.ts";

/** Cosine of a discussion's words and those of others from which they speak of one matter. */
const ONE_MATTER = 0.11;
/** Few comments have few words: they need less in common, and where they stand alone could not be grouped at all. */
const FEW = { comments: 10, inCommon: 0.07 } as const;

/** How common a word must be to count half (smooth inverse frequency, Arora, Liang & Ma 2017). */
const SMOOTH = 2e-4;

type Bag = ReadonlyMap<string, number>;

/**
 * Returns the matter that each voice's discussion is of, by number. What people say of a harbour is no opinion of theirs on
 * a library, however alike the words of one sentence: a discussion joins the matter whose words are most like its own, or
 * is a matter by itself (leader clustering, in the order of the discussions). Words are those of the article and the
 * comments, each by the logarithm of how often it stands there and by how rare it is elsewhere.
 */
export function fieldsOf({ voices }: Sayings, content: ContentWords, vectors: WordVectors): Int32Array {
  const analyses = new Set(voices.map(({ analysis }) => analysis));
  if (analyses.size < 2) return new Int32Array(voices.length);
  const matters = new Matters();
  const matterOf = new Map<Analysis, number>();
  for (const analysis of analyses) {
    const isFew = analysis.discussion.comments.length < FEW.comments;
    matterOf.set(analysis, matters.take(wordsOf(analysis, content, vectors), isFew ? FEW.inCommon : ONE_MATTER));
  }
  return Int32Array.from(voices, ({ analysis }) => matterOf.get(analysis)!);
}

/** Returns the words of a discussion, of length 1 together. */
function wordsOf({ units }: Analysis, content: ContentWords, vectors: WordVectors): Bag {
  const bag = new Map<string, number>();
  for (const { tokens } of units)
    eachTerm(tokens, [0, tokens.length], content, (term) => bag.set(term, (bag.get(term) ?? 0) + 1));
  let squares = 0;
  for (const [term, count] of bag) {
    const place = vectors.find(term);
    const frequency = place < 0 ? 0 : vectors.frequency(place);
    const weight = (Math.log1p(count) * SMOOTH) / (SMOOTH + frequency);
    bag.set(term, weight);
    squares += weight * weight;
  }
  for (const [term, weight] of bag) bag.set(term, weight / Math.sqrt(squares));
  return bag;
}

/** Matters that discussions speak of, each the sum of its discussions' words. */
class Matters {
  readonly #sums: Map<string, number>[] = [];
  readonly #squares: number[] = [];
  /** The matters that hold each word, so that only those are compared that share one. */
  readonly #holders = new Map<string, number[]>();

  /** Returns the matter of a discussion, which is counted to it, by the cosine that makes them one. */
  take(bag: Bag, inCommon: number): number {
    const products = new Map<number, number>();
    for (const [term, weight] of bag)
      for (const matter of this.#holders.get(term) ?? [])
        products.set(matter, (products.get(matter) ?? 0) + weight * this.#sums[matter]!.get(term)!);
    let [best, most] = [this.#sums.length, inCommon];
    for (const [matter, product] of products) {
      const likeness = product / Math.sqrt(this.#squares[matter]!);
      if (likeness > most || (likeness === most && matter < best)) [best, most] = [matter, likeness];
    }
    this.#add(best, bag);
    return best;
  }

  #add(matter: number, bag: Bag): void {
    this.#sums[matter] ??= new Map();
    const sum = this.#sums[matter];
    for (const [term, weight] of bag) {
      if (!sum.has(term)) {
        const holders = this.#holders.get(term);
        if (holders === undefined) this.#holders.set(term, [matter]);
        else holders.push(matter);
      }
      sum.set(term, (sum.get(term) ?? 0) + weight);
    }
    let squares = 0;
    for (const weight of sum.values()) squares += weight * weight;
    this.#squares[matter] = squares;
  }
}
