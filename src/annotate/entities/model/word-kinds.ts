import { type PackedColumns, unpack } from "../../../words/packed.ts";

/** Word kinds as they are packed. */
export const WORD_KINDS = {
  kind: "word kinds",
  version: 2,
  columns: {
    /** Where the words begin whose hash has each lower half; one more for the end of the last. */
    places: "uint32",
    /** The upper half of a word's hash, and below it the word's kind, from 1; by the lower half. */
    words: "uint32",
    /** Family of each kind, from 1; 0 for kind 0. */
    families: "uint8",
  },
} as const;

/**
 * What kind of thing a word speaks of, by the company it keeps in a large text: words in few hundred kinds, these in families.
 *
 * A word is told by all 32 bits of its hash. Words with the same lower half stand side by side, some seven of them, so that
 * a look-up reads two places of memory, and nothing is kept free.
 */
export class WordKinds {
  readonly #places: Uint32Array;
  readonly #words: Uint32Array;
  readonly #families: Uint8Array;

  constructor({ places, words, families }: PackedColumns<typeof WORD_KINDS>) {
    this.#places = places;
    this.#words = words;
    this.#families = families;
  }

  /** Returns the kind of a word by its hash; 0 for an unknown one. */
  of(hash: number): number {
    const mark = hash >>> 16;
    const low = hash & 0xffff;
    const end = this.#places[low + 1]!;
    for (let place = this.#places[low]!; place < end; place++) {
      const word = this.#words[place]!;
      if (word >>> 16 === mark) return word & 0xffff;
    }
    return 0;
  }

  /** Returns the family of a kind; 0 for kind 0. */
  familyOf(kind: number): number {
    return this.#families[kind]!;
  }
}

/** Returns the word kinds of a packed file. */
export function readWordKinds(bytes: Uint8Array): WordKinds {
  return new WordKinds(unpack(WORD_KINDS, bytes).columns);
}
