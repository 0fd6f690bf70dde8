import type { Tokens } from "../../model/tokens.ts";
import type { GrowingHashes, GrowingIds } from "../../words/growing-ids.ts";
import { HASH_START, hashEnd, hashOn } from "../../words/hash-text.ts";
import { lettersByUnit } from "../../words/letters.ts";
import { Is } from "../../words/token-bits.ts";
import type { TokenClasses } from "../../words/token-classes.ts";

/** Seeds that keep the kinds of features apart. */
const Seed = { pair: 0x2c1b3c6d, two: 0x165667b1, three: 0x27d4eb2f } as const;

/** What carries a subject: nouns, verbs, adjectives and adverbs, no figures and no helpers. */
const CONTENT = Is.noun | Is.verb | Is.adjective | Is.adverb | Is.prefix | Is.interjection;
const FIRST_KATAKANA = 0x30a1;

/** The hashed features of a stretch of text and the words in it; one is reused for many. */
export interface Subject {
  /** Words, pairs of words, and pairs and triples of letters. */
  readonly grams: GrowingIds;
  /** Hashes of the dictionary forms of its words, as `WordVectors` knows them. */
  readonly words: GrowingHashes;
}

/** Fills `subject` with what tokens `[first, last)` speak of. */
export function collectSubject(
  tokens: Tokens,
  classes: TokenClasses,
  first: number,
  last: number,
  { grams, words }: Subject,
): void {
  grams.length = words.length = 0;
  let previous = 0;
  for (let row = first; row < last; row++) {
    const bit = classes.bits(tokens, row);
    if ((bit & CONTENT) === 0 || (bit & Is.number) !== 0) continue;
    let state: number = HASH_START;
    if ((bit & Is.inflected) !== 0) {
      const lemma = tokens.lemma(row);
      state = hashOn(state, lemma, 0, lemma.length);
    } else state = hashOn(state, tokens.text, tokens.start(row), tokens.end(row));
    const hash = hashEnd(state);
    words.push(hash);
    grams.push(hash);
    grams.push(Math.imul(previous, 0x9e3779b1) ^ hash ^ Seed.pair);
    previous = hash;
  }
  if (first < last) collectLetters(tokens.text, tokens.start(first), tokens.end(last - 1), grams);
}

/** Adds pairs and triples of letters, of which one at least is no hiragana: those of hiragana are of grammar. */
function collectLetters(text: string, start: number, end: number, grams: GrowingIds): void {
  const letterOf = lettersByUnit();
  let before = 0;
  let last = 0;
  for (let i = start; i < end; i++) {
    const code = letterOf[text.charCodeAt(i)]!;
    if (code !== 0 && last !== 0) {
      const says = code >= FIRST_KATAKANA || last >= FIRST_KATAKANA;
      const pair = Math.imul(Math.imul(Seed.two ^ last, 0x01000193) ^ code, 0x01000193);
      if (says) grams.push(pair);
      if (before !== 0 && (says || before >= FIRST_KATAKANA)) {
        grams.push(Math.imul(Math.imul(pair ^ Seed.three, 0x01000193) ^ before, 0x01000193));
      }
    }
    before = last;
    last = code;
  }
}
