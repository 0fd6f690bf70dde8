import { distantValue, weekdayNear, weekValue } from "./counted-values.ts";
import type { DateExpression } from "./expression.ts";
import type { Value } from "./iso-value.ts";
import { lunarValue } from "./lunar.ts";
import { monthValue } from "./month-value.ts";
import { isLunarDay } from "./precision-of.ts";
import { type Near, yearOf } from "./year-and-month.ts";
import { firstOfCentury, partOfYears, seasonValue, yearValue } from "./year-values.ts";

/**
 * Returns the value of a date that can be resolved, counted from `near.base`; null where that is not known well enough.
 * The largest or the relative part decides what kind of date it is, and its other parts are read within that.
 */
export function dateValue(expression: DateExpression, near: Near): Value | null {
  const { base, future } = near;
  const { decade, century, distance, week, weekday, nth, season, month, day } = expression;
  if (decade !== undefined) return partOfYears(decade, 10, expression);
  if (century !== undefined) return partOfYears(firstOfCentury(century, base), 100, expression);
  if (distance !== undefined) return distantValue(expression, base!);
  if (week !== undefined) return weekValue(expression, base!);
  if (weekday !== undefined && day === undefined && nth === undefined) return weekdayNear(expression, base!, future);
  const year = yearOf(expression, base);
  if (isLunarDay(expression)) return year === null ? null : lunarValue(year, month!.value);
  if (season !== undefined) return seasonValue(season, year, base);
  return month === undefined && day === undefined
    ? yearValue(expression, year, base)
    : monthValue(expression, year, near);
}
