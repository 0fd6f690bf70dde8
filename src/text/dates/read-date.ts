import { Cursor, type Fields } from "./cursor.ts";
import type { DateExpression } from "./expression.ts";
import { readAmount, readBareAmount } from "./read-amount.ts";
import { readClockOnly } from "./read-clock.ts";
import { readFromDay, readFromMonth, readFromWeek } from "./read-month-day.ts";
import { readDecade, readNumeric } from "./read-numeric.ts";
import { readFromYear, readYearEnd } from "./read-year.ts";
import { DAY, KANJI, MONTH, SET_WORD, VAGUE_WORD } from "./shapes.ts";
import {
  ANCHOR_DAYS,
  ANCHOR_MONTHS,
  ANCHOR_WEEKS,
  ANCHOR_YEARS,
  CONTEXT_DAYS,
  CONTEXT_MONTHS,
  CONTEXT_YEARS,
  ERA_LETTERS,
  ERAS,
  NAMED_DAYS,
  SEASONS,
  SETS,
  VAGUE,
  WEEKDAYS,
  YEAR_ENDS,
} from "./words.ts";

/** Tells of each code unit whether an expression can begin with it. */
const OPENERS: Uint8Array = (() => {
  const table = new Uint8Array(65536);
  const words = [
    ERAS,
    ERA_LETTERS,
    ANCHOR_YEARS,
    ANCHOR_MONTHS,
    ANCHOR_DAYS,
    ANCHOR_WEEKS,
    CONTEXT_YEARS,
    CONTEXT_MONTHS,
    CONTEXT_DAYS,
    NAMED_DAYS,
    YEAR_ENDS,
  ]
    .flatMap((entries) => Object.keys(entries))
    .concat(VAGUE, SETS, [...SEASONS], [...WEEKDAYS], [...KANJI], [..."0123456789'数何幾半前午朝夜夕深未正西紀第BAP"]);
  for (const word of words) table[word.charCodeAt(0)] = 1;
  return table;
})();

/** Tells whether a date could begin at an offset: a cheap test before {@link readDate}. */
export function opensDate(folded: string, at: number): boolean {
  return OPENERS[folded.charCodeAt(at)] === 1;
}

/**
 * Reads the longest date, time, period or duration that begins at an offset of a text folded by `foldWidth`.
 *
 * @example
 * readDate("今年1月の危機", 0); // { start: 0, end: 4, kind: "point", year: { from: "anchor", value: 0 }, month: { from: "text", value: 1 } }
 */
export function readDate(folded: string, at: number): DateExpression | null {
  const cursor = new Cursor(folded, at);
  const fields = readFields(cursor);
  return fields === null ? null : { start: at, end: cursor.position, kind: "point", ...fields };
}

function readFields(cursor: Cursor): Fields | null {
  return (
    readNumeric(cursor) ??
    readDecade(cursor) ??
    readAmount(cursor) ??
    readFromYear(cursor) ??
    readFromMonth(cursor) ??
    readFromDay(cursor) ??
    readFromWeek(cursor) ??
    readYearEnd(cursor, null) ??
    readOthers(cursor) ??
    readClockOnly(cursor) ??
    readBareAmount(cursor)
  );
}

function readOthers(cursor: Cursor): Fields | null {
  if (cursor.take(SET_WORD) !== null) {
    cursor.linked(MONTH);
    cursor.linked(DAY);
    return { kind: "set" };
  }
  return cursor.take(VAGUE_WORD) === null ? null : { kind: "vague" };
}
