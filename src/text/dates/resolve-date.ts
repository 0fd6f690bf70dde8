import type { Precision } from "../../model/discussion.ts";
import { type Anchor, dayIn } from "./anchor.ts";
import {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  isDay,
  isoDay,
  isoMonth,
  isoYear,
  monthLength,
  weekdayOf,
} from "./calendar.ts";
import type { DateExpression, Part } from "./expression.ts";
import { interval, months, timed, type Value } from "./iso-value.ts";
import { precisionOf } from "./precision-of.ts";
import { monthOf, monthWithDay, yearOf } from "./year-and-month.ts";

/** What {@link resolveDate} may count from. */
export interface Surroundings {
  /** When the text was written. */
  readonly anchor: Anchor | null;
  /** Another date said before in the text. */
  readonly context: Anchor | null;
  /** Whether the sentence speaks of what is to come. */
  readonly future: boolean;
}

/** A date in ISO 8601, its precision and what it was counted from. */
export interface ResolvedDate {
  readonly value: string;
  readonly precision: Precision;
  readonly from: "text" | "anchor" | "context";
  /** The same as an anchor for dates that follow. */
  readonly anchor: Anchor | null;
}

/**
 * Turns what a date says into an ISO value or a closed interval `first/last`, or null where nothing anchors it.
 *
 * A month, or month and day, without a year is the nearest one not after the anchor, in a sentence about the future
 * the nearest not before it; a bare day lies in the anchor's month, or the nearest month that has it; weeks begin on Monday; a fiscal year on 1 April.
 *
 * @example
 * const anchor = { year: 2022, month: 9, day: 15 };
 * resolveDate({ start: 0, end: 3, kind: "point", month: { from: "text", value: 8 }, third: 2 }, { anchor, context: null, future: false });
 * // { value: "2022-08-21/2022-08-31", precision: "part", from: "anchor", … }
 */
export function resolveDate(expression: DateExpression, surroundings: Surroundings): ResolvedDate | null {
  if (expression.kind !== "point") return null;
  const precision = precisionOf(expression);
  const from = originOf(expression, surroundings);
  if (from === null) return null;
  const base = from === "anchor" ? surroundings.anchor : from === "context" ? surroundings.context : null;
  const value = dateOf(expression, base, surroundings.future);
  return value === null ? null : { ...value, precision, from };
}

function originOf(expression: DateExpression, { anchor, context }: Surroundings): ResolvedDate["from"] | null {
  const { year, month, day, week, decade, century, distance, clock } = expression;
  const parts: readonly (Part | undefined)[] = [year, month, day, week, century];
  if (parts.some((part) => part?.from === "context")) return context === null ? null : "context";
  const absolute = decade !== undefined || year?.from === "text" || century?.from === "text";
  if (absolute && !parts.some((part) => part?.from === "anchor")) return "text";
  if (anchor !== null) return "anchor";
  const bare = distance === undefined && week === undefined && !parts.some((part) => part?.from === "anchor");
  return bare && context !== null && (month !== undefined || day !== undefined || clock !== undefined)
    ? "context"
    : null;
}

