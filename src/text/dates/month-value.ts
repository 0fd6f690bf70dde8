import { dayIn } from "./anchor.ts";
import { addDays, type Day, isDay, isoDay, monthLength, weekdayOf } from "./calendar.ts";
import type { DateExpression } from "./expression.ts";
import { interval, months, timed, type Value, wholeMonth } from "./iso-value.ts";
import { type Month, monthOf, monthOnWeekday, monthWithDay, type Near } from "./year-and-month.ts";

/** Returns a month, a day or a third of it, or the months up to another. */
export function monthValue(expression: DateExpression, fullYear: number | null, near: Near): Value | null {
  const place = monthOf(expression, fullYear, near);
  if (place === null) return null;
  const { day, throughDay, through, half, third, nth, clock } = expression;
  if (day !== undefined) {
    const full = dayOfMonth(expression, place, near);
    if (full === null || !isDay(full)) return null;
    return throughDay === undefined ? timed(full, clock) : daysThrough(full, throughDay);
  }
  if (nth !== undefined) return nthWeekday(expression, place);
  if (half !== undefined) return halfValue(place, half);
  if (through !== undefined) return months(place, through - place.month + 1);
  return third === undefined ? wholeMonth(place) : thirdValue(place, third);
}

function dayOfMonth({ year, month, day, weekday }: DateExpression, place: Month, { base, future }: Near): Day | null {
  const { from, value } = day!;
  if (from === "text")
    return month === undefined && year === undefined
      ? (monthOnWeekday(place, value, weekday) ?? monthWithDay(place, value, future))
      : { ...place, day: value };
  const known = base === null ? null : dayIn(base);
  return known === null ? null : addDays(known, value);
}

/** The days from one of a month to another. */
function daysThrough(first: Day, last: number): Value | null {
  const end = { ...first, day: last };
  return isDay(end) ? { ...interval(isoDay(first), isoDay(end)), anchor: end } : null;
}

/** The third Saturday of a month: 第3土曜. */
function nthWeekday({ nth, weekday, clock }: DateExpression, place: Month): Value | null {
  const first = { ...place, day: 1 };
  const day = { ...place, day: 1 + ((weekday! - weekdayOf(first) + 7) % 7) + 7 * (nth! - 1) };
  return isDay(day) ? timed(day, clock) : null;
}

/** Its first fifteen days, or the others. */
function halfValue(place: Month, half: number): Value {
  const [first, last] = half === 1 ? [1, 15] : [16, monthLength(place.year, place.month)];
  return {
    ...interval(isoDay({ ...place, day: first }), isoDay({ ...place, day: last })),
    anchor: { ...place, day: null },
  };
}

/** The first, second or last ten days or so. */
function thirdValue(place: Month, third: number): Value {
  const last = third === 2 ? monthLength(place.year, place.month) : 10 * third + 10;
  return {
    ...interval(isoDay({ ...place, day: 10 * third + 1 }), isoDay({ ...place, day: last })),
    anchor: { ...place, day: null },
  };
}
