import { parseNumeral } from "../numerals.ts";
import { isAmountOfDays } from "./amount-context.ts";
import { type Cursor, type Fields, text, word } from "./cursor.ts";
import type { Part } from "./expression.ts";
import { withClock } from "./read-clock.ts";
import {
  ABOUT_MONTH,
  DAY,
  DAY_WORD,
  MONTH,
  MONTH_WORD,
  NAMED_DAY,
  SEASON,
  SEASON_WORD,
  THIRD,
  TODAY,
  WEEK_WORD,
  WEEKDAY,
  WEEKEND_MARK,
} from "./shapes.ts";
import {
  ANCHOR_DAYS,
  ANCHOR_MONTHS,
  ANCHOR_WEEKS,
  CONTEXT_DAYS,
  CONTEXT_MONTHS,
  NAMED_DAYS,
  SEASON_YEARS,
  SEASONS,
  THIRDS,
  WEEKDAYS,
} from "./words.ts";

export function readFromMonth(cursor: Cursor): Fields | null {
  const before = cursor.position;
  const number = cursor.take(MONTH);
  if (number !== null) {
    const month = parseNumeral(number[1]!)!;
    if (month >= 1 && month <= 12) return withDay(cursor, { month: text(month) });
    cursor.position = before;
    return null;
  }
  const relative = cursor.take(MONTH_WORD);
  return relative === null ? null : withDay(cursor, { month: word(ANCHOR_MONTHS, CONTEXT_MONTHS, relative[0]) });
}

export function withDay(cursor: Cursor, fields: Fields): Fields {
  const before = cursor.position;
  const day = cursor.linked(DAY);
  if (day !== null) {
    const value = parseNumeral(day[1]!)!;
    if (value >= 1 && value <= 31) return withClock(cursor, { ...fields, day: text(value) });
    cursor.position = before;
  }
  const named = cursor.linked(TODAY);
  if (named !== null) return { ...fields, day: { from: "anchor", value: 0 } };
  const third = cursor.linked(THIRD);
  if (third !== null) return { ...fields, third: THIRDS[third[0]]! };
  cursor.take(ABOUT_MONTH);
  return fields;
}

export function readFromDay(cursor: Cursor): Fields | null {
  const before = cursor.position;
  const relative = cursor.take(DAY_WORD);
  if (relative !== null) return withClock(cursor, { day: word(ANCHOR_DAYS, CONTEXT_DAYS, relative[0]) });
  const named = cursor.take(NAMED_DAY);
  if (named !== null) {
    const [month, day] = NAMED_DAYS[named[0]]!;
    return withClock(cursor, { month: text(month), day: text(day) });
  }
  const number = cursor.take(DAY);
  if (number === null) return null;
  const day = parseNumeral(number[1]!)!;
  if (number[0].endsWith("日") && isAmountOfDays(day, cursor.text.slice(cursor.position, cursor.position + 12)))
    return { kind: "duration" };
  if (day >= 1 && day <= 31 && !/^[前後目以ぶ]/.test(cursor.text.slice(cursor.position, cursor.position + 1)))
    return withClock(cursor, { day: text(day) });
  cursor.position = before;
  return null;
}

export function readFromWeek(cursor: Cursor): Fields | null {
  const before = cursor.position;
  const week = cursor.take(WEEK_WORD);
  if (week !== null) {
    const part: Part = { from: "anchor", value: ANCHOR_WEEKS[week[0]]! };
    const day = cursor.linked(WEEKDAY);
    if (day !== null) return withClock(cursor, { week: part, weekday: WEEKDAYS.indexOf(day[1]!) });
    if (cursor.take(WEEKEND_MARK) !== null) return { week: part, weekday: 5, half: 2 };
    return { week: part };
  }
  const bare = cursor.take(WEEKDAY);
  if (bare !== null) return withClock(cursor, { weekday: WEEKDAYS.indexOf(bare[1]!) });
  const season = cursor.take(SEASON_WORD);
  if (season !== null) {
    return { year: { from: "anchor", value: SEASON_YEARS[season[1]!]! }, season: SEASONS.indexOf(season[2]!) };
  }
  const alone = cursor.take(SEASON);
  if (alone !== null) return { season: SEASONS.indexOf(alone[0]) };
  cursor.position = before;
  return null;
}
