import { type PackedColumns, unpack } from "../../../words/packed.ts";
import { markOf } from "./hash.ts";

/** Word kinds as they are packed. */
export const WORD_KINDS = {
  kind: "word kinds",
  version: 1,
  columns: {
    /** The upper half of a word's hash, never 0, and below it the word's kind, from 1; 0 where the table is free. */
    words: "uint32",
    /** Family of each kind, from 1; 0 for kind 0. */
    families: "uint8",
  },
} as const;

/**
 * What kind of thing a word speaks of, by the company it keeps in a large text: words in few hundred kinds, these in families.
 *
 * The lower bits of a word's hash choose its place, the upper 16 tell words apart: one in 65536 strangers is mistaken for a word.
 */
export class WordKinds {
  readonly #words: Uint32Array;
  readonly #families: Uint8Array;
  readonly #mask: number;

  constructor({ words, families }: PackedColumns<typeof WORD_KINDS>) {
    this.#words = words;
    this.#families = families;
    this.#mask = words.length - 1;
  }

  /** Returns the kind of a word by its hash; 0 for an unknown one. */
  of(hash: number): number {
    const mark = markOf(hash);
    let slot = hash & this.#mask;
    for (let word = this.#words[slot]!; word !== 0; word = this.#words[slot]!) {
      if (word >>> 16 === mark) return word & 0xffff;
      slot = (slot + 1) & this.#mask;
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
