import type { Range } from "../../model/span.ts";
import type { Tokens } from "../../model/tokens.ts";
import type { GrowingHashes, GrowingIds } from "../../words/growing-ids.ts";
import { HASH_START, hashEnd, hashOn } from "../../words/hash-text.ts";
import { lettersByUnit } from "../../words/letters.ts";
import { Is } from "../../words/token-bits.ts";
import type { TokenClasses } from "../../words/token-classes.ts";

/** Seeds that keep the kinds of n-grams apart. */
const Seed = { word: 0x51ed270b, pair: 0x2c1b3c6d, triple: 0x1f83d9ab, letters: 0x165667b1 } as const;
/** What stands for the beginning and the end of a wording, the end of a sentence, and any figure. */
const Mark = { begin: 0x02, end: 0x03, sentence: 0x04, figure: 0x30 } as const;
const LONGEST = 4;
const CONTENT = Is.noun | Is.verb | Is.adjective | Is.adverb;

/** The hashed n-grams of a wording, and the words that carry what it speaks of; one is reused for many texts. */
export interface Wording {
  /** Letters 1–4 and dictionary forms 1–3, the ends of sentences marked. */
  readonly grams: GrowingIds;
  /** Hashes of its content words, as `WordVectors` knows them. */
  readonly words: GrowingHashes;
}

/** Fills `wording` with the n-grams of the given parts of a text. */
export function collectWording(
  tokens: Tokens,
  ranges: readonly Range[],
  classes: TokenClasses,
  { grams, words }: Wording,
): void {
  grams.length = words.length = 0;
  collectWords(tokens, ranges, classes, { grams, words });
  collectLetters(tokens.text, ranges, grams);
}

function collectWords(
  tokens: Tokens,
  ranges: readonly Range[],
  classes: TokenClasses,
  { grams, words }: Wording,
): void {
  let before: number = Mark.begin;
  let last: number = Mark.begin;
  const add = (hash: number, alone: boolean): void => {
    if (alone) grams.push(hash ^ Seed.word);
    const pair = Math.imul(last, 0x9e3779b1) ^ hash;
    grams.push(pair ^ Seed.pair);
    grams.push(Math.imul(before, 0x85ebca77) ^ pair ^ Seed.triple);
    before = last;
    last = hash;
  };
  for (const { start, end } of ranges) {
    for (let row = tokens.indexAt(start); row < tokens.length && tokens.start(row) < end; row++) {
      if (row < 0) continue;
      const bits = classes.bits(tokens, row);
      if ((bits & (Is.comma | Is.bracket)) !== 0) continue;
      if ((bits & Is.number) !== 0) {
        if (last !== Mark.figure) add(Mark.figure, true);
        continue;
      }
      if ((bits & Is.period) !== 0) {
        if (last !== Mark.sentence) add(Mark.sentence, false);
        continue;
      }
      const hash = hashOfWord(tokens, row, bits);
      if (hash === last && hash === before) continue;
      if ((bits & CONTENT) !== 0 && (bits & Is.dependent) === 0) words.push(hash);
      add(hash, true);
    }
  }
  add(Mark.end, false);
}

function hashOfWord(tokens: Tokens, row: number, bits: number): number {
  if ((bits & Is.inflected) === 0) return hashEnd(hashOn(HASH_START, tokens.text, tokens.start(row), tokens.end(row)));
  const lemma = tokens.lemma(row);
  return hashEnd(hashOn(HASH_START, lemma, 0, lemma.length));
}

/** Adds runs of 1 to 4 letters; the ends of sentences are letters too. */
function collectLetters(text: string, ranges: readonly Range[], grams: GrowingIds): void {
  const letterOf = lettersByUnit();
  const run = [0, 0, 0, 0];
  let length = 0;
  const add = (code: number): void => {
    if (code === run[3] && code === run[2]) return;
    run[0] = run[1]!;
    run[1] = run[2]!;
    run[2] = run[3]!;
    run[3] = code;
    if (length < LONGEST) length++;
    let hash: number = Seed.letters;
    for (let back = 1; back <= length; back++) {
      hash = Math.imul(hash ^ run[LONGEST - back]!, 0x01000193);
      grams.push(hash ^ back);
    }
  };
  add(Mark.begin);
  for (const { start, end } of ranges)
    for (let i = start; i < end; i++) {
      const code = codeOf(text.charCodeAt(i), letterOf);
      if (code === 0 || (code <= Mark.figure && code === run[3])) continue;
      add(code);
    }
  add(Mark.end);
}

/** Returns the letter or mark that a code unit is read as; 0 for what is passed over. */
function codeOf(unit: number, letterOf: Uint16Array): number {
  const letter = letterOf[unit]!;
  if (letter >= 0x30 && letter <= 0x39) return Mark.figure;
  if (letter !== 0) return letter;
  switch (unit) {
    case 0x3f:
    case 0xff1f:
      return 0x3f;
    case 0x21:
    case 0xff01:
      return 0x21;
    case 0x2026:
      return 0x2026;
    case 0x3002:
    case 0x0a:
      return Mark.sentence;
    default:
      return 0;
  }
}
