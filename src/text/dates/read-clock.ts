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
  if (cursor.take(cursor.shapes.clockWord) !== null)
    return { hour: cursor.text[before] === "正" ? 12 : 0, minute: null, second: null };
  const colon = cursor.take(cursor.shapes.clockColon);
  if (colon !== null) {
    const hour = Number(colon[2]) + (colon[1] === "午後" && Number(colon[2]) < 12 ? 12 : 0);
    if (hour <= 29 && Number(colon[3]) < 60)
      return { hour, minute: Number(colon[3]), second: colon[4] === undefined ? null : Number(colon[4]) };
    cursor.position = before;
    return null;
  }
  const match = cursor.take(cursor.shapes.clock);
  if (match === null) return null;
  const [, part, hours, half, minutes, seconds] = match;
  const kanji = !/\d/.test(hours!);
  const number = parseNumeral(hours!)!;
  if (number > 30 || (kanji && part === undefined && !afterDay && half === undefined && minutes === undefined)) {
    cursor.position = before;
    return null;
  }
  const later = part !== undefined && /午後|夜|夕|PM/.test(part) && number < 12;
  return {
    hour: number + (later ? 12 : 0),
    minute: half !== undefined ? 30 : minutes === undefined ? null : parseNumeral(minutes),
    second: seconds === undefined ? null : Number(seconds),
  };
}
