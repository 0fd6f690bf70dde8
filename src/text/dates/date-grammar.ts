import type { DataReader } from "../../model/data-folder.ts";
import { type DateWords, readDateWords } from "./date-words.ts";
import { type DateShapes, dateShapes, KANJI } from "./shapes.ts";

/** The grammar of dates: its words, its shapes, and with what an expression can begin. Read-only, made once. */
export interface DateGrammar {
  readonly words: DateWords;
  readonly shapes: DateShapes;
  readonly openers: Openers;
}

/**
 * Returns the grammar of dates from the tables in `data/dates`.
 *
 * @example
 * findDateExpressions("今年1月と8月末", loadDateGrammar(dataReader()));
 */
export function loadDateGrammar(read: DataReader): DateGrammar {
  const words = readDateWords(read);
  return Object.freeze({ words, shapes: dateShapes(words), openers: openersOf(words) });
}

/** What opens an expression by itself, before anything; the others are looked at with the letter behind them. */
const ALONE = `0123456789'数何幾半${KANJI}`;
const PAIRS = ["紀元", "西暦", "正午", "前世", "今世", "BC", "AD"];
const LETTERS = "0123456789";

/** Letters that open an expression before a number: 第2, 翌25日, 同3時, 閏4月, R5年. */
const BEFORE_NUMBERS = "第翌同閏";
/** AM, p.m. */
const HALVES = ["A", "a", "P", "p"].flatMap((first) => ["M", "m", "."].map((second) => first + second));

/** What can open an expression: a mark by itself, or for the others a pair with the next letter. */
export interface Openers {
  readonly first: Uint8Array;
  /** By a mix of two code units; a pair that is none may share its place, which costs only time. */
  readonly pairs: Uint8Array;
}

const mix = (first: number, second: number): number => (first * 31 + second * 17) & 0xffff;

/** Whether an expression may begin at an offset: a cheap test before reading. */
export function mayOpen({ first, pairs }: Openers, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const opener = first[code]!;
  return opener !== 0 && (opener === 1 || pairs[mix(code, text.charCodeAt(at + 1))] === 1);
}

function openersOf(words: DateWords): Openers {
  const first = new Uint8Array(65536);
  const pairs = new Uint8Array(65536);
  for (const opener of openingWords(words)) {
    const code = opener.charCodeAt(0);
    if (opener.length === 1) first[code] = 1;
    else if (first[code] === 0) first[code] = 2;
    if (opener.length > 1) pairs[mix(code, opener.charCodeAt(1))] = 1;
  }
  return Object.freeze({ first, pairs });
}

function openingWords(words: DateWords): string[] {
  const { years, months, weeks, days, fiscalYears } = words;
  const relative = [years, months, weeks, days, fiscalYears].flatMap(({ anchor, context }) => [anchor, context]);
  const { eras, eraLetters, namedDays, yearEnds, seasonYears, weekdaySides, vague, dayParts } = words;
  const keyed: readonly object[] = [eras, namedDays, yearEnds, weekdaySides, vague, dayParts, ...relative];
  const numbered = [...BEFORE_NUMBERS].flatMap((letter) => [...LETTERS, ...KANJI].map((digit) => letter + digit));
  const lettered = Object.keys(eraLetters).flatMap((letter) => [...LETTERS].map((digit) => letter + digit));
  const seasoned = Object.keys(seasonYears).flatMap((year) => [...words.seasons].map((season) => year + season));
  return keyed
    .flatMap((entries) => Object.keys(entries))
    .concat(words.sets, words.durations, words.names, PAIRS, HALVES, numbered, lettered, seasoned)
    .concat([...words.seasons], [...words.weekdays], [...ALONE]);
}
