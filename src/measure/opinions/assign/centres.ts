import type { FoundOpinions } from "../find-opinions.ts";
import type { Likeness } from "../likeness/likeness.ts";
import { Rows } from "../likeness/rows.ts";

/** A claim as centres compare it: its row, and its terms with their weights. */
export interface Compared {
  readonly vector: Float32Array;
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * The centres of opinions: the sums of what their claims mean and of their terms. The likeness to a centre is the mean
 * likeness to the claims in it, since likeness is linear in both signs.
 */
export class Centres {
  /** How many opinions there are. */
  readonly count: number;
  readonly #likeness: Likeness;
  readonly #vectors: Rows;
  /** By `term * count + opinion`, so that the opinions of one term lie together. */
  readonly #terms: Float32Array;
  readonly #sizes: Uint32Array;

  constructor({ opinions, likeness, sayings, original }: FoundOpinions) {
    this.count = opinions.length;
    this.#likeness = likeness;
    this.#vectors = new Rows(this.count, likeness.vectors.width);
    this.#terms = new Float32Array(likeness.words.names.length * this.count);
    this.#sizes = new Uint32Array(this.count);
    for (const [k, { members }] of opinions.entries()) {
      for (const i of members) {
        const { voice } = sayings.items[i]!;
        // A campaign has one text, and moves no centre by its number.
        if (original[voice] === voice) this.#add(k, claimOf(likeness, i), 1);
      }
    }
  }

  #add(opinion: number, { vector, terms, weights }: Compared, times: 1 | -1): void {
    this.#vectors.add(opinion, vector, times);
    for (const [at, term] of terms.entries()) this.#terms[term * this.count + opinion]! += times * weights[at]!;
    this.#sizes[opinion]! += times;
  }

  /** Returns what `ask` does while some claims, each with its opinion, are in no centre. */
  without<T>(claims: readonly (readonly [opinion: number, claim: Compared])[], ask: () => T): T {
    for (const [opinion, claim] of claims) this.#add(opinion, claim, -1);
    const answer = ask();
    for (const [opinion, claim] of claims) this.#add(opinion, claim, 1);
    return answer;
  }

  /** Returns the opinion whose centre is nearest to a claim, and how near it is, in log-odds; -1 where there is none. */
  nearest({ vector, terms, weights }: Compared): { readonly opinion: number; readonly odds: number } {
    const { count } = this;
    const inCommon = new Float64Array(count);
    for (const [at, term] of terms.entries()) {
      const from = term * count;
      // A term that no claim of the sample has is in no centre.
      if (from >= this.#terms.length) continue;
      for (let k = 0; k < count; k++) inCommon[k]! += weights[at]! * this.#terms[from + k]!;
    }
    let [opinion, odds] = [-1, Number.NEGATIVE_INFINITY];
    for (let k = 0; k < count; k++) {
      const size = this.#sizes[k]!;
      if (size === 0) continue;
      const row = this.#vectors.row(k);
      let product = 0;
      for (let d = 0; d < vector.length; d++) product += vector[d]! * row[d]!;
      const own = this.#likeness.odds(product / size, inCommon[k]! / size);
      if (own > odds) [opinion, odds] = [k, own];
    }
    return { opinion, odds };
  }
}

/** Returns a claim of those that likeness was told of. */
export function claimOf({ vectors, words }: Pick<Likeness, "vectors" | "words">, i: number): Compared {
  const [from, to] = [words.from[i]!, words.from[i + 1]!];
  return { vector: vectors.row(i), terms: words.terms.subarray(from, to), weights: words.weights.subarray(from, to) };
}
