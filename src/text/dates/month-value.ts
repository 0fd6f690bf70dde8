import { dayIn } from "./anchor.ts";
import { addDays, type Day, isDay, isoDay, monthLength } from "./calendar.ts";
import type { DateExpression } from "./expression.ts";
import { interval, months, timed, type Value, wholeMonth } from "./iso-value.ts";
import { type Month, monthOf, monthWithDay, type Near } from "./year-and-month.ts";

/** Returns a month, a day or a third of it, or the months up to another. */
export function monthValue(expression: DateExpression, fullYear: number | null, near: Near): Value | null {
  const place = monthOf(expression, fullYear, near);
  if (place === null) return null;
  const { day, through, third, clock } = expression;
  if (day !== undefined) {
    const full = dayOfMonth(expression, place, near);
    return full === null || !isDay(full) ? null : timed(full, clock);
  }
  if (through !== undefined) return months(place, through - place.month + 1);
  return third === undefined ? wholeMonth(place) : thirdValue(place, third);
}

function dayOfMonth({ year, month, day }: DateExpression, place: Month, { base, future }: Near): Day | null {
  const { from, value } = day!;
  if (from === "text")
    return month === undefined && year === undefined ? monthWithDay(place, value, future) : { ...place, day: value };
  const known = base === null ? null : dayIn(base);
  return known === null ? null : addDays(known, value);
}

/** The first, second or last ten days or so. */
function thirdValue(place: Month, third: number): Value {
  const last = third === 2 ? monthLength(place.year, place.month) : 10 * third + 10;
  return {
    ...interval(isoDay({ ...place, day: 10 * third + 1 }), isoDay({ ...place, day: last })),
    anchor: { ...place, day: null },
  };
}
