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

/** Year and month of an expression, the missing part from what it is counted from. */
export function monthOf(
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
    // 2月27日に始まり、翌1日に: the day after the last of a month lies in the next.
    const over = month.from === "context" && day?.from === "text" && base.day !== null && day.value < base.day ? 1 : 0;
    const moved = addMonths(base.year, base.month, month.value + over);
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
export function monthWithDay(place: { year: number; month: number }, day: number, future: boolean): Day {
  let { year, month } = place;
  for (let tries = 0; tries < 2 && !isDay({ year, month, day }); tries++)
    ({ year, month } = addMonths(year, month, future ? 1 : -1));
  return { year, month, day };
}
