import type { Tokens } from "../../../model/tokens.ts";
import { foldUnit } from "../../../words/fold-unit.ts";
import { lettersByUnit } from "../../../words/letters.ts";
import { Is } from "../../../words/token-bits.ts";
import { type Grams, SLOTS } from "./grams.ts";

const WORD_SEED = 0x51ed270b;
const PAIR_SEED = 0x2c1b3c6d;
const EDGE = 0x02;
const FIGURE = 0x30;
const NAME = 0x03;
/** Kana and kanji stand from here on; letters and figures of other scripts below. */
const FIRST_KANA = 0x3005;
/** Polite endings and marks say more of who writes than of what is felt. */
const SILENT = Is.polite | Is.period | Is.comma | Is.bracket;

/** The hashed n-grams of a stretch of text; one is reused for many texts. */
export class Slots implements Grams {
  /** Feature of each n-gram, in the order of the text. */
  ids = new Int32Array(512);
  length = 0;
  letters = 0;
  native = 0;
  #codes = new Uint16Array(128);

  /**
   * Collects the n-grams of tokens `[first, last)`: characters 2 and 3 across words, and lemmas and pairs of lemmas;
   * longer ones learned the habits of the writers.
   *
   * Width and case are folded, and so are runs of one letter; a figure is one 0, a known name one placeholder, so that no name carries a feeling of its
   * own; です, ます and all marks are left out. Hashing follows Weinberger et al. 2009.
   */
  collect(tokens: Tokens, classes: Int32Array, first: number, last: number): void {
    this.length = this.letters = this.native = 0;
    if (last <= first) return;
    const { text } = tokens;
    const longest = tokens.end(last - 1) - tokens.start(first) + 2;
    this.#reserve(longest, longest * 4);
    const codes = this.#codes;
    const { ids } = this;
    const letterOf = lettersByUnit();
    let count = 0;
    let letters = 0;
    let native = 0;
    codes[count++] = EDGE;
    let previous = EDGE;
    let length = 0;
    for (let row = first; row < last; row++) {
      const own = classes[row]!;
      if ((own & SILENT) !== 0) continue;
      let hash = WORD_SEED;
      const masked = (own & Is.number) !== 0 ? FIGURE : (own & Is.knownName) !== 0 ? NAME : 0;
      if (masked !== 0) {
        // 3,5 and 35 alike are one figure; two names in a row are one.
        if (codes[count - 1] === masked) continue;
        codes[count++] = masked;
        hash = Math.imul(hash ^ masked, 0x01000193);
      } else {
        const end = tokens.end(row);
        for (let i = tokens.start(row); i < end; i++) {
          const code = letterOf[text.charCodeAt(i)]!;
          // ああああ is ああ; so is あああああああ.
          if (code === 0 || (code === codes[count - 1] && code === codes[count - 2])) continue;
          codes[count++] = code;
          letters++;
          if (code >= FIRST_KANA) native++;
          hash = Math.imul(hash ^ code, 0x01000193);
        }
        if (hash === WORD_SEED) continue;
        if ((own & Is.inflected) !== 0) {
          const lemma = tokens.lemma(row);
          hash = WORD_SEED;
          for (let i = 0; i < lemma.length; i++) hash = Math.imul(hash ^ foldUnit(lemma.charCodeAt(i)), 0x01000193);
        }
      }
      ids[length++] = scramble(hash);
      ids[length++] = scramble(Math.imul(previous, 0x9e3779b1) ^ hash ^ PAIR_SEED);
      previous = hash;
    }
    codes[count++] = EDGE;
    for (let i = 0; i + 1 < count; i++) {
      let hash = Math.imul(0x811c9dc5 ^ codes[i]!, 0x01000193);
      hash = Math.imul(hash ^ codes[i + 1]!, 0x01000193);
      ids[length++] = scramble(hash ^ 1);
      if (i + 2 === count) break;
      hash = Math.imul(hash ^ codes[i + 2]!, 0x01000193);
      ids[length++] = scramble(hash ^ 2);
    }
    this.length = length;
    this.letters = letters;
    this.native = native;
  }

  #reserve(characters: number, features: number): void {
    if (this.#codes.length < characters) {
      this.#codes = new Uint16Array(characters * 2);
    }
    if (this.ids.length < features) {
      this.ids = new Int32Array(features * 2);
    }
  }
}

/** Returns the slot of a word's dictionary form, where it is neither a figure nor a name. */
export function wordSlot(lemma: string): number {
  let hash = WORD_SEED;
  for (let i = 0; i < lemma.length; i++) hash = Math.imul(hash ^ foldUnit(lemma.charCodeAt(i)), 0x01000193);
  return scramble(hash);
}

function scramble(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & (SLOTS - 1);
}
