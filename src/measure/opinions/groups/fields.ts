import type { Sayings } from "../items.ts";
import type { WordBags } from "../likeness/word-bags.ts";

/** Cosine of a discussion's words and those of others from which they speak of one matter. */
const ONE_MATTER = 0.2;
/** The heaviest words of a discussion, which say what it is about. */
const MOST_WORDS = 100;

type Bag = ReadonlyMap<number, number>;

/**
 * Returns the matter that each claim's discussion is of, by number. What people say of a harbour is no opinion of theirs on
 * a library, however alike the words of one sentence: a discussion joins the matter whose words are most like its own, or
 * is a matter by itself (leader clustering, in the order of the discussions).
 */
export function fieldsOf({ voices, items }: Sayings, bags: WordBags): Int32Array {
  const discussions = [...new Set(voices.map(({ analysis }) => analysis))];
  const place = new Map(discussions.map((analysis, i) => [analysis, i]));
  const own = items.map(({ voice }) => place.get(voices[voice]!.analysis)!);
  const matters = new Matters();
  const matterOf = wordsOf(own, discussions.length, bags).map((bag) => matters.take(bag));
  return Int32Array.from(own, (discussion) => matterOf[discussion]!);
}

/** Returns the heaviest words of each discussion, of length 1 together. */
function wordsOf(own: readonly number[], count: number, { from, terms, weights }: WordBags): Bag[] {
  const sums = Array.from({ length: count }, () => new Map<number, number>());
  for (const [i, discussion] of own.entries()) {
    const bag = sums[discussion]!;
    for (let k = from[i]!; k < from[i + 1]!; k++) bag.set(terms[k]!, (bag.get(terms[k]!) ?? 0) + weights[k]!);
  }
  return sums.map((bag) => {
    const heaviest = [...bag].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MOST_WORDS);
    const length = Math.hypot(...heaviest.map(([, weight]) => weight));
    return new Map(heaviest.map(([term, weight]) => [term, weight / length]));
  });
}

/** Matters that discussions speak of, each the sum of its discussions' words. */
class Matters {
  readonly #sums: Map<number, number>[] = [];
  readonly #squares: number[] = [];
  /** The matters that hold each word, so that only those are compared that share one. */
  readonly #holders = new Map<number, number[]>();

  /** Returns the matter of a discussion, which is counted to it. */
  take(bag: Bag): number {
    const products = new Map<number, number>();
    for (const [term, weight] of bag)
      for (const matter of this.#holders.get(term) ?? [])
        products.set(matter, (products.get(matter) ?? 0) + weight * this.#sums[matter]!.get(term)!);
    let [best, most] = [this.#sums.length, ONE_MATTER];
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
