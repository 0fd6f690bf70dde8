import type { Anchor } from "./anchor.ts";
import { addDays, addMonths, type Day, isoClock, isoDay, isoMonth, isoYear } from "./calendar.ts";
import type { Clock } from "./expression.ts";

/** A date in ISO 8601, and the same as an anchor for dates that follow. */
export interface Value {
  readonly value: string;
  readonly anchor: Anchor | null;
}

/** A closed interval; dates that follow do not count from it. */
export function interval(first: string, last: string): Value {
  return { value: `${first}/${last}`, anchor: null };
}

/** A year as a whole, from which dates that follow may count. */
export function wholeYear(year: number): Value {
  return { value: isoYear(year), anchor: { year, month: null, day: null } };
}

/** A month as a whole, from which dates that follow may count. */
export function wholeMonth({ year, month }: { year: number; month: number }): Value {
  return { value: isoMonth(year, month), anchor: { year, month, day: null } };
}

/** A number of whole months. */
export function months(start: { year: number; month: number }, count: number): Value {
  const last = addMonths(start.year, start.month, count - 1);
  return interval(isoMonth(start.year, start.month), isoMonth(last.year, last.month));
}

/** A day, with its time of day where one is said. */
export function timed(day: Day, clock: Clock | undefined): Value {
  if (clock === undefined) return { value: isoDay(day), anchor: day };
  const date = addDays(day, Math.floor(clock.hour / 24));
  const hour = isoClock(clock.hour % 24);
  const minute = clock.minute === null ? "" : `:${isoClock(clock.minute)}`;
  const second = clock.second === null ? "" : `:${isoClock(clock.second)}`;
  return { value: `${isoDay(date)}T${hour}${minute}${second}`, anchor: day };
}
