import type { Tokens } from "../../../model/tokens.ts";
import { foldUnit } from "../lexicon/fold.ts";
import { Is } from "../rules/token-classes.ts";

/** Number of hashed features: a power of two. */
export const SLOTS = 1 << 18;
/** Longest character n-gram. */
const LONGEST = 4;
const WORD_SEED = 0x51ed270b;
const PAIR_SEED = 0x2c1b3c6d;
const EDGE = 0x02;
const DIGIT = 0x30;

/** The hashed n-grams of a stretch of text; one is reused for many texts. */
export class Slots {
  /** Feature of each n-gram, in the order of the text. */
  ids = new Int32Array(4096);
  /** Token row that each n-gram begins in. */
  rows = new Int32Array(4096);
  length = 0;
  #codes = new Uint16Array(1024);
  #rowOf = new Int32Array(1024);

  /**
   * Collects the n-grams of tokens `[first, last)`: characters 1 to 4 across words, and lemmas and pairs of lemmas.
   *
   * Width and case are folded, every digit is 0; hashing follows Weinberger et al. 2009.
   */
  collect(tokens: Tokens, classes: Int32Array, first: number, last: number): void {
    this.length = 0;
    if (last <= first) return;
    const { text } = tokens;
    const longest = tokens.end(last - 1) - tokens.start(first) + 2;
    this.#reserve(longest, (longest + 2) * (LONGEST + 2));
    const codes = this.#codes;
    const rowOf = this.#rowOf;
    const { ids, rows } = this;
    let count = 0;
    codes[count] = EDGE;
    rowOf[count++] = first;
    let previous = EDGE;
    let length = 0;
    for (let row = first; row < last; row++) {
      const end = tokens.end(row);
      let hash = WORD_SEED;
      for (let i = tokens.start(row); i < end; i++) {
        let code = foldUnit(text.charCodeAt(i));
        if (code === 0 || code === 10 || code === 13 || code === 0x3000 || code === 32) continue;
        if (code >= 0x30 && code <= 0x39) code = DIGIT;
        codes[count] = code;
        rowOf[count++] = row;
        hash = Math.imul(hash ^ code, 0x01000193);
      }
      if ((classes[row]! & Is.inflected) !== 0) {
        const lemma = tokens.lemma(row);
        hash = WORD_SEED;
        for (let i = 0; i < lemma.length; i++) hash = Math.imul(hash ^ foldUnit(lemma.charCodeAt(i)), 0x01000193);
      }
      ids[length] = scramble(hash);
      rows[length++] = row;
      ids[length] = scramble(Math.imul(previous, 0x9e3779b1) ^ hash ^ PAIR_SEED);
      rows[length++] = row;
      previous = hash;
    }
    codes[count] = EDGE;
    rowOf[count++] = last - 1;
    for (let i = 0; i < count; i++) {
      let hash = 0x811c9dc5;
      const stop = Math.min(i + LONGEST, count);
      for (let j = i; j < stop; j++) {
        hash = Math.imul(hash ^ codes[j]!, 0x01000193);
        ids[length] = scramble(hash ^ (j - i));
        rows[length++] = rowOf[i]!;
      }
    }
    this.length = length;
  }

  #reserve(characters: number, features: number): void {
    if (this.#codes.length < characters) {
      this.#codes = new Uint16Array(characters * 2);
      this.#rowOf = new Int32Array(characters * 2);
    }
    if (this.ids.length < features) {
      this.ids = new Int32Array(features * 2);
      this.rows = new Int32Array(features * 2);
    }
  }
}

function scramble(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & (SLOTS - 1);
}
