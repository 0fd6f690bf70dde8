import type { Cursor, Fields } from "./cursor.ts";
import { readClock } from "./read-clock.ts";
import type { Shape } from "./shapes.ts";

/** Returns what 毎週, 毎月, 平日 are with the days and hours that follow and come back, which are none of the calendar. */
export function readSet(cursor: Cursor): Fields {
  const { shapes } = cursor;
  const hasMonth = takesMonth(cursor, shapes.link) || takesMonth(cursor, shapes.joint);
  if (!hasMonth) cursor.linked(shapes.day);
  while (takesRepeated(cursor, hasMonth)) {}
  return { kind: "set" };
}

/** Whether a weekday, an hour or one more month was taken, which の, ・ or から may join to what stands before. */
function takesRepeated(cursor: Cursor, hasMonth: boolean): boolean {
  const { shapes } = cursor;
  const before = cursor.position;
  if (cursor.take(shapes.link) === null) cursor.take(shapes.joint);
  if (cursor.take(shapes.weekday) ?? cursor.take(shapes.nthWeekday) ?? readClock(cursor, true)) return true;
  if (hasMonth && takesMonth(cursor, null)) return true;
  cursor.position = before;
  return false;
}

/** Whether a month was taken with its day or third, which a word may join to what stands before. */
function takesMonth(cursor: Cursor, joint: Shape | null): boolean {
  const { shapes } = cursor;
  const before = cursor.position;
  if (joint !== null) cursor.take(joint);
  if (cursor.take(shapes.month) === null) {
    cursor.position = before;
    return false;
  }
  if (cursor.linked(shapes.day) === null && cursor.linked(shapes.half) === null) cursor.linked(shapes.third);
  return true;
}
