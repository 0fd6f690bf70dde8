import { parseNumeral } from "../numerals.ts";
import type { Cursor, Fields } from "./cursor.ts";
import type { Clock } from "./expression.ts";

/** Adds a weekday in brackets and a time of day to a day. */
export function withClock(cursor: Cursor, fields: Fields): Fields {
  cursor.take(cursor.shapes.weekdayMark);
  const before = cursor.position;
  // 2022-09-14 18:05, 2022-09-14T18:05
  if (cursor.take(cursor.shapes.link) === null) cursor.take(cursor.shapes.space);
  const clock = readClock(cursor, true);
  if (clock !== null) return { ...fields, clock };
  cursor.position = before;
  cursor.take(cursor.shapes.about);
  return fields;
}

export function readClockOnly(cursor: Cursor): Fields | null {
  const clock = readClock(cursor, false);
  return clock === null ? null : { clock };
}

function readClock(cursor: Cursor, afterDay: boolean): Clock | null {
  const before = cursor.position;
  const clock = clockInWords(cursor) ?? clockWithColon(cursor) ?? clockWithHours(cursor, afterDay);
  if (clock === null) cursor.position = before;
  return clock;
}

/** 正午, 深夜0時. */
function clockInWords(cursor: Cursor): Clock | null {
  const word = cursor.take(cursor.shapes.clockWord);
  return word === null ? null : { hour: word[0].startsWith("正") ? 12 : 0, minute: null, second: null };
}

/** 18:05, 午後6:05:30. */
function clockWithColon(cursor: Cursor): Clock | null {
  const match = cursor.take(cursor.shapes.clockColon);
  if (match === null) return null;
  const [, part, hours, minutes, seconds] = match;
  const hour = Number(hours) + (part === "午後" && Number(hours) < 12 ? 12 : 0);
  if (hour > 29 || Number(minutes) >= 60) return null;
  return { hour, minute: Number(minutes), second: seconds === undefined ? null : Number(seconds) };
}

/** 午後6時, 18時5分, 夜の八時半. */
function clockWithHours(cursor: Cursor, afterDay: boolean): Clock | null {
  const match = cursor.take(cursor.shapes.clock);
  if (match === null) return null;
  const [, part, hours, half, minutes, seconds] = match;
  const number = parseNumeral(hours!)!;
  // 一時 by itself is "for a while".
  const sure = afterDay || /\d/.test(hours!) || (part ?? half ?? minutes) !== undefined;
  if (number > 30 || !sure) return null;
  const later = part !== undefined && /午後|夜|夕|PM/.test(part) && number < 12;
  return {
    hour: number + (later ? 12 : 0),
    minute: half === undefined ? (minutes === undefined ? null : parseNumeral(minutes)) : 30,
    second: seconds === undefined ? null : Number(seconds),
  };
}
