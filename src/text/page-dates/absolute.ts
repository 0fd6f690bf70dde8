import type { DateValue } from "../../model/discussion.ts";
import { dateOf, isDay, pad } from "./calendar.ts";
import { CLOCK, type ClockGroups, clockOf, WEEKDAY } from "./clock.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
const LONGEST = 60;
/** Of years of two digits these and later ones lie in the last century. */
const LAST_CENTURY = 70;

const shape = (source: string): RegExp => new RegExp(source, "i");
const JAPANESE = shape(
  String.raw`^(?:(?<era>令和|平成|昭和)\s*)?(?<year>\d{1,4}|元)\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日${WEEKDAY}(?:\s*at)?${CLOCK}$`,
);
const NUMERIC = shape(
  String.raw`^(?<year>\d{4})(?<sep>[-/.])\s?(?<month>\d{1,2})\k<sep>\s?(?<day>\d{1,2})${WEEKDAY}(?:T|\s*,?\s*at)?${CLOCK}$`,
);
/** A year of two digits is one only beside a weekday or a time of day. */
const SHORT_YEAR = shape(String.raw`^(?<year>\d{2})/(?<month>\d{2})/(?<day>\d{2})(?=[\s(])${WEEKDAY}${CLOCK}$`);
/** Month and day before the year, in either order. */
const YEAR_LAST = shape(
  String.raw`^(?<one>\d{1,2})(?<sep>[-/.])(?<two>\d{1,2})\k<sep>(?<year>\d{4})${WEEKDAY}(?:,?\s*at|,)?${CLOCK}$`,
);
const ENGLISH = shape(
  String.raw`^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-](?<name>[a-z]{3,9})\.?|(?<name2>[a-z]{3,9})\.?\s+(?<day2>\d{1,2})(?:st|nd|rd|th)?),?[\s-]+(?<year>\d{4})(?:\s*,?\s*at)?${CLOCK}$`,
);
/** `Tue Apr 01 00:05:31 +0000 2025`, as X and Unix write it. */
const UNIX =
  /^[a-z]{3} (?<name>[a-z]{3}) {1,2}(?<day>\d{1,2}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) (?<zone>[+-]\d{4}|[a-z]{3,4})? ?(?<year>\d{4})$/i;
const JAPANESE_MONTH = /^(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月$/;

/** What {@link parsePageDate} says of a string: a date, something shaped like one that no calendar has, or no date. */
export type PageDate = DateValue | "invalid" | null;

/** Which comes first where the year comes last: the month (`4/13/2025`) or the day (`13/4/2025`). */
export type DateOrder = "mdy" | "dmy";

/** Options of {@link parsePageDate}. */
export interface PageDateOptions {
  /** Order of a date with its year last where its numbers do not tell; months first by default. */
  readonly order?: DateOrder | undefined;
}

/**
 * Returns what a whole string says in one of the forms in which pages and exports print dates, in local time.
 *
 * Knows `2022年 9月 15日`, `2022/09/15(木) 12:34:56.78`, `2022-09-15T12:34:56+09:00`, `令和4年9月15日`, `25/04/01(火)09:05:31`,
 * `4/13/2025 9:05 AM`, `午後3:05`, `9:05:31 午前 GMT+9`, `12:34 PM`, `September 15, 2022 at 12:34 pm`, RFC 2822 and what
 * X writes; digits may be full-width. An offset is kept. Dates that count from another day (「6時間前」) are none here:
 * `resolvePageDate`.
 *
 * @example
 * parsePageDate("2022年 9月 15日 12:34 PM"); // { value: "2022-09-15T12:34", precision: "minute" }
 * parsePageDate("2022年13月45日"); // "invalid"
 */
export function parsePageDate(text: string, { order }: PageDateOptions = {}): PageDate {
  const plain = plainDate(text);
  if (plain === null) return null;
  const match =
    JAPANESE.exec(plain) ?? NUMERIC.exec(plain) ?? SHORT_YEAR.exec(plain) ?? ENGLISH.exec(plain) ?? UNIX.exec(plain);
  if (match?.groups !== undefined) return assemble(match.groups);
  const last = YEAR_LAST.exec(plain)?.groups;
  if (last !== undefined) return yearLast(last, order);
  const month = JAPANESE_MONTH.exec(plain)?.groups;
  if (month === undefined) return null;
  return isDay(Number(month.year), Number(month.month))
    ? { value: `${month.year}-${pad(Number(month.month))}`, precision: "month" }
    : "invalid";
}

/** Returns the text as dates are read: trimmed, full-width folded; null where it cannot be one. */
export function plainDate(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length < 2 || trimmed.length > LONGEST) return null;
  return trimmed.normalize("NFKC");
}

/**
 * Returns the order in which dates with the year last are written, judged by those of them that tell: `null` where none
 * does or they contradict each other.
 *
 * @example
 * dateOrderOf(["4/1/2025", "4/13/2025"]); // "mdy"
 */
export function dateOrderOf(texts: Iterable<string>): DateOrder | null {
  let [months, days] = [0, 0];
  for (const text of texts) {
    const found = YEAR_LAST.exec(plainDate(text) ?? "")?.groups;
    if (found === undefined) continue;
    if (Number(found.two) > 12) months++;
    if (Number(found.one) > 12) days++;
  }
  return months > 0 === days > 0 ? null : months > 0 ? "mdy" : "dmy";
}

/** Whether a date has its year last and numbers that do not tell the month from the day. */
export function isAmbiguous(text: string): boolean {
  const found = YEAR_LAST.exec(plainDate(text) ?? "")?.groups;
  if (found === undefined || found.sep === ".") return false;
  return Number(found.one) <= 12 && Number(found.two) <= 12 && found.one !== found.two;
}

/** Dots between the numbers are a European's, who writes the day first. */
function yearLast(groups: ClockGroups, order: DateOrder | undefined): PageDate {
  const [one, two] = [Number(groups.one), Number(groups.two)];
  const dayFirst = one > 12 || (two <= 12 && (order ?? (groups.sep === "." ? "dmy" : "mdy")) === "dmy");
  const [month, day] = dayFirst ? [two, one] : [one, two];
  return dateOf({ year: Number(groups.year), month, day, ...clockOf(groups) });
}

function assemble(groups: ClockGroups): PageDate {
  const name = groups.name ?? groups.name2;
  const month = name === undefined ? Number(groups.month) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (name !== undefined && month === 0) return null;
  const year = yearOf(groups.era, groups.year!);
  return year === null ? null : dateOf({ year, month, day: Number(groups.day ?? groups.day2), ...clockOf(groups) });
}

function yearOf(era: string | undefined, written: string): number | null {
  const counted = written === "元" ? 1 : Number(written);
  if (era !== undefined) return counted + ERAS[era]!;
  if (written.length === 4) return counted;
  return written.length === 2 ? counted + (counted >= LAST_CENTURY ? 1900 : 2000) : null;
}

/** Returns seconds since 1970 as a date to the second in UTC; null for what is no such number. */
export function epochDate(seconds: number): DateValue | null {
  if (!Number.isFinite(seconds) || Math.abs(seconds) > 8.64e12) return null;
  return { value: new Date(Math.floor(seconds) * 1000).toISOString().replace(/\.\d+Z$/, "Z"), precision: "second" };
}
