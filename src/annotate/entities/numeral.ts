import { isDigit, isLatin } from "../../words/characters.ts";
import { KANJI, Opens } from "./number-words.ts";

// Numbers have an end, so that a run of numerals without a unit is not read to its end from each of them.
const DIGITS = "[0-9]+(?:,[0-9]{3}(?![0-9])){0,12}(?:\\.[0-9]+)?";
const NUMBER = new RegExp(
  `(?:${DIGITS}(?:[数余]?[百千万億兆](?:${DIGITS})?){0,12}|[${KANJI}数]{1,40}(?:・[${KANJI}]{1,40})?)`,
  "y",
);
const RANGE = /[~〜-](?=[0-9])|(?<=[0-9])対(?=[0-9])/y;
const FRACTION = /(?<![0-9.])[0-9]{1,3}\/[0-9]{1,3}(?![0-9/.])/y;
/** 2、3 of 2、3人: one more or one less. */
const ROUGH =
  /(?<![0-9.,一二三四五六七八九十百千])([1-9一二三四五六七八九])[、,]([1-9一二三四五六七八九])(?![0-9.,一二三四五六七八九])/y;
const ONES = "一二三四五六七八九";
const SYMBOL = /(?:US|A|NZ|HK)?[$¥€£￥](?=[0-9])/y;
/** 第 */
const ORDINAL = 0x7b2c;

/** A number or a range as it is written, with a sign of money or 第 before it but without a unit. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** Whether its first digit is one of 0 to 9, not a kanji. */
  readonly arabic: boolean;
  readonly money: boolean;
  readonly ordinal: boolean;
}

/**
 * Reads the number at `at`; null where there is none, where it continues a name of Latin letters (F-35), or where kanji
 * begin within a word. `opens` says what stands at `at`.
 */
export function readNumeral(
  text: string,
  at: number,
  opens: number,
  isBoundary: (offset: number) => boolean,
): Numeral | null {
  const symbol = (opens & Opens.sign) === 0 ? at : endOf(SYMBOL, text, at);
  const ordinal = text.charCodeAt(at) === ORDINAL;
  const digits = symbol === at && ordinal ? at + 1 : symbol;
  const arabic = isDigit(text.charCodeAt(digits));
  if (arabic ? at > 0 && joinsLatin(text, at) : !isBoundary(at)) return null;
  let end = endOf(NUMBER, text, digits);
  if (end === digits) return null;
  const fraction = arabic ? endOf(FRACTION, text, digits) : digits;
  if (fraction > digits) return { start: at, end: fraction, arabic, money: false, ordinal };
  if (arabic) {
    const range = endOf(RANGE, text, end);
    if (range > end) end = endOf(NUMBER, text, range);
  }
  return { start: at, end, arabic, money: symbol > at, ordinal };
}

/** Returns where two numbers end of which the second is one more (2、3 of 2、3人); `at` where they do not stand there. */
export function roughEnd(text: string, at: number): number {
  ROUGH.lastIndex = at;
  const match = ROUGH.exec(text);
  return match !== null && ones(match[1]!) + 1 === ones(match[2]!) ? ROUGH.lastIndex : at;
}

const ones = (digit: string): number => (isDigit(digit.charCodeAt(0)) ? Number(digit) : ONES.indexOf(digit) + 1);

/** Returns where a pattern that stands at `at` ends; `at` where it does not stand there. */
export function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Whether a number at `at` continues a Latin name: F35, F-35. */
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
