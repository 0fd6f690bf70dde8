import type { DateValue } from "../../../model/discussion.ts";
import { parsePageDate } from "../../../text/page-date.ts";

/** A date found in a line; `value` is null where no calendar has it or nothing says the year. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly value: DateValue | null;
}

const CLOCK = String.raw`(?:午前|午後|[ap]\.?m\.?)?\s{0,3}\d{1,2}\s?[:：時]\s?\d{1,2}分?(?:\s?[:：]?\s?\d{1,2}秒?)?(?:\s{0,3}(?:[ap]\.?m\.?)(?![a-z]))?`;
const DAY = String.raw`(?:(?:令和|平成|昭和)\s?(?:\d{1,2}|元)年\s?\d{1,2}月\s?\d{1,2}日|\d{4}\s?年\s{0,3}\d{1,2}\s?月\s{0,3}\d{1,2}\s?日|\d{4}(?<sep>[-/.])\s?\d{1,2}\k<sep>\s?\d{1,2}(?!\d)|(?<!\d)\d{1,2}(?:st|nd|rd|th|\.)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|(?<![\d./])\d{1,2}(?<dot>[./])\s?\d{1,2}\k<dot>\s?\d{4}(?!\d))`;
const WEEKDAY = String.raw`(?:\s{0,3}[(（〔［[](?:[日月火水木金土](?:曜日?)?(?:・?祝)?|(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6})[)）〕］\]]|\s?[日月火水木金土]曜日)?`;
const JOIN = String.raw`[\s,、|｜・·•@＠—–―\-/(（]{0,6}(?:at|on|um|à|kl\.?|alle|om|の)?[\s@＠]{0,3}`;
const DAY_FIRST = new RegExp(`(?<day>${DAY}${WEEKDAY})(?:(?:T|${JOIN})(?<clock>${CLOCK}))?`, "i");
const CLOCK_FIRST = new RegExp(
  `(?<clock>${CLOCK})${JOIN}(?:(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6},?\\s)?(?<day>${DAY})`,
  "i",
);
/** Dates that say too little by themselves. */
const VAGUE =
  /(?:約\s?)?\d{1,3}\s?(?:秒|分|時間|日|週間|か月|カ月|ヶ月|ヵ月|年)\s?前|\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s{0,3}\d{1,2}:\d{2})?|\b(?:\d{1,3}|an?)\s(?:second|minute|hour|day|week|month|year)s?\sago\b|昨日|一昨日|おととい/i;
/** Longer lines are no lines of a head. */
const LONGEST = 400;

/** Returns the first date in a line with the time beside it, in either order; null where there is none. */
export function findDate(line: string): FoundDate | null {
  if (line.length > LONGEST || !/[\d０-９元]/.test(line)) return null;
  // Full-width digits and signs take one unit each, so that places stay.
  const plain = line.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const match = DAY_FIRST.exec(plain);
  if (match === null) return null;
  const turned = CLOCK_FIRST.exec(plain);
  const { index, groups = {}, 0: whole } = turned !== null && turned.index < match.index ? turned : match;
  return { start: index, end: index + whole.length, value: dateOf(groups.day!, groups.clock ?? "") };
}

const WEEKDAY_AT_END =
  /\s*(?:[[(（〔［](?:[日月火水木金土](?:曜日?)?(?:・?祝)?|[a-z]+)[)）〕］\]]|[日月火水木金土]曜日)\s*$/i;
const DAY_MONTH_YEAR = /^(\d{1,2})([./])\s?(\d{1,2})\2\s?(\d{4})$/;

function dateOf(day: string, clock: string): DateValue | null {
  const plain = day
    .replace(WEEKDAY_AT_END, "")
    .replace(/(\d)(?:st|nd|rd|th|\.)(?=\s[a-z])/i, "$1")
    .replace(/\s*年\s*/, "年")
    .trim();
  const turned = DAY_MONTH_YEAR.exec(plain);
  const date = turned === null ? plain : dayMonthYear(Number(turned[1]), Number(turned[3]), turned[4]!, turned[2]!);
  if (date === null) return null;
  const value = parsePageDate(`${date} ${clock.replace(/\s*([:：時])\s*/g, "$1")}`.trim()) ?? parsePageDate(date);
  return value === "invalid" ? null : value;
}

/** 25.12.2014 is the 25th; of 25/12/2014 and 12/25/2014 only one reading has a calendar; 4/5/2014 says nothing. */
function dayMonthYear(first: number, second: number, year: string, sign: string): string | null {
  if (sign === "." || first > 12) return `${year}-${second}-${first}`;
  return second > 12 ? `${year}-${first}-${second}` : null;
}

/** Returns where a date stands that nothing but the time of saving could complete: 3日前, 4月1日. */
export function findVagueDate(line: string): FoundDate | null {
  if (line.length > LONGEST) return null;
  const match = VAGUE.exec(line);
  return match === null ? null : { start: match.index, end: match.index + match[0].length, value: null };
}

/** Whether a line holds a date of any kind. */
export function hasDate(line: string): boolean {
  return line.length <= 120 && (findDate(line) !== null || findVagueDate(line) !== null);
}
