import { Cursor, type Fields } from "./cursor.ts";
import type { DateGrammar } from "./date-grammar.ts";
import type { DateExpression } from "./expression.ts";
import { readAmount, readBareAmount } from "./read-amount.ts";
import { readClockOnly } from "./read-clock.ts";
import { readFromDay, readFromMonth, readFromWeek } from "./read-month-day.ts";
import { readDecade, readNumeric } from "./read-numeric.ts";
import { readSet } from "./read-set.ts";
import { readFromYear, readYearEnd } from "./read-year.ts";

/**
 * Returns the longest date, time, period or duration that begins at an offset of a text folded by `foldWidth`.
 *
 * @example
 * readDate("今年1月の危機", 0, grammar); // { start: 0, end: 4, kind: "point", year: { from: "anchor", value: 0 }, month: { from: "text", value: 1 } }
 */
export function readDate(folded: string, at: number, grammar: DateGrammar): DateExpression | null {
  const cursor = new Cursor(folded, at, grammar);
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
  if (cursor.take(cursor.shapes.setWord) !== null) return readSet(cursor);
  if (cursor.take(cursor.shapes.durationWord) !== null) return { kind: "duration" };
  // 第2四半期, 第3土曜 alone: of which year or month, only the text around tells.
  if (cursor.take(cursor.shapes.quarter) !== null) return { kind: "vague", exactness: "part" };
  if (cursor.take(cursor.shapes.nthWeekday) !== null) return { kind: "vague", exactness: "day" };
  const vague = cursor.take(cursor.shapes.vagueWord);
  if (vague !== null) return { kind: "vague", exactness: cursor.words.vague[vague[0]]! };
  return cursor.take(cursor.shapes.vagueEra) === null ? null : { kind: "vague" };
}