function dateOf(expression: DateExpression, base: Anchor | null, future: boolean): Value | null {
  const { year, month, day, week, weekday, third, season, half, quarter, fiscal, decade, century, distance, clock } =
    expression;
  if (decade !== undefined) return interval(isoYear(decade), isoYear(decade + 9));
  if (century !== undefined) {
    const number = century.from === "text" ? century.value : Math.ceil(base!.year / 100) + century.value;
    return interval(isoYear(number * 100 - 99), isoYear(number * 100));
  }
  if (distance !== undefined) return away(expression, base!);
  if (week !== undefined) return inWeek(expression, base!);
  if (weekday !== undefined && day === undefined) {
    const known = dayIn(base!);
    return known === null ? null : timed(addDays(known, -((weekdayOf(known) - weekday + 7) % 7)), clock);
  }

  const fullYear = yearOf(expression, base);
  if (month === undefined && day === undefined && season === undefined) {
    if (clock !== undefined && year === undefined) {
      const known = base === null ? null : dayIn(base);
      return known === null ? null : timed(known, clock);
    }
    const first = fullYear ?? base!.year;
    if (fiscal) {
      if (half === 1) return interval(isoMonth(first, 4), isoMonth(first, 9));
      if (half === 2) return interval(isoMonth(first, 10), isoMonth(first + 1, 3));
      const start = quarter === undefined ? null : addMonths(first, 4, 3 * (quarter - 1));
      if (start !== null) return months(start, 3);
      return interval(isoMonth(first, 4), isoMonth(first + 1, 3));
    }
    if (half !== undefined) return months({ year: first, month: half === 1 ? 1 : 7 }, 6);
    if (quarter !== undefined) return months({ year: first, month: 3 * quarter - 2 }, 3);
    return { value: isoYear(first), anchor: { year: first, month: null, day: null } };
  }
  if (season !== undefined) return seasonOf(season, fullYear, base);

  const place = monthOf(expression, fullYear, base, future);
  if (place === null) return null;
  if (day !== undefined) {
    const full =
      day.from !== "text"
        ? relativeDay(day, base)
        : month === undefined && year === undefined
          ? monthWithDay(place, day.value, future)
          : { ...place, day: day.value };
    return full === null || !isDay(full) ? null : timed(full, clock);
  }
  if (expression.through !== undefined) return months(place, expression.through - place.month + 1);
  if (third === undefined) return { value: isoMonth(place.year, place.month), anchor: { ...place, day: null } };
  const last = third === 2 ? monthLength(place.year, place.month) : 10 * third + 10;
  return {
    ...interval(isoDay({ ...place, day: 10 * third + 1 }), isoDay({ ...place, day: last })),
    anchor: { ...place, day: null },
  };
}

function relativeDay(day: Part, base: Anchor | null): Day | null {
  const known = base === null ? null : dayIn(base);
  return known === null ? null : addDays(known, day.value);
}

function away({ distance, day, month, clock }: DateExpression, base: Anchor): Value | null {
  const { count, unit } = distance!;
  if (unit === "hour") return null;
  if (unit === "year") {
    const year = base.year + count;
    if (day !== undefined)
      return base.month === null || base.day === null ? null : timed({ year, month: base.month, day: base.day }, clock);
    if (month !== undefined)
      return base.month === null
        ? null
        : { value: isoMonth(year, base.month), anchor: { year, month: base.month, day: null } };
    return { value: isoYear(year), anchor: { year, month: null, day: null } };
  }
  if (unit === "month") {
    if (base.month === null) return null;
    const moved = addMonths(base.year, base.month, count);
    return { value: isoMonth(moved.year, moved.month), anchor: { ...moved, day: null } };
  }
  const known = dayIn(base);
  return known === null ? null : timed(addDays(known, count), clock);
}

function inWeek({ week, weekday, half, clock }: DateExpression, base: Anchor): Value | null {
  const known = dayIn(base);
  if (known === null) return null;
  const monday = addDays(known, 7 * week!.value - weekdayOf(known));
  if (half !== undefined) return { ...interval(isoDay(addDays(monday, 5)), isoDay(addDays(monday, 6))), anchor: null };
  if (weekday !== undefined) return timed(addDays(monday, weekday), clock);
  return { ...interval(isoDay(monday), isoDay(addDays(monday, 6))), anchor: null };
}

function seasonOf(season: number, fullYear: number | null, base: Anchor | null): Value | null {
  const begins = { month: 3 * season + 3, day: 1 };
  let year = fullYear;
  if (year === null) {
    if (base === null) return null;
    const known = { year: base.year, month: base.month ?? 12, day: base.day ?? 28 };
    year = dayNumber({ year: base.year, ...begins }) > dayNumber(known) ? base.year - 1 : base.year;
  }
  const last = addMonths(year, begins.month, 2);
  return {
    ...interval(isoDay({ year, ...begins }), isoDay({ ...last, day: monthLength(last.year, last.month) })),
    anchor: { year, month: null, day: null },
  };
}
