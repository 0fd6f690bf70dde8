import { YoronError } from "../model/error.ts";

/** Returns a day of the calendar as it is; throws `bad-value` for anything else. */
export function checkDate(date: string): string {
  // A day that the month has not would be counted on into the next.
  const real = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
  if (real && new Date(`${date}T00:00Z`).toISOString().startsWith(date)) return date;
  throw new YoronError({
    code: "bad-value",
    what: "the date of a report must be a day like 2026-11-29, not",
    value: date,
  });
}
