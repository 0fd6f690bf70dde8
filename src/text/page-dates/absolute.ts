import type { DateValue } from "../../model/discussion.ts";
import { dateOf, isDay, pad } from "./calendar.ts";
import { CLOCK, type ClockGroups, clockOf, JOIN, WEEKDAY } from "./clock.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
const LONGEST = 60;
/** Of years of two digits these and later ones lie in the last century. */
const LAST_CENTURY = 70;

const shape = (source: string): RegExp => new RegExp(source, "i");
const JAPANESE = shape(
  String.raw`^(?:(?<era>令和|平成|昭和)\s*)?(?<year>\d{1,4}|元)\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日${WEEKDAY}${JOIN}${CLOCK}$`,
);
const NUMERIC = shape(
  String.raw`^(?<year>\d{4})(?<sep>[-/.])\s?(?<month>\d{1,2})\k<sep>\s?(?<day>\d{1,2})${WEEKDAY}(?:T|${JOIN})${CLOCK}$`,
);
/** A year of two digits, first (`25/04/01(火)09:05:31`) or last (`4/1/25, 9:05 AM`). */
const SHORT_YEAR = shape(
  String.raw`^(?<one>\d{1,2})/(?<two>\d{1,2})/(?<three>\d{2})(?![\d/])(?<week>${WEEKDAY})${JOIN}${CLOCK}$`,
);
/** Month and day before the year, in either order. */
const YEAR_LAST = shape(
  String.raw`^(?<one>\d{1,2})(?<sep>[-/.])(?<two>\d{1,2})\k<sep>(?<year>\d{4})${WEEKDAY}${JOIN}${CLOCK}$`,
);
const ENGLISH = shape(
  String.raw`^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-](?<name>[a-z]{3,9})\.?|(?<name2>[a-z]{3,9})\.?\s+(?<day2>\d{1,2})(?:st|nd|rd|th)?),?[\s-]+(?<year>\d{4})${JOIN}${CLOCK}$`,
);
/** `Tue Apr 01 00:05:31 +0000 2025`, as X and Unix write it. */
const UNIX =
  /^[a-z]{3} (?<name>[a-z]{3}) {1,2}(?<day>\d{1,2}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) (?<zone>[+-]\d{4}|[a-z]{3,4})? ?(?<year>\d{4})$/i;
/** The time before the day, as X shows it: `午前9:05 · 2025年4月1日`, `9:05 AM · Apr 1, 2025`. */
const TIME_FIRST =
  /^(?<time>(?:午前|午後)?\s?\d{1,2}:\d\d(?::\d\d)?(?:\s?(?:午前|午後|[ap]\.?m\.?))?)\s?[·・,]?\s?(?<day>\d{4}\D.{4,30}|[a-z]{3,9}\s.{5,20}|\d{1,2}\s[a-z].{5,20})$/i;
