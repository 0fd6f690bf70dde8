import type { DateValue, Note } from "../model/discussion.ts";
import { epochDate, isAmbiguous, isDate, type ResolveOptions, resolvePageDate } from "../text/page-date.ts";

/** Seconds since 1970 that lie far ahead are milliseconds, and those beyond are microseconds. */
const MILLISECONDS = 1e11;
const MICROSECONDS = 1e14;

/**
 * Returns the date that an export or page gives, as text or as a time since 1970 in seconds, milliseconds or
 * microseconds; null with a note where it cannot be read, or counts from a day that nobody named (`saved`).
 *
 * @example
 * readDate("2025/04/01 9:05:31 午前 GMT+9", notes)?.value; // "2025-04-01T09:05:31+09:00"
 */
export function readDate(value: unknown, notes: Note[], options: ResolveOptions = {}): DateValue | null {
  if (value === null || value === undefined || value === "") return null;
  const text = String(value).trim();
  if (text === "" || /^0000-/.test(text)) return null;
  if (/^\d{9,16}(?:\.\d+)?$/.test(text)) return epochDate(secondsOf(Number(text)));
  const date = resolvePageDate(text, options);
  if (isDate(date)) {
    if (options.order === undefined && isAmbiguous(text)) {
      notes.push({ code: "ambiguous-date", message: `${text} was read with the month first` });
    }
    return date;
  }
  const shown = text.slice(0, 60);
  notes.push(
    date === "relative"
      ? { code: "relative-date", message: `${shown} counts from when the page was saved: give that date (saved)` }
      : { code: "invalid-date", message: `cannot read the date ${shown}` },
  );
  return null;
}

function secondsOf(number: number): number {
  return number > MICROSECONDS ? number / 1e6 : number > MILLISECONDS ? number / 1000 : number;
}
