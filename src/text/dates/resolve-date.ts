import type { Precision } from "../../model/discussion.ts";
import {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  isDay,
  isoClock,
  isoDay,
  isoMonth,
  isoYear,
  monthLength,
  weekdayOf,
} from "./calendar.ts";
import type { Clock, DateExpression, Part } from "./expression.ts";

/** The date that others are counted from, as far as it is known. */
export interface Anchor {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

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

/** Tells the precision of an expression whether or not anything anchors it. */
export function precisionOf(expression: DateExpression): Precision {
  const { clock, day, weekday, week, third, season, month, half, quarter, decade, century, distance, year } =
    expression;
  if (clock !== undefined) return clock.second !== null ? "second" : clock.minute !== null ? "minute" : "hour";
  if (day !== undefined || (weekday !== undefined && half === undefined)) return "day";
  if (distance !== undefined && month === undefined) return distance.unit === "hour" ? "hour" : distance.unit;
  if (week !== undefined) return half === undefined ? "week" : "part";
  if (third !== undefined || half !== undefined || quarter !== undefined) return "part";
  if (season !== undefined) return "season";
  if (month !== undefined) return "month";
  if (decade !== undefined) return "decade";
  if (century !== undefined) return "century";
  return year === undefined ? "day" : "year";
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

type Value = Pick<ResolvedDate, "value" | "anchor">;

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
  if (third === undefined) return { value: isoMonth(place.year, place.month), anchor: { ...place, day: null } };
  const last = third === 2 ? monthLength(place.year, place.month) : 10 * third + 10;
  return {
    ...interval(isoDay({ ...place, day: 10 * third + 1 }), isoDay({ ...place, day: last })),
    anchor: { ...place, day: null },
  };
}

function yearOf({ year, fiscal, month }: DateExpression, base: Anchor | null): number | null {
  if (year === undefined) return null;
  // January to March stand at the end of a fiscal year.
  const late = fiscal && month?.from === "text" && month.value < 4 ? 1 : 0;
  if (year.from === "text") return year.value + late;
  const fiscalBase = fiscal && base!.month !== null && base!.month < 4 ? base!.year - 1 : base!.year;
  return fiscalBase + year.value + late;
}

function monthOf(
  { year, month, day, third }: DateExpression,
  fullYear: number | null,
  base: Anchor | null,
  future: boolean,
): { year: number; month: number } | null {
  if (month === undefined) {
    if (day?.from !== "text") return base === null ? null : { year: base.year, month: base.month ?? 1 };
    return base === null || base.month === null ? null : { year: base.year, month: base.month };
  }
  if (month.from !== "text") {
    if (base === null || base.month === null) return null;
    const moved = addMonths(base.year, base.month, month.value);
    return fullYear === null ? moved : { year: fullYear, month: moved.month };
  }
  if (fullYear !== null && !(year?.value === 0 && month.value === 1 && third === 0 && future && base?.month != null)) {
    return { year: fullYear, month: month.value };
  }
  if (base === null) return null;
  if (base.month === null) return { year: base.year, month: month.value };
  const order = month.value - base.month || (day === undefined || base.day === null ? 0 : day.value - base.day);
  const shift = future ? (order < 0 ? 1 : 0) : order > 0 ? -1 : 0;
  return { year: base.year + shift, month: month.value };
}

/** 31日 written in April is the 31st of March; in a sentence about the future, of May. */
function monthWithDay(place: { year: number; month: number }, day: number, future: boolean): Day {
  let { year, month } = place;
  for (let tries = 0; tries < 2 && !isDay({ year, month, day }); tries++)
    ({ year, month } = addMonths(year, month, future ? 1 : -1));
  return { year, month, day };
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

const dayIn = ({ year, month, day }: Anchor): Day | null =>
  month === null || day === null ? null : { year, month, day };

function interval(first: string, last: string): Value {
  return { value: `${first}/${last}`, anchor: null };
}

function months(start: { year: number; month: number }, count: number): Value {
  const last = addMonths(start.year, start.month, count - 1);
  return interval(isoMonth(start.year, start.month), isoMonth(last.year, last.month));
}

function timed(day: Day, clock: Clock | undefined): Value {
  if (clock === undefined) return { value: isoDay(day), anchor: day };
  const date = addDays(day, Math.floor(clock.hour / 24));
  const hour = isoClock(clock.hour % 24);
  const minute = clock.minute === null ? "" : `:${isoClock(clock.minute)}`;
  const second = clock.second === null ? "" : `:${isoClock(clock.second)}`;
  return { value: `${isoDay(date)}T${hour}${minute}${second}`, anchor: day };
}