const JAPANESE_MONTH = /^(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月$/;

/** What {@link parsePageDate} says of a string: a date, something shaped like one that no calendar has, or no date. */
export type PageDate = DateValue | "invalid" | null;

/** Which comes first where the year comes last: the month (`4/13/2025`) or the day (`13/4/2025`). */
export type DateOrder = "mdy" | "dmy";

/** Options of {@link parsePageDate}. */
export interface PageDateOptions {
  /** Order of a date with its year last where its numbers do not tell; months first by default. */
  readonly order?: DateOrder | undefined;
  /** Whether a day alone may have a year of two digits (`25/04/01`): in a column of dates, not among a page's words. */
  readonly short?: boolean | undefined;
}

/**
 * Returns what a whole string says in one of the forms in which pages and exports print dates, in local time.
 *
 * Knows `2022年 9月 15日`, `2022/09/15(木) 12:34:56.78`, `2022-09-15T12:34:56+09:00`, `令和4年9月15日`, `25/04/01(火)09:05:31`,
 * `4/13/2025 9:05 AM`, `午後3:05`, `9:05:31 午前 GMT+9`, `12:34 PM`, `September 15, 2022 at 12:34 pm`, RFC 2822 and what
 * X writes and shows; digits may be full-width. An offset is kept. Dates that count from another day (「6時間前」) are none here:
 * `resolvePageDate`.
 *
 * @example
 * parsePageDate("2022年 9月 15日 12:34 PM"); // { value: "2022-09-15T12:34", precision: "minute" }
 * parsePageDate("2022年13月45日"); // "invalid"
 */
export function parsePageDate(text: string, { order, short = false }: PageDateOptions = {}): PageDate {
  const plain = plainDate(text);
  if (plain === null) return null;
  const match = JAPANESE.exec(plain) ?? NUMERIC.exec(plain) ?? ENGLISH.exec(plain) ?? UNIX.exec(plain);
  if (match?.groups !== undefined) return assemble(match.groups);
  const two = SHORT_YEAR.exec(plain)?.groups;
  if (two !== undefined) return short || isTimed(two) ? shortYear(two, order) : null;
  const last = YEAR_LAST.exec(plain)?.groups;
  if (last !== undefined) return yearLast(last, order);
  const { time, day } = TIME_FIRST.exec(plain)?.groups ?? {};
  if (time !== undefined && day !== undefined) return timeFirst(time, day);
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
    const found = yearLastIn(text);
    if (found === null) continue;
    if (Number(found.two) > 12) months++;
    if (Number(found.one) > 12) days++;
  }
  return months > 0 === days > 0 ? null : months > 0 ? "mdy" : "dmy";
}

/** Whether the numbers of a date do not tell the month from the day, or (without a time) the year from the day. */
export function isAmbiguous(text: string): boolean {
  const found = yearLastIn(text);
  if (found !== null) {
    return found.sep !== "." && Number(found.one) <= 12 && Number(found.two) <= 12 && found.one !== found.two;
  }
  const short = SHORT_YEAR.exec(plainDate(text) ?? "")?.groups;
  return short !== undefined && !isTimed(short) && Number(short.one) <= 12;
}

/** A date whose year comes last beyond doubt: it has four digits, or the numbers are not padded to two. */
function yearLastIn(text: string): ClockGroups | null {
  const plain = plainDate(text) ?? "";
  const long = YEAR_LAST.exec(plain)?.groups;
  if (long !== undefined) return long;
  const short = SHORT_YEAR.exec(plain)?.groups;
  return short === undefined || isYearFirst(short) ? null : short;
}

/** Beside a weekday or a time of day, three numbers are a date. */
function isTimed({ week, hour }: ClockGroups): boolean {
  return (week ?? "") !== "" || hour !== undefined;
}

/** Japanese writers, who put the year first, write all three numbers with two digits. */
function isYearFirst({ one, two, three }: ClockGroups): boolean {
  if (one!.length < 2 || two!.length < 2) return false;
  return isDay(century(Number(one)), Number(two), Number(three)) || Number(one) > 12;
}

function shortYear(groups: ClockGroups, order: DateOrder | undefined): PageDate {
  const [one, two, three] = [Number(groups.one), Number(groups.two), Number(groups.three)];
  const clock = clockOf(groups);
  if (order === undefined && isYearFirst(groups)) {
    return dateOf({ year: century(one), month: two, day: three, ...clock });
  }
  const dayFirst = order === "dmy" && two <= 12;
  const [month, day] = dayFirst ? [two, one] : [one, two];
  return dateOf({ year: century(three), month, day, ...clock });
}

function timeFirst(time: string, day: string): PageDate {
  const date = parsePageDate(day);
  if (date === null || date === "invalid") return date;
  return date.precision === "day" ? parsePageDate(`${date.value} ${time}`) : null;
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
  return null;
}

/** A year of two digits in full. */
function century(year: number): number {
  return year + (year >= LAST_CENTURY ? 1900 : 2000);
}

/** Returns seconds since 1970 as a date to the second in UTC; null for what is no such number. */
export function epochDate(seconds: number): DateValue | null {
  if (!Number.isFinite(seconds) || Math.abs(seconds) > 8.64e12) return null;
  return { value: new Date(Math.floor(seconds) * 1000).toISOString().replace(/\.\d+Z$/, "Z"), precision: "second" };
}
