import type { Anchor } from "./anchor.ts";
import { isoYear } from "./calendar.ts";
import { distantValue, weekdayBefore, weekValue } from "./counted-values.ts";
import type { DateExpression } from "./expression.ts";
import { interval, type Value } from "./iso-value.ts";
import { monthValue } from "./month-value.ts";
import { yearOf } from "./year-and-month.ts";
import { centuryValue, seasonValue, yearValue } from "./year-values.ts";

/**
 * Returns the value of a date that can be resolved, counted from `base`; null where `base` is not known well enough.
 * The largest or the relative part decides what kind of date it is, and its other parts are read within that.
 */
export function dateValue(expression: DateExpression, base: Anchor | null, future: boolean): Value | null {
  const { decade, century, distance, week, weekday, season, month, day } = expression;
  if (decade !== undefined) return interval(isoYear(decade), isoYear(decade + 9));
  if (century !== undefined) return centuryValue(century, base);
  if (distance !== undefined) return distantValue(expression, base!);
  if (week !== undefined) return weekValue(expression, base!);
  if (weekday !== undefined && day === undefined) return weekdayBefore(expression, base!);
  const year = yearOf(expression, base);
  if (season !== undefined) return seasonValue(season, year, base);
  return month === undefined && day === undefined
    ? yearValue(expression, year, base)
    : monthValue(expression, year, { base, future });
}
