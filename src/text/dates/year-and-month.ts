import { type Anchor, dayIn } from "./anchor.ts";
import { addMonths, type Day, dayNumber, isDay, weekdayOf } from "./calendar.ts";
import type { DateExpression } from "./expression.ts";

/** The year of an expression, where it says one. */
export function yearOf({ year, fiscal, month }: DateExpression, base: Anchor | null): number | null {
  if (year === undefined) return null;
  // January to March stand at the end of a fiscal year.
  const late = fiscal && month?.from === "text" && month.value < 4 ? 1 : 0;
  if (year.from === "text") return year.value + late;
  const fiscalBase = fiscal && base!.month !== null && base!.month < 4 ? base!.year - 1 : base!.year;
  return fiscalBase + year.value + late;
}

/** A month of a year. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

/** What a month or day without a year lies near to, and on which side of it. */
export interface Near {
  readonly base: Anchor | null;
  readonly future: boolean;
  /** Whether nothing tells that the sentence speaks of what was. */
  readonly isOpen?: boolean;
}

/** Returns year and month of an expression, the missing part from what it is counted from. */
export function monthOf(expression: DateExpression, fullYear: number | null, near: Near): Month | null {
  const { month, day } = expression;
  if (month?.from === "text")
    return month.value < 1 || month.value > 12 ? null : namedMonth(expression, fullYear, near);
  const { base } = near;
  if (base === null) return null;
  if (month !== undefined) return countedMonth(expression, fullYear, base);
  if (base.month !== null) return { year: base.year, month: base.month };
  return day?.from === "text" ? null : { year: base.year, month: 1 };
}

/** The month so many months from that of `base`: 先月, 翌月. */
function countedMonth({ month, day }: DateExpression, fullYear: number | null, base: Anchor): Month | null {
  if (base.month === null) return null;
  // 2月27日に始まり、翌1日に: the day after the last of a month lies in the next.
  const over = month!.from === "context" && day?.from === "text" && base.day !== null && day.value < base.day ? 1 : 0;
  const moved = addMonths(base.year, base.month, month!.value + over);
  return fullYear === null ? moved : { year: fullYear, month: moved.month };
}

/** A month of the calendar; without a year the nearest one on the right side of `base`. */
function namedMonth(expression: DateExpression, fullYear: number | null, near: Near): Month | null {
  const { base, future } = near;
  const month = expression.month!.value;
  // 年明け of what is to come is that of the next year.
  const turn = future && base?.month != null && isTurnOfYear(expression);
  if (fullYear !== null && !turn) return { year: fullYear, month };
  if (base === null) return null;
  const order = base.month === null ? 0 : month - base.month || daysAfter(expression, base);
  const shift = future || isNearAhead(expression, near) ? Number(order < 0) : -Number(order > 0);
  const year = base.year + shift;
  return { year: yearOnWeekday(expression, year, base) ?? year, month };
}

/** How many days ahead a day without a year may lie, where the last such day was almost a year ago. */
const AHEAD = 45;

/** Whether a day without a year is rather one of the weeks to come, in a sentence that does not tell what was. */
function isNearAhead({ month, day }: DateExpression, { base, isOpen }: Near): boolean {
  const known = base === null ? null : dayIn(base);
  if (isOpen !== true || known === null || day?.from !== "text") return false;
  const there = { year: known.year, month: month!.value, day: day.value };
  const next = dayNumber(there) < dayNumber(known) ? { ...there, year: known.year + 1 } : there;
  return dayNumber(next) - dayNumber(known) <= AHEAD;
}

/** Years and months away, the nearest first, in which a weekday is looked for. */
const AWAY = [0, 1, -1, -2, 2, -3, 3];

/** The year nearest to `year` in which a month and day fall on the weekday that is said: 3月5日（火）. */
function yearOnWeekday({ month, day, weekday }: DateExpression, year: number, base: Anchor): number | null {
  if (weekday === undefined || day?.from !== "text") return null;
  const falls = AWAY.map((away) => ({ year: year + away, month: month!.value, day: day.value })).filter((there) =>
    fallsOn(there, weekday),
  );
  const from = dayNumber({ year: base.year, month: base.month ?? 7, day: base.day ?? 1 });
  const distance = (there: Day): number => Math.abs(dayNumber(there) - from);
  return falls.length === 0 ? null : falls.reduce((a, b) => (distance(b) < distance(a) ? b : a)).year;
}

/** The month nearest to `place` in which a day falls on the weekday that is said: 5日（火）; null where none does. */
export function monthOnWeekday(place: Month, day: number, weekday: number | undefined): Day | null {
  if (weekday === undefined) return null;
  for (const away of AWAY) {
    const there = { ...addMonths(place.year, place.month, away === 0 ? 0 : -away), day };
    if (fallsOn(there, weekday)) return there;
  }
  return null;
}

const fallsOn = (day: Day, weekday: number): boolean => isDay(day) && weekdayOf(day) === weekday;

const daysAfter = ({ day }: DateExpression, base: Anchor): number =>
  day === undefined || base.day === null ? 0 : day.value - base.day;

const isTurnOfYear = ({ year, month, third }: DateExpression): boolean =>
  year?.value === 0 && month?.value === 1 && third === 0;

/** 31日 written in April is the 31st of March; in a sentence about the future, of May. */
export function monthWithDay(place: Month, day: number, future: boolean): Day {
  let { year, month } = place;
  for (let tries = 0; tries < 2 && !isDay({ year, month, day }); tries++)
    ({ year, month } = addMonths(year, month, future ? 1 : -1));
  return { year, month, day };
}
