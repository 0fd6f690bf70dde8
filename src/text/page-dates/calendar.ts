import type { DateValue } from "../../model/discussion.ts";

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The parts of a local date and time as they were found; what is not there is less exact. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
  readonly second?: number | undefined;
  /** `Z`, `+09:00` or nothing. */
  readonly offset?: string;
}

/** Returns a number in so many digits. */
export const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

/** Whether the calendar has this month and day (and 29 February only in leap years). */
export function isDay(year: number, month: number, day = 1): boolean {
  if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]!) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** Returns the date in ISO 8601 as exact as its parts, or `"invalid"` where no calendar or clock has it. */
export function dateOf({ year, month, day, hour, minute, second, offset = "" }: DateParts): DateValue | "invalid" {
  if (!isDay(year, month, day)) return "invalid";
  // What is joined is one string, where a template would keep each of its parts: a thread may hold very many dates.
  const date = [pad(year, 4), pad(month), pad(day)].join("-");
  if (hour === undefined) return { value: date, precision: "day" };
  if (hour > 24 || (minute ?? 0) > 59 || (second ?? 0) > 60) return "invalid";
  if (minute === undefined) return { value: [date, pad(hour)].join("T"), precision: "hour" };
  const clock = [hour, minute, second].filter((part) => part !== undefined).map((part) => pad(part));
  const value = [date, "T", clock.join(":"), offset].join("");
  return { value, precision: second === undefined ? "minute" : "second" };
}
