import type { DateValue } from "../model/discussion.ts";

const PAD = (value: number, width = 2): string => String(value).padStart(width, "0");
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
const LONGEST = 60;

const TIME = String.raw`(?:\s*(?<ampm>午前|午後|[ap]\.?m\.?)?\s*(?<hour>\d{1,2})(?:[:時](?<minute>\d{1,2})?)(?:[:分](?<second>\d{1,2})?)?(?:[.,]\d+|秒)?\s*(?<after>[ap]\.?m\.?)?\s*(?<zone>Z|UTC|GMT|JST|[+-]\d{2}:?\d{2})?)?`;
const WEEKDAY = String.raw`(?:\s*[(〔][日月火水木金土](?:曜日?)?(?:・?祝)?[)〕])?`;
const JAPANESE = new RegExp(
  String.raw`^(?:(?<era>令和|平成|昭和)\s*)?(?<year>\d{1,4}|元)\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日${WEEKDAY}(?:\s*at)?${TIME}$`,
  "i",
);
const NUMERIC = new RegExp(
  String.raw`^(?<year>\d{4})(?<sep>[-/.])\s?(?<month>\d{1,2})\k<sep>\s?(?<day>\d{1,2})${WEEKDAY}(?:T|\s*,?\s*at)?${TIME}$`,
  "i",
);
const ENGLISH = new RegExp(
  String.raw`^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:(?<day>\d{1,2})\s+(?<name>[a-z]{3,9})\.?|(?<name2>[a-z]{3,9})\.?\s+(?<day2>\d{1,2})(?:st|nd|rd|th)?),?\s+(?<year>\d{4})(?:\s*,?\s*at)?${TIME}$`,
  "i",
);
const JAPANESE_MONTH = /^(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月$/;

/** What {@link parsePageDate} says of a string: a date, something shaped like one that no calendar has, or no date. */
export type PageDate = DateValue | "invalid" | null;

/**
 * Reads a whole string as a date in one of the forms that pages and exports print, in local time.
 *
 * Knows `2022年 9月 15日`, `2022/09/15(木) 12:34:56.78`, `2022-09-15T12:34:56+09:00`, `令和4年9月15日`,
 * `午後3:05`, `12:34 PM`, `September 15, 2022 at 12:34 pm` and RFC 2822; digits may be full-width. An offset is kept.
 *
 * @example
 * parsePageDate("2022年 9月 15日 12:34 PM"); // { value: "2022-09-15T12:34", precision: "minute" }
 * parsePageDate("2022年13月45日"); // "invalid"
 */
export function parsePageDate(text: string): PageDate {
  const trimmed = text.trim();
  if (trimmed.length < 6 || trimmed.length > LONGEST || !/\d|[０-９]/.test(trimmed)) return null;
  const plain = trimmed.normalize("NFKC");
  const match = JAPANESE.exec(plain) ?? NUMERIC.exec(plain) ?? ENGLISH.exec(plain);
  if (match?.groups === undefined) {
    const month = JAPANESE_MONTH.exec(plain)?.groups;
    if (month === undefined) return null;
    return calendar(month.year!, month.month!)
      ? { value: `${month.year}-${PAD(Number(month.month))}`, precision: "month" }
      : "invalid";
  }
  return assemble(match.groups);
}

function calendar(year: string, month: string, day = "1"): boolean {
  const m = Number(month);
  const d = Number(day);
  if (m < 1 || m > 12 || d < 1 || d > DAYS[m - 1]!) return false;
  const y = Number(year);
  return m !== 2 || d < 29 || (y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0));
}

function assemble(groups: Readonly<Record<string, string | undefined>>): PageDate {
  const name = groups.name ?? groups.name2;
  const month = name === undefined ? groups.month! : String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
  if (month === "0") return null;
  const day = groups.day ?? groups.day2!;
  const counted = groups.year === "元" ? 1 : Number(groups.year);
  if (groups.era === undefined && groups.year!.length !== 4) return null;
  const year = groups.era === undefined ? counted : counted + ERAS[groups.era]!;
  if (!calendar(String(year), month, day)) return "invalid";
  const date = `${PAD(year, 4)}-${PAD(Number(month))}-${PAD(Number(day))}`;
  if (groups.hour === undefined) return { value: date, precision: "day" };
  const half = (groups.ampm ?? groups.after ?? "").toLowerCase();
  let hour = Number(groups.hour);
  if ((half.startsWith("p") || half === "午後") && hour < 12) hour += 12;
  else if ((half.startsWith("a") || half === "午前") && hour === 12) hour = 0;
  if (hour > 24 || Number(groups.minute ?? 0) > 59 || Number(groups.second ?? 0) > 60) return "invalid";
  if (groups.minute === undefined) return { value: `${date}T${PAD(hour)}`, precision: "hour" };
  const zone = offset(groups.zone);
  const minutes = `${date}T${PAD(hour)}:${PAD(Number(groups.minute))}`;
  if (groups.second === undefined) return { value: `${minutes}${zone}`, precision: "minute" };
  return { value: `${minutes}:${PAD(Number(groups.second))}${zone}`, precision: "second" };
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return "";
  const upper = zone.toUpperCase();
  if (upper === "Z" || upper === "UTC" || upper === "GMT") return "Z";
  if (upper === "JST") return "+09:00";
  return upper.includes(":") ? upper : `${upper.slice(0, 3)}:${upper.slice(3)}`;
}

/** Gives seconds since 1970 as a date to the second in UTC; null for what is no such number. */
export function epochDate(seconds: number): DateValue | null {
  if (!Number.isFinite(seconds) || Math.abs(seconds) > 8.64e12) return null;
  return { value: new Date(Math.floor(seconds) * 1000).toISOString().replace(/\.\d+Z$/, "Z"), precision: "second" };
}
