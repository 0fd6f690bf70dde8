import { type Anchor, dayIn } from "./anchor.ts";
import { addDays, addMonths, isoDay, weekdayOf } from "./calendar.ts";
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
    return known === null ? null : timed(known, clock);
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
  if (half !== undefined) return interval(isoDay(addDays(monday, 5)), sunday);
  return weekday === undefined ? interval(isoDay(monday), sunday) : timed(addDays(monday, weekday), clock);
}

/** Returns the last such weekday, `base` itself among them. */
export function weekdayBefore({ weekday, clock }: DateExpression, base: Anchor): Value | null {
  const known = dayIn(base);
  return known === null ? null : timed(addDays(known, -((weekdayOf(known) - weekday! + 7) % 7)), clock);
}
