import type { GrowingIds } from "../../words/growing-ids.ts";
import { hashOn } from "../../words/hash-text.ts";
import { Is } from "../../words/token-bits.ts";
import { namesSelf, type Piece } from "./piece.ts";

const SEED = 0x3c6ef372;
const BEFORE = 0x1234567;
const NEXT = 0x7654321;
const MARKS = Is.symbol | Is.period | Is.comma | Is.bracket;
/** Words at the end of the piece before, and at the head of what follows, that are looked at. */
const WORDS_BEFORE = 4;
const WORDS_BEHIND = 2;

/** Which sentence of its unit a piece is of. */
const Place = { only: 0, first: 1, last: 2, between: 3 } as const;

/** Adds where a piece stands: its place, what kind of unit it is of, how the piece before ends and what follows begins. */
export function collectSetting(piece: Piece, ids: GrowingIds): void {
  const { sentences, unitLatin, unitLength, last, sentenceLast } = piece;
  const fact = (number: number, value: number) =>
    ids.push(SEED ^ Math.imul(number + 1, 0x01000193) ^ Math.imul(value, 0x9e3779b1));
  fact(0, placeOf(piece));
  fact(1, Math.min(4, Math.floor(Math.log2(sentences))));
  fact(2, unitLatin);
  fact(3, unitLength);
  fact(4, last === sentenceLast ? 1 : 0);
  fact(5, namesSelf(piece, piece.sentenceFirst, piece.first) ? 1 : 0);
  endBefore(piece, ids);
  headBehind(piece, ids);
}

function placeOf({ sentence, sentences }: Piece): number {
  if (sentences === 1) return Place.only;
  if (sentence === 0) return Place.first;
  return sentence === sentences - 1 ? Place.last : Place.between;
}

/** The forms of the last words of the piece before, two at least. */
function endBefore({ tokens, bits, forms, beforeFirst, beforeLast }: Piece, ids: GrowingIds): void {
  let form = BEFORE;
  for (let row = beforeLast - 1, n = 0; row >= beforeFirst && n < WORDS_BEFORE; row--) {
    if ((bits[row]! & MARKS) !== 0) continue;
    form = Math.imul(form ^ forms.hash(tokens, row), 0x01000193) ^ (form >>> 15);
    if (++n > 1) ids.push(form);
  }
}

/** The first words of what follows in the unit. */
function headBehind({ tokens, bits, last }: Piece, ids: GrowingIds): void {
  let hash = NEXT;
  let n = 0;
  for (let row = last; row < tokens.length && n < WORDS_BEHIND; row++) {
    if ((bits[row]! & MARKS) !== 0) continue;
    hash = hashOn(hash, tokens.text, tokens.start(row), tokens.end(row));
    ids.push(hash);
    n++;
  }
  if (n === 0) ids.push(hash);
}
