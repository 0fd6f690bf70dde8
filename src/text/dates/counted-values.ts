import { type Anchor, dayIn } from "./anchor.ts";
import { addDays, addMonths, isDay, isoDay, weekdayOf } from "./calendar.ts";
import type { Clock, DateExpression } from "./expression.ts";
import { interval, timed, type Value, wholeMonth, wholeYear } from "./iso-value.ts";

/** Returns the day so many days from `base`, with its time of day; null where `base` is not known to the day. */
export function dayFrom(base: Anchor | null, days: number, clock: Clock | undefined): Value | null {
  const known = base === null ? null : dayIn(base);
  return known === null ? null : timed(addDays(known, days), clock);
}

/** Returns what lies a number of years, months or days away: 3年前, 一年前の今日, 二日後. */
export function distantValue(expression: DateExpression, base: Anchor): Value | null {
  const { count, unit } = expression.distance!;
  if (unit === "hour") return null;
  if (unit === "day") return dayFrom(base, count, expression.clock);
  if (unit === "year") return yearsAway(expression, { ...base, year: base.year + count });
  return base.month === null ? null : wholeMonth(addMonths(base.year, base.month, count));
}

/** Years away, of which the same day (一年前の今日) or month may be meant. */
function yearsAway({ day, month, clock }: DateExpression, there: Anchor): Value | null {
  if (day !== undefined) {
    const known = dayIn(there);
    // A year before 29 February there is no such day.
    return known === null || !isDay(known) ? null : timed(known, clock);
  }
  if (month === undefined) return wholeYear(there.year);
  return there.month === null ? null : wholeMonth({ year: there.year, month: there.month });
}

/** Returns a week counted from that of `base`, its weekend or one day of it. */
export function weekValue({ week, weekday, half, clock }: DateExpression, base: Anchor): Value | null {
  const known = dayIn(base);
  if (known === null) return null;
  const monday = addDays(known, 7 * week!.value - weekdayOf(known));
  const sunday = isoDay(addDays(monday, 6));
  if (half === 1) return interval(isoDay(monday), isoDay(addDays(monday, 2)));
  if (half !== undefined) return interval(isoDay(addDays(monday, weekday ?? 3)), sunday);
  return weekday === undefined ? interval(isoDay(monday), sunday) : timed(addDays(monday, weekday), clock);
}

/**
 * Returns the last such weekday, in a sentence about the future the next one, `base` itself among them; 次の月曜 is the
 * next after `base`, この前の月曜 the last before it.
 */
export function weekdayNear({ weekday, side, clock }: DateExpression, base: Anchor, future: boolean): Value | null {
  const known = dayIn(base);
  if (known === null) return null;
  const back = (weekdayOf(known) - weekday! + 7) % 7;
  const isAhead = side === undefined ? future : side > 0;
  if (!isAhead) return timed(addDays(known, back === 0 && side !== undefined ? -7 : -back), clock);
  return timed(addDays(known, back === 0 ? (side === undefined ? 0 : 7) : 7 - back), clock);
}
