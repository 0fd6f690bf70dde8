import type { DateValue, Note } from "../model/discussion.ts";
import {
  epochDate,
  isAmbiguous,
  isDate,
  parsePageDate,
  type ResolveOptions,
  resolvePageDate,
} from "../text/page-date.ts";

/** Seconds since 1970 that lie far ahead are milliseconds, those beyond microseconds and then nanoseconds. */
const MILLISECONDS = 1e11;
const MICROSECONDS = 1e14;
const NANOSECONDS = 1e17;
/** `20250401`, `202504010905`, `20250401090531`: as times since 1970 these would lie in 1976 or after 2286. */
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/;

/**
 * Returns the date that an export or page gives, as text, as digits without marks (`20250401090531`) or as a time since
 * 1970 in seconds, milliseconds, microseconds or nanoseconds; null with a note where it cannot be read, or counts from a
 * day that nobody named (`saved`).
 *
 * @example
 * readDate("2025/04/01 9:05:31 午前 GMT+9", notes)?.value; // "2025-04-01T09:05:31+09:00"
 */
export function readDate(value: unknown, notes: Note[], options: ResolveOptions = {}): DateValue | null {
  if (value === null || value === undefined || value === "") return null;
  const text = String(value).trim();
  if (text === "" || /^0000-/.test(text)) return null;
  const compact = compactDate(text);
  if (compact !== null) return compact;
  if (/^\d{9,19}(?:\.\d+)?$/.test(text)) return epochDate(secondsOf(Number(text)));
  const date = resolvePageDate(text, { short: true, ...options });
  if (isDate(date)) {
    if (options.order === undefined && isAmbiguous(text)) {
      notes.push({ code: "ambiguous-date", message: `${text} was read as ${date.value}: its numbers do not tell` });
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

function compactDate(text: string): DateValue | null {
  const found = COMPACT.exec(text);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second] = found;
  const clock = hour === undefined ? "" : `T${hour}:${minute}${second === undefined ? "" : `:${second}`}`;
  const date = parsePageDate(`${year}-${month}-${day}${clock}`);
  return isDate(date) ? date : null;
}

function secondsOf(number: number): number {
  if (number > NANOSECONDS) return number / 1e9;
  return number > MICROSECONDS ? number / 1e6 : number > MILLISECONDS ? number / 1000 : number;
}
