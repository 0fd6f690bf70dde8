import type { Cursor, Fields } from "./cursor.ts";
import { readClock } from "./read-clock.ts";

/** Reads what follows 毎週, 毎月, 平日: the days and hours that come back, which are none of the calendar. */
export function readSet(cursor: Cursor): Fields {
  const { shapes } = cursor;
  const hasMonth = cursor.linked(shapes.month) !== null;
  cursor.linked(shapes.day);
  cursor.linked(shapes.third);
  while (takesRepeated(cursor, hasMonth)) {}
  return { kind: "set" };
}

/** Takes a weekday, an hour or one more month, which の, ・ or から may join to what stands before. */
function takesRepeated(cursor: Cursor, hasMonth: boolean): boolean {
  const { shapes } = cursor;
  const before = cursor.position;
  if (cursor.take(shapes.link) === null) cursor.take(shapes.joint);
  if (cursor.take(shapes.weekday) ?? cursor.take(shapes.nthWeekday) ?? readClock(cursor, true)) return true;
  if (hasMonth && cursor.take(shapes.month) !== null) return true;
  cursor.position = before;
  return false;
}
