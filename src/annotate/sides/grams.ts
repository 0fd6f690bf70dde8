import type { Tokens } from "../../model/tokens.ts";
import { isDigit, isKana, isSmallLatin } from "../../words/characters.ts";
import { Is } from "../../words/token-bits.ts";
import type { TokenClasses } from "../../words/token-classes.ts";
import { CHANGES } from "./change.ts";
import type { Proposition } from "./proposition.ts";

/** Number of hashed features: a power of two. */
export const SLOTS = 1 << 18;

const WORD = 0x51ed270b;
const PAIR = 0x2c1b3c6d;
const LAST = 0x1f83d9ab;
const CROSSED = 0x5be0cd19;
const EDGE = 0x02;
const FIGURE = 0x30;
const NAME = 0x03;
/** Words of the proposition: what it is about, and what it does with that. */
const THING = 0x04;
const ACT = 0x05;
/** 賛成, 反対: rules read them, since what is said of them turns them. */
const VERDICT = 0x06;
const QUESTION = 0x3f;
const SHOUT = 0x21;
const DOTS = 0x2026;

/** The hashed n-grams of a comment, held against a proposition; one is reused for many texts. */
export class SideGrams {
  /** Feature of each n-gram. */
  ids = new Int32Array(1024);
  length = 0;
  /** Tokens that are words of the proposition: things, acts. */
  things = 0;
  acts = 0;
  #codes = new Uint16Array(256);
  #count = 0;

  /**
   * Fills in the n-grams of a text: lemmas, each also crossed with what the proposition changes, pairs of lemmas, the last
   * two of each sentence, and characters 2 and 3 across words.
   *
   * Width and case are folded, and runs of one letter; figures, names, and words of the proposition are one mark each, so
   * that what is learned of one proposition holds for others. Hashing follows Weinberger et al. 2009.
   */
  collect(tokens: Tokens, proposition: Proposition, classes: TokenClasses): void {
    this.length = this.things = this.acts = this.#count = 0;
    this.#reserve(tokens.text.length + 2);
    this.#words(tokens, proposition, classes);
    this.#characters();
  }

  #words(tokens: Tokens, { words, change }: Proposition, classes: TokenClasses): void {
    const { ids } = this;
    const cross = Math.imul(CROSSED, CHANGES.indexOf(change) + 1);
    let previous = EDGE;
    let before = EDGE;
    this.#codes[this.#count++] = EDGE;
    for (let row = 0; row < tokens.length; row++) {
      const bits = classes.bits(tokens, row);
      if ((bits & (Is.comma | Is.bracket)) !== 0) continue;
      const mark = this.#markOf(tokens, row, bits, words);
      if (mark !== 0 && this.#codes[this.#count - 1] === mark) continue;
      const hash = mark === 0 ? this.#spell(tokens, row, bits) : this.#write(mark);
      if (hash === WORD) {
        if ((bits & Is.symbol) === 0) continue;
        ids[this.length++] = scramble(Math.imul(before, 0x9e3779b1) ^ previous ^ LAST);
        if (this.#codes[this.#count - 1] !== EDGE) this.#codes[this.#count++] = EDGE;
        before = previous = EDGE;
        continue;
      }
      ids[this.length++] = scramble(hash);
      ids[this.length++] = scramble(Math.imul(previous, 0x9e3779b1) ^ hash ^ PAIR);
      ids[this.length++] = scramble(hash ^ cross);
      before = previous;
      previous = hash;
    }
    if (previous !== EDGE) ids[this.length++] = scramble(Math.imul(before, 0x9e3779b1) ^ previous ^ LAST);
    this.#codes[this.#count++] = EDGE;
  }

  /** Returns what stands for a figure, a name or a word of the proposition; 0 for any other token. */
  #markOf(tokens: Tokens, row: number, bits: number, words: Proposition["words"]): number {
    if ((bits & Is.number) !== 0) return FIGURE;
    if ((bits & Is.propername) !== 0) return NAME;
    if ((bits & (Is.noun | Is.verb | Is.adjective)) === 0) return 0;
    const lemma = tokens.lemma(row);
    const act = words.get(lemma);
    if (act === true) this.acts++;
    else if (act === false) this.things++;
    else return lemma === "反対" || lemma === "賛成" ? VERDICT : 0;
    return act ? ACT : THING;
  }

  #write(code: number): number {
    this.#codes[this.#count++] = code;
    return Math.imul(WORD ^ code, 0x01000193);
  }

  /** Writes the letters of a token, and returns the hash of its dictionary form; that of nothing where it has no letter. */
  #spell(tokens: Tokens, row: number, bits: number): number {
    const letterOf = lettersByUnit();
    const codes = this.#codes;
    let hash = WORD;
    for (let i = tokens.start(row); i < tokens.end(row); i++) {
      const letter = letterOf[tokens.text.charCodeAt(i)]!;
      if (letter === 0 || (letter === codes[this.#count - 1] && letter === codes[this.#count - 2])) continue;
      codes[this.#count++] = letter;
      hash = Math.imul(hash ^ letter, 0x01000193);
    }
    if (hash === WORD || (bits & Is.inflected) === 0) return hash;
    const lemma = tokens.lemma(row);
    hash = WORD;
    for (let i = 0; i < lemma.length; i++) hash = Math.imul(hash ^ letterOf[lemma.charCodeAt(i)]!, 0x01000193);
    return hash;
  }

  #characters(): void {
    const { ids } = this;
    const codes = this.#codes;
    for (let i = 0; i + 1 < this.#count; i++) {
      let hash = Math.imul(0x811c9dc5 ^ codes[i]!, 0x01000193);
      hash = Math.imul(hash ^ codes[i + 1]!, 0x01000193);
      ids[this.length++] = scramble(hash ^ 1);
      if (i + 2 === this.#count) break;
      hash = Math.imul(hash ^ codes[i + 2]!, 0x01000193);
      ids[this.length++] = scramble(hash ^ 2);
    }
  }

  #reserve(characters: number): void {
    // An edge may stand after each token, and each character may be one.
    if (this.#codes.length < characters * 2) this.#codes = new Uint16Array(characters * 4);
    if (this.ids.length < characters * 8 + 8) this.ids = new Int32Array(characters * 16);
  }
}

/** What each code unit is folded to, 0 for what is no letter; made when first asked for. */
let madeLetters: Uint16Array | undefined;

function lettersByUnit(): Uint16Array {
  madeLetters ??= Uint16Array.from({ length: 0x10000 }, (_, unit) => {
    let code = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
    if (code >= 0x41 && code <= 0x5a) code += 0x20;
    return isLetter(code) ? code : 0;
  });
  return madeLetters;
}

/** Letters, kana and kanji, and the marks that ask or shout. */
function isLetter(code: number): boolean {
  return (
    isKana(code) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    isSmallLatin(code) ||
    isDigit(code) ||
    (code >= 0xff66 && code <= 0xff9f) ||
    code === 0x3005 ||
    code === QUESTION ||
    code === SHOUT ||
    code === DOTS
  );
}

function scramble(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & (SLOTS - 1);
}
