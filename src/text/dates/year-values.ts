import type { Anchor } from "./anchor.ts";
import { addMonths, dayNumber, isoDay, isoYear, monthLength } from "./calendar.ts";
import { dayFrom } from "./counted-values.ts";
import type { DateExpression, Part } from "./expression.ts";
import { interval, months, type Value, wholeYear } from "./iso-value.ts";

/** Returns the first of the hundred years of a century. */
export function firstOfCentury({ from, value }: Part, base: Anchor | null): number {
  const century = from === "text" ? value : Math.ceil(base!.year / 100) + value;
  return century * 100 - 99;
}

/** First and last year of the thirds of ten years and of a hundred: 初頭, 半ば, 末. */
const THIRDS: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  10: [
    [0, 2],
    [4, 6],
    [7, 9],
  ],
  100: [
    [0, 9],
    [40, 59],
    [90, 99],
  ],
};

/** Returns the years of a decade or century, or of its half (後半) or third (初頭). */
export function partOfYears(first: number, count: 10 | 100, { half, third }: DateExpression): Value {
  const middle = count / 2;
  const [from, to] =
    half !== undefined
      ? [middle * (half - 1), middle * half - 1]
      : third !== undefined
        ? THIRDS[count]![third]!
        : [0, count - 1];
  return interval(isoYear(first + from), isoYear(first + to));
}

/**
 * Returns a year, or its half or quarter, which begin in April where the year is a fiscal one; a time of day that nothing
 * else stands beside is one of the day of `base`.
 */
export function yearValue(expression: DateExpression, fullYear: number | null, base: Anchor | null): Value | null {
  const { year, half, quarter, fiscal, clock } = expression;
  if (clock !== undefined && year === undefined) return dayFrom(base, 0, clock);
  const first = fullYear ?? base!.year;
  const start = fiscal ? 4 : 1;
  if (half !== undefined) return months(addMonths(first, start, 6 * (half - 1)), 6);
  if (quarter !== undefined) return months(addMonths(first, start, 3 * (quarter - 1)), 3);
  return fiscal ? months({ year: first, month: start }, 12) : wholeYear(first);
}

/** Returns the three months of a season; without a year, of the last that has begun. */
export function seasonValue(season: number, fullYear: number | null, base: Anchor | null): Value | null {
  const begins = { month: 3 * season + 3, day: 1 };
  const year = fullYear ?? (base === null ? null : yearBegun(begins, base));
  if (year === null) return null;
  const last = addMonths(year, begins.month, 2);
  return {
    ...interval(isoDay({ year, ...begins }), isoDay({ ...last, day: monthLength(last.year, last.month) })),
    anchor: { year, month: null, day: null },
  };
}

/** The year of the last such day not after `base`. */
function yearBegun(day: { month: number; day: number }, base: Anchor): number {
  const known = { year: base.year, month: base.month ?? 12, day: base.day ?? 28 };
  return dayNumber({ year: base.year, ...day }) > dayNumber(known) ? base.year - 1 : base.year;
}
