import type { EntityLabel } from "../../model/layers.ts";
import type { Range } from "../../model/span.ts";
import { isDigit, isLatin } from "../../words/characters.ts";
import { compileWords, LongestMatch } from "../../words/longest-match.ts";
import type { EntitySpan } from "./span.ts";

/** Units and counters, looked up by the longest match, and words that are numbers by themselves (半分, 初代). */
export interface NumberWords {
  readonly units: LongestMatch;
  readonly labels: readonly EntityLabel[];
  readonly whole: readonly (readonly [word: string, label: EntityLabel])[];
  /** Currencies by themselves: 米ドル. */
  readonly currencies: RegExp;
  /** What each code unit can begin. */
  readonly openers: Uint8Array;
}

/** Makes {@link NumberWords} from the rows of `units.tsv` and `number-words.tsv`. */
export function numberWords(
  rows: readonly { unit: string; label: string }[],
  words: readonly { word: string; label: string }[],
  currencies: ReadonlySet<string>,
): NumberWords {
  const whole = words.map(({ word, label }) => [word, label as EntityLabel] as const);
  return {
    units: new LongestMatch(compileWords(rows.map(({ unit }, index) => [unit, index] as const))),
    labels: rows.map(({ label }) => label as EntityLabel),
    whole,
    currencies: new RegExp([...currencies].join("|"), "y"),
    openers: openersOf(
      whole.map(([word]) => word),
      currencies,
    ),
  };
}

const KANJI = "〇一二三四五六七八九十百千万億兆";
const DIGITS = "[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\\.[0-9]+)?";
const NUMBER = new RegExp(`(?:${DIGITS}(?:[数余]?[百千万億兆](?:${DIGITS})?)*|[${KANJI}数]+(?:・[${KANJI}]+)?)`, "y");
const RANGE = /[~〜-](?=[0-9])|(?<=[0-9])対(?=[0-9])/y;
const SYMBOL = /(?:US|A|NZ|HK)?[$¥€£￥](?=[0-9])/y;
const TRAILER = /目|台|差|分|以上(?=の差)/y;

/**
 * Finds numbers with what they count: QUANTITY, MONEY, PERCENT, ORDINAL, and a few words that are numbers (半分, 初代).
 *
 * A number inside a name of Latin letters (F-35, Mi-24) is left alone. `taken` are spans that dates hold already.
 */
export function findNumbers(
  folded: string,
  words: NumberWords,
  taken: readonly Range[],
  isBoundary: (offset: number) => boolean,
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

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function readNumber(
  text: string,
  at: number,
  words: NumberWords,
  isBoundary: (offset: number) => boolean,
): EntitySpan | null {
  const code = text.charCodeAt(at);
  const opens = words.openers[code]!;
  if (opens === 0) return null;
  const span = (end: number, label: EntityLabel, confidence: number): EntitySpan => ({
    start: at,
    end,
    label,
    by: "number-grammar",
    confidence,
  });
  const ordinal = code === 0x7b2c; // 第
  if ((opens & WORD) !== 0) {
    for (const [word, label] of words.whole)
      if (text.startsWith(word, at) && isBoundary(at) && isBoundary(at + word.length))
        return span(at + word.length, label, 0.7);
  }
  if ((opens & CURRENCY) !== 0) {
    const currency = match(words.currencies, text, at);
    if (currency > at && isBoundary(at) && isBoundary(currency)) return span(currency, "MONEY", 0.6);
  }
  if ((opens & (NUMERAL | SIGN)) === 0) return null;
  const symbol = (opens & SIGN) === 0 ? at : match(SYMBOL, text, at);
  const start = symbol > at ? symbol : ordinal ? at + 1 : at;
  let end = match(NUMBER, text, start);
  if (end === start) return null;
  const arabic = isDigit(text.charCodeAt(start));
  if (arabic && at > 0 && joinsLatin(text, at)) return null;
  if (!arabic && !isBoundary(at)) return null;
  const range = match(RANGE, text, end);
  if (range > end && arabic) end = match(NUMBER, text, range);
  if (symbol > at) return span(end, "MONEY", 0.9);

  const unit = words.units.longest(text, end, () => true);
  if (unit < 0) {
    if (ordinal) return span(end, "ORDINAL", 0.6);
    if (!arabic || isLatin(text.charCodeAt(end)) || text.charCodeAt(end) === 0x2d) return null;
    if (at > 0 && /[一-龠ァ-ヶー〒]/.test(text[at - 1]!)) return null;
    if (isVersion(text, at, end) || isListNumber(text, at, end)) return null;
    return span(end, "QUANTITY", 0.5);
  }
  const unitEnd = words.units.matchEnd;
  // 2L of 2LDK counts nothing.
  if (isLatin(text.charCodeAt(unitEnd - 1)) && isLatin(text.charCodeAt(unitEnd))) return null;
  if (ordinal && text[unitEnd - 1] === "条") return span(unitEnd, "LAW", 0.6);
  const label = words.labels[unit]!;
  const after = label === "MONEY" || label === "PERCENT" ? unitEnd : match(TRAILER, text, unitEnd);
  // 一つ差し出す holds no 差.
  const trailer = after > unitEnd && !arabic && !isBoundary(after) && isBoundary(unitEnd) ? unitEnd : after;
  if (!arabic && !isBoundary(trailer) && !isBoundary(unitEnd)) return null;
  const counts = trailer > unitEnd && text[trailer - 1] === "目";
  if (!arabic && label === "QUANTITY" && unitEnd === end + 1 && !isBoundary(unitEnd) && trailer === unitEnd)
    return null;
  return span(trailer, ordinal || counts ? "ORDINAL" : label, arabic ? 0.9 : 0.75);
}

/** What a code unit can begin. */
const [NUMERAL, WORD, CURRENCY, SIGN] = [1, 2, 4, 8];
function openersOf(words: readonly string[], currencies: Iterable<string>): Uint8Array {
  const table = new Uint8Array(65536);
  const mark = (chars: Iterable<string>, bit: number) => {
    for (const char of chars) table[char.charCodeAt(0)]! |= bit;
  };
  mark(`${KANJI}0123456789第数`, NUMERAL);
  mark(words, WORD);
  mark(currencies, CURRENCY);
  mark("$¥€£￥UANH", SIGN);
  return table;
}

/** Tells whether a number with a point stands after a word in Latin letters (iOS 17.4, CC BY 4.0), or has two points. */
function isVersion(text: string, at: number, end: number): boolean {
  const spaced = text[at - 1] === " " && isLatin(text.charCodeAt(at - 2));
  return (spaced && text.slice(at, end).includes(".")) || (text[end] === "." && isDigit(text.charCodeAt(end + 1)));
}

/** Tells whether a number opens a line as its place in a list: `1. `, `(2) `. */
function isListNumber(text: string, at: number, end: number): boolean {
  const open = text[at - 1] === "(" ? at - 1 : at;
  return (open === 0 || text[open - 1] === "\n") && /^[.)] /.test(text.slice(end, end + 2));
}

/** Tells whether a number at `at` continues a Latin name: F35, F-35. */
function joinsLatin(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before === 0x78 && at > 1 && isDigit(text.charCodeAt(at - 2))) return false;
  if (isLatin(before)) return true;
  return (
    (before === 0x2d || before === 0x2e || before === 0x2f) &&
    at > 1 &&
    (isLatin(text.charCodeAt(at - 2)) || isDigit(text.charCodeAt(at - 2)))
  );
}
