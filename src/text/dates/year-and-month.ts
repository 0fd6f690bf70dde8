import type { Anchor } from "./anchor.ts";
import { addMonths, type Day, isDay } from "./calendar.ts";
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
}

/** Returns year and month of an expression, the missing part from what it is counted from. */
export function monthOf(expression: DateExpression, fullYear: number | null, near: Near): Month | null {
  const { month, day } = expression;
  if (month?.from === "text") return namedMonth(expression, fullYear, near);
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
function namedMonth(expression: DateExpression, fullYear: number | null, { base, future }: Near): Month | null {
  const month = expression.month!.value;
  // 年明け of what is to come is that of the next year.
  const turn = future && base?.month != null && isTurnOfYear(expression);
  if (fullYear !== null && !turn) return { year: fullYear, month };
  if (base === null) return null;
  const order = base.month === null ? 0 : month - base.month || daysAfter(expression, base);
  const shift = future ? Number(order < 0) : -Number(order > 0);
  return { year: base.year + shift, month };
}

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
