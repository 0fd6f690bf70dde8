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

  collect(tokens: Tokens, first: number, last: number, { words, change }: Proposition, classes: TokenClasses): void {
    this.length = this.things = this.acts = 0;
    if (last <= first) return;
    const { text } = tokens;
    const longest = tokens.end(last - 1) - tokens.start(first) + 2;
    this.#reserve(longest, longest * 8 + 8);
    const codes = this.#codes;
    const { ids } = this;
    const letterOf = lettersByUnit();
    const cross = Math.imul(CROSSED, CHANGES.indexOf(change) + 1);
    let count = 0;
    let n = 0;
    codes[count++] = EDGE;
    let previous = EDGE;
    let before = EDGE;
    for (let row = first; row < last; row++) {
      const own = classes.bits(tokens, row);
      let hash = WORD;
      if ((own & (Is.comma | Is.bracket)) !== 0) continue;
      let code = 0;
      if ((own & Is.number) !== 0) code = FIGURE;
      else if ((own & Is.propername) !== 0) code = NAME;
      const lemma = code === 0 && (own & (Is.noun | Is.verb | Is.adjective)) !== 0 ? tokens.lemma(row) : "";
      if (lemma !== "") {
        const act = words.get(lemma);
        if (act === true) {
          this.acts++;
          code = ACT;
        } else if (act === false) {
          this.things++;
          code = THING;
        } else if (lemma === "反対" || lemma === "賛成") code = VERDICT;
      }
      if (code !== 0) {
        if (codes[count - 1] === code) continue;
        codes[count++] = code;
        hash = Math.imul(hash ^ code, 0x01000193);
      } else {
        const end = tokens.end(row);
        for (let i = tokens.start(row); i < end; i++) {
          const letter = letterOf[text.charCodeAt(i)]!;
          if (letter === 0 || (letter === codes[count - 1] && letter === codes[count - 2])) continue;
          codes[count++] = letter;
          hash = Math.imul(hash ^ letter, 0x01000193);
        }
        if (hash === WORD) {
          if ((own & Is.period) !== 0 || (own & Is.symbol) !== 0) {
            ids[n++] = scramble(Math.imul(before, 0x9e3779b1) ^ previous ^ LAST);
            if (codes[count - 1] !== EDGE) codes[count++] = EDGE;
            before = previous = EDGE;
          }
          continue;
        }
        if ((own & Is.inflected) !== 0) {
          const l = tokens.lemma(row);
          hash = WORD;
          for (let i = 0; i < l.length; i++) hash = Math.imul(hash ^ letterOf[l.charCodeAt(i)]!, 0x01000193);
        }
      }
      ids[n++] = scramble(hash);
      const pair = Math.imul(previous, 0x9e3779b1) ^ hash ^ PAIR;
      ids[n++] = scramble(pair);
      ids[n++] = scramble(hash ^ cross);
      before = previous;
      previous = hash;
    }
    if (previous !== EDGE) ids[n++] = scramble(Math.imul(before, 0x9e3779b1) ^ previous ^ LAST);
    codes[count++] = EDGE;
    for (let i = 0; i + 1 < count; i++) {
      let hash = Math.imul(0x811c9dc5 ^ codes[i]!, 0x01000193);
      hash = Math.imul(hash ^ codes[i + 1]!, 0x01000193);
      ids[n++] = scramble(hash ^ 1);
      if (i + 2 === count) break;
      hash = Math.imul(hash ^ codes[i + 2]!, 0x01000193);
      ids[n++] = scramble(hash ^ 2);
    }
    this.length = n;
  }

  #reserve(characters: number, features: number): void {
    if (this.#codes.length < characters) this.#codes = new Uint16Array(characters * 2);
    if (this.ids.length < features) this.ids = new Int32Array(features * 2);
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
