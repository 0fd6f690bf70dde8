import type { GrowingHashes, GrowingIds } from "../../words/growing-ids.ts";
import { HASH_START, hashEnd, hashOn } from "../../words/hash-text.ts";
import { lettersByUnit } from "../../words/letters.ts";
import { Is } from "../../words/token-bits.ts";
import type { Piece } from "./piece.ts";
import { collectSetting } from "./setting-features.ts";
import { JOINTS } from "./words.ts";

/** Seeds that keep the kinds of features apart. */
const Seed = {
  word: 0x51ed270b,
  pair: 0x2c1b3c6d,
  pairOfLetters: 0x165667b1,
  letters: 0x27d4eb2f,
  tail: 0x1b873593,
  tailWords: 0x7feb352d,
  head: 0x5bd1e995,
  fact: 0x3243f6a9,
} as const;

/** Letters at the end, and words at the head and at the end, that are weighed: what a piece does shows there. */
const LAST_LETTERS = 24;
const HEAD_WORDS = 4;
const LAST_WORDS = 14;
/** Characters of a tail, at most. */
const TAIL = 7;
const FIGURE = 0x30;
/** Bits by which the ends of pieces are compared: parts of speech and forms. */
const FORM =
  Is.noun |
  Is.verb |
  Is.adjective |
  Is.adverb |
  Is.particle |
  Is.auxiliary |
  Is.symbol |
  Is.interjection |
  Is.dependent |
  Is.final |
  Is.continuative |
  Is.conjunctive |
  Is.case |
  Is.topic |
  Is.sahen |
  Is.na |
  Is.number;

/** The features of a piece; one is reused for many. */
export interface KindFeatures {
  readonly ids: GrowingIds;
  /** How many of them are seen once. */
  once: number;
  /** Hashes of the dictionary forms of content words, as `WordVectors` knows them. */
  readonly words: GrowingHashes;
}

/**
 * Fills a list with the hashed features of a piece: first what is seen of it once (its end, its head, its marks, where it
 * stands), then words, pairs of words and letters. The first are summed as they are, the others divided by the square root of their number.
 */
export function collectFeatures(piece: Piece, found: KindFeatures): void {
  const { ids } = found;
  ids.length = found.words.length = 0;
  facts(piece, ids);
  tail(piece, ids);
  collectSetting(piece, ids);
  found.once = ids.length;
  words(piece, found);
  letters(piece, ids);
}

function facts(piece: Piece, ids: GrowingIds): void {
  const { bits, first, last, letters, native, digits } = piece;
  const fact = (number: number, value: number) =>
    ids.push(Seed.fact ^ Math.imul(number + 1, 0x01000193) ^ Math.imul(value, 0x9e3779b1));
  fact(0, 0);
  fact(1, Math.min(6, Math.floor(Math.log2(1 + letters))));
  const ending = (piece.asked ? 1 : 0) + (piece.cried ? 2 : 0) + (piece.laughed ? 4 : 0);
  fact(2, ending);
  fact(3, piece.joint === null ? 0 : 1 + JOINTS.indexOf(piece.joint));
  if (digits > 0) fact(4, 1);
  if (native * 2 < letters) fact(5, 1);
  const told = tellTale(piece);
  if ((told & Told.self) !== 0) fact(6, (told & Told.past) !== 0 ? 2 : 1);
  if ((told & Told.past) !== 0) fact(7, piece.asked ? 2 : 1);
  if ((told & Told.wish) !== 0) fact(8, 1);
  if (first < last) fact(9, (bits[first]! & FORM) | 0);
}

const Told = { self: 1, past: 2, wish: 4 } as const;

/** Returns whether the writer is named, and what the helpers of verbs tell: bits of `Told`. */
function tellTale({ tokens, bits, words, first, last }: Piece): number {
  let told = 0;
  for (let row = first; row < last; row++) {
    const bit = bits[row]!;
    const [start, end] = [tokens.start(row), tokens.end(row)];
    if ((bit & Is.noun) !== 0 && words.self.get(tokens.text, start, end) === true) told |= Told.self;
    if ((bit & Is.auxiliary) === 0) continue;
    const code = tokens.text.charCodeAt(start);
    if (end === start + 1 && (code === TA || code === DA)) told |= Told.past;
    else if (code === TA) told |= Told.wish;
  }
  return told;
}

const TA = "た".charCodeAt(0);
const DA = "だ".charCodeAt(0);

/** The last letters and the last words, before marks. */
function tail({ tokens, bits, forms, first, coreLast, start, coreEnd, asked }: Piece, ids: GrowingIds): void {
  const letterOf = lettersByUnit();
  const seed = asked ? Seed.tail ^ 0x55555555 : Seed.tail;
  let hash: number = seed;
  let count = 0;
  for (let i = coreEnd - 1; i >= start && count < TAIL; i--) {
    const code = letterOf[tokens.text.charCodeAt(i)]!;
    if (code === 0) break;
    hash = Math.imul(hash ^ code, 0x01000193);
    ids.push(hash ^ ++count);
  }
  let form: number = Seed.tailWords;
  for (let row = coreLast - 1, n = 0; row >= first && n < 3; row--, n++) {
    form = Math.imul(form ^ forms.hash(tokens, row), 0x01000193) ^ (form >>> 15);
    ids.push(form);
    // Function words by themselves, content words by their class.
    form = isContent(bits[row]!) ? form : hashOn(form, tokens.text, tokens.start(row), tokens.end(row));
    ids.push(form ^ 1);
  }
}

function isContent(bit: number): boolean {
  return (bit & (Is.noun | Is.verb | Is.adjective | Is.adverb)) !== 0 && (bit & Is.dependent) === 0;
}

function words({ tokens, bits, first, last }: Piece, { ids, words: known }: KindFeatures): void {
  let previous: number = Seed.head;
  for (let row = first; row < last; row++) {
    if (row === first + HEAD_WORDS && last - LAST_WORDS > row) row = last - LAST_WORDS;
    const bit = bits[row]!;
    if ((bit & (Is.comma | Is.period | Is.bracket)) !== 0) continue;
    let hash = HASH_START;
    if ((bit & Is.number) !== 0) hash ^= FIGURE;
    else if ((bit & Is.inflected) !== 0) {
      const lemma = tokens.lemma(row);
      hash = hashOn(hash, lemma, 0, lemma.length);
    } else hash = hashOn(hash, tokens.text, tokens.start(row), tokens.end(row));
    if (isContent(bit)) known.push(hashEnd(hash));
    ids.push(hash ^ Seed.word);
    ids.push(Math.imul(previous, 0x9e3779b1) ^ hash ^ Seed.pair);
    previous = hash;
  }
}

/** Pairs and triples of letters across words, of the last letters. */
function letters({ tokens: { text }, start, end, coreEnd }: Piece, ids: GrowingIds): void {
  const letterOf = lettersByUnit();
  let before = 2;
  let last = 2;
  for (let i = Math.max(start, coreEnd - LAST_LETTERS); i <= end; i++) {
    const code = i === end ? 2 : letterOf[text.charCodeAt(i)]!;
    if (code === 0 || (code === last && code === before)) continue;
    const pair = Math.imul(Math.imul(Seed.pairOfLetters ^ last, 0x01000193) ^ code, 0x01000193);
    ids.push(pair);
    ids.push(Math.imul(Math.imul(pair ^ Seed.letters, 0x01000193) ^ before, 0x01000193));
    before = last;
    last = code;
  }
}
