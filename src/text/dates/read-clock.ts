import { parseNumeral } from "../numerals.ts";
import type { Cursor, Fields } from "./cursor.ts";
import type { DayHalf } from "./date-words.ts";
import type { Clock } from "./expression.ts";
import { halvedHour } from "./half-of-day.ts";
import { isNoTime } from "./ratio-context.ts";

/** Adds a weekday and a time of day to a day; `ofDay` is the half of the day that its word tells (今夜). */
export function withClock(cursor: Cursor, fields: Fields, ofDay?: DayHalf): Fields {
  const dated = withWeekday(cursor, fields);
  const before = cursor.position;
  // 2022-09-14 18:05, 2022-09-14T18:05
  if (cursor.take(cursor.shapes.link) === null) cursor.take(cursor.shapes.space);
  const clock = readClock(cursor, true, ofDay);
  if (clock !== null) return { ...dated, clock };
  cursor.position = before;
  cursor.take(cursor.shapes.about);
  return dated;
}

/** Adds the weekday that a day with a number must fall on: 5日（火）, 13日の金曜日. */
function withWeekday(cursor: Cursor, fields: Fields): Fields {
  if (fields.day?.from !== "text" || fields.weekday !== undefined) {
    cursor.take(cursor.shapes.weekdayMark);
    return fields;
  }
  const match = cursor.take(cursor.shapes.weekdayMark) ?? cursor.take(cursor.shapes.weekdayLinked);
  return match === null ? fields : { ...fields, weekday: cursor.words.weekdays.indexOf((match[1] ?? match[2])!) };
}

export function readClockOnly(cursor: Cursor): Fields | null {
  const before = cursor.position;
  // 同3時半: of the half of the day that was said before.
  const isSameHalf = cursor.take(cursor.shapes.sameHalf) !== null;
  const clock = readClock(cursor, isSameHalf);
  if (clock === null) cursor.position = before;
  return clock === null ? null : { clock: isSameHalf ? { ...clock, isSameHalf } : clock };
}

export function readClock(cursor: Cursor, afterDay: boolean, ofDay?: DayHalf): Clock | null {
  const before = cursor.position;
  const clock =
    clockInWords(cursor) ??
    clockWithColon(cursor, afterDay, ofDay) ??
    clockWithHours(cursor, afterDay, ofDay) ??
    clockWithHalf(cursor);
  if (clock === null) cursor.position = before;
  return clock;
}

/** 正午. */
function clockInWords(cursor: Cursor): Clock | null {
  const start = cursor.position;
  if (cursor.take(cursor.shapes.clockWord) === null) return null;
  return { start, hour: 12, minute: null, second: null, isHalved: true };
}

/** 18:05, 午後6:05:30, 6:05 PM. */
function clockWithColon(cursor: Cursor, afterDay: boolean, ofDay: DayHalf | undefined): Clock | null {
  const start = cursor.position;
  const match = cursor.take(cursor.shapes.clockColon);
  if (match === null) return null;
  const [, part, hours, minutes, seconds, behind] = match;
  const hour = Number(hours);
  const isSure = afterDay || part !== undefined || behind !== undefined;
  if (hour > 29 || Number(minutes) >= 60 || (!isSure && isNoTime(cursor.text, start, cursor.position))) {
    cursor.position = start;
    return null;
  }
  const second = seconds === undefined ? null : Number(seconds);
  return { start, minute: Number(minutes), second, ...halved(cursor, hour, { part, behind, ofDay }) };
}

/** 午後6時, 18時5分, 夜の八時半. */
function clockWithHours(cursor: Cursor, afterDay: boolean, ofDay: DayHalf | undefined): Clock | null {
  const start = cursor.position;
  const match = cursor.take(cursor.shapes.clock);
  if (match === null) return null;
  const [, part, hours, half, minutes, seconds, behind] = match;
  const number = parseNumeral(hours!)!;
  // 一時 by itself is "for a while".
  const sure = afterDay || /\d/.test(hours!) || (part ?? half ?? minutes) !== undefined;
  if (number > 30 || !sure) {
    cursor.position = start;
    return null;
  }
  return {
    start,
    minute: half === undefined ? (minutes === undefined ? null : parseNumeral(minutes)) : 30,
    second: seconds === undefined ? null : Number(seconds),
    ...halved(cursor, number, { part, behind, ofDay }),
  };
}

/** 8pm. */
function clockWithHalf(cursor: Cursor): Clock | null {
  const start = cursor.position;
  const match = cursor.take(cursor.shapes.clockHalf);
  if (match === null) return null;
  const hour = Number(match[1]);
  if (hour >= 1 && hour <= 12)
    return { start, minute: null, second: null, ...halved(cursor, hour, { behind: match[2] }) };
  cursor.position = start;
  return null;
}

/** What tells the half of a day: a part before the hour (夜の), AM or PM behind it, the word of the day (今夜). */
interface Halves {
  readonly part?: string | undefined;
  readonly behind: string | undefined;
  readonly ofDay?: DayHalf | undefined;
}

function halved(
  { words }: Cursor,
  hour: number,
  { part, behind, ofDay }: Halves,
): Pick<Clock, "hour" | "isHalved" | "isNight"> {
  const said = part ?? behind;
  const latin = said === undefined ? null : /^[ap]/i.exec(said);
  if (latin !== null) {
    const isAfter = latin[0].toLowerCase() === "p";
    return { hour: hour > 12 ? hour : (hour % 12) + (isAfter ? 12 : 0), isHalved: true };
  }
  const half = part === undefined ? ofDay : words.dayParts[part.replace(/の$/, "")];
  if (half === undefined) return { hour, isHalved: false };
  const { hour: whole, isNight } = halvedHour(hour, half, part === undefined);
  return isNight ? { hour: whole, isHalved: true, isNight } : { hour: whole, isHalved: true };
}
