import { parseNumeral } from "../numerals.ts";
import { isAmountOfDays } from "./amount-context.ts";
import { type Cursor, type Fields, text } from "./cursor.ts";
import { partOf } from "./date-words.ts";
import { withClock } from "./read-clock.ts";

export function readFromMonth(cursor: Cursor): Fields | null {
  const before = cursor.position;
  const range = cursor.take(cursor.shapes.monthRange);
  if (range !== null) {
    const fields = monthsOf(range);
    if (fields !== null) return fields;
    cursor.position = before;
  }
  const number = cursor.take(cursor.shapes.month);
  if (number !== null) {
    const month = parseNumeral(number[1]!)!;
    if (month >= 1 && month <= 12) return withDay(cursor, { month: text(month) });
    cursor.position = before;
    return null;
  }
  const relative = cursor.take(cursor.shapes.monthWord);
  return relative === null ? null : withDay(cursor, { month: partOf(cursor.words.months, relative[0]) });
}

/** The months of a range such as 7〜9月期; null for 3-1月, which is none. */
export function monthsOf([, first, last]: RegExpExecArray): Fields | null {
  const [from, through] = [Number(first), Number(last)];
  return from >= 1 && from < through && through <= 12 ? { month: text(from), through } : null;
}

export function withDay(cursor: Cursor, fields: Fields): Fields {
  const before = cursor.position;
  const day = cursor.linked(cursor.shapes.day);
  if (day !== null) {
    const value = parseNumeral(day[1]!)!;
    if (value >= 1 && value <= 31) return withClock(cursor, { ...fields, day: text(value) });
    cursor.position = before;
  }
  const named = cursor.linked(cursor.shapes.today);
  if (named !== null) return { ...fields, day: { from: "anchor", value: 0 } };
  const third = cursor.linked(cursor.shapes.third);
  if (third !== null) return { ...fields, third: cursor.words.thirds[third[0]]! };
  cursor.take(cursor.shapes.aboutMonth);
  return fields;
}

export function readFromDay(cursor: Cursor): Fields | null {
  const before = cursor.position;
  const relative = cursor.take(cursor.shapes.dayWord);
  if (relative !== null) return withClock(cursor, { day: partOf(cursor.words.days, relative[0]) });
  const there = cursor.take(cursor.shapes.dayThere);
  if (there !== null) {
    const value = parseNumeral(there[2]!)!;
    if (value >= 1 && value <= 31) return withClock(cursor, { month: { from: "context", value: 0 }, day: text(value) });
    cursor.position = before;
  }
  const named = cursor.take(cursor.shapes.namedDay);
  if (named !== null) {
    const [month, day] = cursor.words.namedDays[named[0]]!;
    return withClock(cursor, { month: text(month), day: text(day) });
  }
  const number = cursor.take(cursor.shapes.day);
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
  const week = cursor.take(cursor.shapes.weekWord);
  if (week !== null) {
    const part = partOf(cursor.words.weeks, week[0]);
    const day = cursor.linked(cursor.shapes.weekday);
    if (day !== null) return withClock(cursor, { week: part, weekday: cursor.words.weekdays.indexOf(day[1]!) });
    if (cursor.take(cursor.shapes.weekendMark) !== null) return { week: part, weekday: 5, half: 2 };
    return { week: part };
  }
  const bare = cursor.take(cursor.shapes.weekday);
  if (bare !== null) return withClock(cursor, { weekday: cursor.words.weekdays.indexOf(bare[1]!) });
  const season = cursor.take(cursor.shapes.seasonWord);
  if (season !== null) {
    return {
      year: { from: "anchor", value: cursor.words.seasonYears[season[1]!]! },
      season: cursor.words.seasons.indexOf(season[2]!),
    };
  }
  const alone = cursor.take(cursor.shapes.season);
  if (alone !== null) return { season: cursor.words.seasons.indexOf(alone[0]) };
  cursor.position = before;
  return null;
}
