import { isoYear } from "./calendar.ts";
import { interval, type Value, wholeYear } from "./iso-value.ts";

/** Last year, 明治5年, whose months and days are those of the old calendar. */
const LAST = 1872;
/** Counts of years that are no eras of Japan's old calendar. */
const OTHERS = /^(?:皇紀|仏暦|民国|中華民国|檀紀)$/;

/** Whether months and days of a year of an era are those of the old calendar, which followed the moon. */
export const isEraLunar = (year: number, era: string): boolean => year <= LAST && !OTHERS.test(era);

/**
 * Returns the year of a day of the old calendar, which began three to seven weeks after ours: its last two months may lie
 * in our next year.
 */
export function lunarValue(year: number, month: number): Value | null {
  if (month < 1 || month > 12) return null;
  return month <= 10
    ? wholeYear(year)
    : { ...interval(isoYear(year), isoYear(year + 1)), anchor: { year, month: null, day: null } };
}
