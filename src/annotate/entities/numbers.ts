import type { EntityLabel } from "../../model/layers.ts";
import type { Range } from "../../model/span.ts";
import { isDigit, isLatin } from "../../words/characters.ts";
import { type NumberWords, Opens } from "./number-words.ts";
import { endOf, type Numeral, readNumeral, roughEnd } from "./numeral.ts";
import type { EntitySpan } from "./span.ts";

/** Behind a number with 番 these make a name of it: 一番街, 三番館. */
const NAMED = /^番[街館町星槍鶏茶出風]/;
const TRAILER = /目|台|差|分|以上(?=の差)/y;

type IsBoundary = (offset: number) => boolean;

/**
 * Returns numbers with what they count: QUANTITY, MONEY, PERCENT, ORDINAL, and a few words that are numbers (半分, 初代).
 *
 * A number inside a name of Latin letters (F-35, Mi-24) is left alone. `taken` are spans that dates hold already.
 */
export function findNumbers(
  folded: string,
  words: NumberWords,
  taken: readonly Range[],
  isBoundary: IsBoundary,
): EntitySpan[] {
  const found: EntitySpan[] = [];
  let next = 0;
  for (let at = 0; at < folded.length; at++) {
    while (next < taken.length && taken[next]!.end <= at) next++;
    if (next < taken.length && taken[next]!.start <= at) {
      at = taken[next]!.end - 1;
      continue;
    }
    if (at > 0 && isDigit(folded.charCodeAt(at)) && isDigit(folded.charCodeAt(at - 1))) continue;
    const span = readNumber(folded, at, words, isBoundary);
    if (span === null) continue;
    found.push(span);
    at = span.end - 1;
  }
  return found;
}

function readNumber(text: string, at: number, words: NumberWords, isBoundary: IsBoundary): EntitySpan | null {
  const opens = words.openers[text.charCodeAt(at)]!;
  if (opens === 0) return null;
  const word = (opens & (Opens.word | Opens.currency)) === 0 ? null : readWord(text, at, words, isBoundary);
  if (word !== null) return word;
  const numeral = (opens & (Opens.numeral | Opens.sign)) === 0 ? null : readNumeral(text, at, opens, isBoundary);
  if (numeral === null) return null;
  if (numeral.money) return spanOf(at, numeral.end, "MONEY", 0.9);
  const rough = roughEnd(text, at);
  if (rough > at && words.units.longest(text, rough, () => true) >= 0) {
    const label = words.labels[words.units.longest(text, rough, () => true)]!;
    return withUnit(text, { ...numeral, end: rough }, { label, end: words.units.matchEnd }, isBoundary);
  }
  const unit = words.units.longest(text, numeral.end, () => true);
  return unit < 0
    ? withoutUnit(text, numeral)
    : withUnit(text, numeral, { label: words.labels[unit]!, end: words.units.matchEnd }, isBoundary);
}

function spanOf(start: number, end: number, label: EntityLabel, confidence: number): EntitySpan {
  return { start, end, label, by: "number-grammar", confidence };
}

/** A word that is a number by itself, or a currency. */
function readWord(text: string, at: number, words: NumberWords, isBoundary: IsBoundary): EntitySpan | null {
  // 準優勝 and 準決勝 count nothing.
  if (!isBoundary(at) || text[at - 1] === "準") return null;
  for (const [word, label] of words.whole)
    if (text.startsWith(word, at) && isBoundary(at + word.length)) return spanOf(at, at + word.length, label, 0.7);
  const currency = endOf(words.currencies, text, at);
  return currency > at && isBoundary(currency) ? spanOf(at, currency, "MONEY", 0.6) : null;
}

/** A number that counts nothing: 第三, or digits that are no part of a name, a version or a list. */
function withoutUnit(text: string, { start, end, arabic, ordinal }: Numeral): EntitySpan | null {
  if (ordinal) return spanOf(start, end, "ORDINAL", 0.6);
  if (!arabic || isLatin(text.charCodeAt(end)) || text.charCodeAt(end) === 0x2d) return null;
  const isFraction = text.slice(start, end).includes("/");
  if (start > 0 && !isFraction && /[一-龠ァ-ヶー〒]/.test(text[start - 1]!)) return null;
  if (isVersion(text, start, end) || isListNumber(text, start, end)) return null;
  return spanOf(start, end, "QUANTITY", 0.5);
}

/** A number with what it counts, and what may follow that: 三人目, 5点差. */
function withUnit(
  text: string,
  { start, arabic, ordinal }: Numeral,
  unit: { readonly label: EntityLabel; readonly end: number },
  isBoundary: IsBoundary,
): EntitySpan | null {
  if (NAMED.test(text.slice(unit.end - 1, unit.end + 1))) return null;
  // 2L of 2LDK counts nothing.
  if (isLatin(text.charCodeAt(unit.end - 1)) && isLatin(text.charCodeAt(unit.end))) return null;
  if (ordinal && text[unit.end - 1] === "条") return spanOf(start, unit.end, "LAW", 0.6);
  const exact = unit.label === "MONEY" || unit.label === "PERCENT";
  const after = exact ? unit.end : endOf(TRAILER, text, unit.end);
  // 一つ差し出す holds no 差.
  const end = arabic || isBoundary(after) ? after : unit.end;
  if (!arabic && !isBoundary(end)) return null;
  const counts = end > unit.end && text[end - 1] === "目";
  return spanOf(start, end, ordinal || counts ? "ORDINAL" : unit.label, arabic ? 0.9 : 0.75);
}

/** Whether a number with a point stands after a word in Latin letters (iOS 17.4, CC BY 4.0), or has two points. */
function isVersion(text: string, at: number, end: number): boolean {
  const spaced = text[at - 1] === " " && isLatin(text.charCodeAt(at - 2));
  return (spaced && text.slice(at, end).includes(".")) || (text[end] === "." && isDigit(text.charCodeAt(end + 1)));
}

/** Whether a number opens a line as its place in a list: `1. `, `(2) `. */
function isListNumber(text: string, at: number, end: number): boolean {
  const open = text[at - 1] === "(" ? at - 1 : at;
  return (open === 0 || text[open - 1] === "\n") && /^[.)] /.test(text.slice(end, end + 2));
}
