import { hashText } from "./hash-text.ts";
import { type PackedColumns, unpack } from "./packed.ts";

/** How much a rare word counts against a frequent one: smooth inverse frequency (Arora, Liang and Ma 2017). */
export const SMOOTH = 1e-3;

/** Word vectors as they are packed. */
export const WORD_VECTORS = {
  kind: "word vectors",
  version: 1,
  columns: {
    /** The hash of the word at each place, 0 where the table is free; a power of two of places. */
    words: "uint32",
    /** The row of the word at each place; words of like company share one. */
    rowOf: "uint16",
    /** How often the word is met: 8 times the binary logarithm of once in so many words. */
    rarity: "uint8",
    /** The rows, one after another, each in steps of its own. */
    rows: "int8",
    /** The size of a step of each row: a row has length 1. */
    steps: "float32",
  },
} as const;

/** The frequency of each rarity: a look is faster than a power. */
const FREQUENCIES = Float64Array.from({ length: 256 }, (_, rarity) => 2 ** (-rarity / 8));

/**
 * What words speak of, by the company that they keep in a large text: a direction for each word, likeness being the cosine.
 *
 * Laid out to be used where the file lies: nothing is parsed, nothing allocated by a look-up.
 */
export class WordVectors {
  readonly dimensions: number;
  readonly #words: Uint32Array;
  readonly #rowOf: Uint16Array;
  readonly #rarity: Uint8Array;
  readonly #rows: Int8Array;
  readonly #steps: Float32Array;
  readonly #mask: number;

  constructor({ words, rowOf, rarity, rows, steps }: PackedColumns<typeof WORD_VECTORS>) {
    this.dimensions = rows.length / steps.length;
    this.#words = words;
    this.#rowOf = rowOf;
    this.#rarity = rarity;
    this.#rows = rows;
    this.#steps = steps;
    this.#mask = words.length - 1;
  }

  /** Returns the place of a stretch of a text; -1 for an unknown word. */
  find(text: string, start = 0, end = text.length): number {
    return this.findHash(hashText(text, start, end));
  }

  /** Returns the place of the word with this hash; -1 for an unknown one. */
  findHash(hash: number): number {
    const wanted = hash >>> 0 || 1;
    let place = hash & this.#mask;
    for (let word = this.#words[place]!; word !== 0; word = this.#words[place]!) {
      if (word === wanted) return place;
      place = (place + 1) & this.#mask;
    }
    return -1;
  }

  /** Returns a number that is the same for words that share a vector. */
  row(place: number): number {
    return this.#rowOf[place]!;
  }

  /** Returns the share of all words that are this one, in [0, 1]. */
  frequency(place: number): number {
    return FREQUENCIES[this.#rarity[place]!]!;
  }

  /** Adds a word's vector, of length 1, times `weight` to a sum, from `at` on. */
  add(place: number, weight: number, sum: Float32Array | Float64Array, at = 0): void {
    this.addRow(this.#rowOf[place]!, weight, sum, at);
  }

  /** Returns how many vectors there are. */
  get rows(): number {
    return this.#steps.length;
  }

  /** Adds a vector by its number, as {@link add} adds a word's. */
  addRow(row: number, weight: number, sum: Float32Array | Float64Array, at = 0): void {
    const size = this.dimensions;
    const scale = weight * this.#steps[row]!;
    const from = row * size;
    for (let d = 0; d < size; d++) sum[at + d]! += scale * this.#rows[from + d]!;
  }
}

/** Returns the word vectors of a packed file. */
export function readWordVectors(bytes: Uint8Array): WordVectors {
  return new WordVectors(unpack(WORD_VECTORS, bytes).columns);
}
