import { isDay } from "./dates/calendar.ts";

const SHAPE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/**
 * Whether a text is a year, month or day in ISO 8601 that the calendar has.
 *
 * @example
 * isIsoDate("2024-02-29"); // true
 * isIsoDate("2024-02-30"); // false
 */
export function isIsoDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [, year, month = "01", day = "01"] = match;
  return isDay({ year: Number(year), month: Number(month), day: Number(day) });
}
