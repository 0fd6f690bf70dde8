import type { DateValue } from "../../model/discussion.ts";
import { YoronError } from "../../model/error.ts";
import { parseNumeral } from "../numerals.ts";
import { type PageDate, type PageDateOptions, parsePageDate, plainDate } from "./absolute.ts";
import { dateOf, isDay, pad } from "./calendar.ts";
import { CLOCK, clockOf, JOIN, WEEKDAY } from "./clock.ts";

/** Options of {@link resolvePageDate}. */
export interface ResolveOptions extends PageDateOptions {
  /** When the page was saved, to the day or finer, in any form that `parsePageDate` knows: what 「6時間前」 counts from. */
  readonly saved?: string | undefined;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Unit = "minute" | "hour" | "day" | "week" | "month" | "year";
/** Each unit with the words for it; shorter ones first would hide longer ones. */
const UNITS: readonly (readonly [Unit, RegExp])[] = [
  ["minute", /^(?:秒|分|secs?|seconds?|mins?|minutes?|s|m)$/i],
  ["hour", /^(?:時間|hrs?|hours?|h)$/i],
  ["day", /^(?:日|days?|d)$/i],
  ["week", /^(?:週間?|weeks?|w)$/i],
  ["month", /^(?:[かカヵヶケ箇]月|months?|mo)$/i],
  ["year", /^(?:年|years?|yrs?|y)$/i],
];

const AGO =
  /^(?:(?:約|およそ|about|over|almost)\s?)?(?<count>\d{1,4}|[一二三四五六七八九十]{1,3}|an?|one)\s?(?<unit>秒|分|時間|日|週間?|[かカヵヶケ箇]月|年|[a-z]{1,7})\s?(?<half>半)?(?:前|\s?ago)$/i;
const NOW = /^(?:たった今|今|数秒前|just now|now|a few seconds ago)$/i;
const NAMED = new RegExp(
  `^(?<name>今日|きょう|本日|昨日|きのう|一昨日|おととい|today|yesterday)(?:の|${JOIN})${CLOCK}$`,
  "i",
);
const NAMED_DAYS: Readonly<Record<string, number>> = {
  今日: 0,
  きょう: 0,
  本日: 0,
  today: 0,
  昨日: 1,
  きのう: 1,
  yesterday: 1,
  一昨日: 2,
  おととい: 2,
};
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = String.raw`(?:${MONTHS.join("|")})[a-z]{0,6}\.?`;
const NO_YEAR = new RegExp(
  String.raw`^(?<month>\d{1,2})\s?(?:/|月)\s?(?<day>\d{1,2})日?(?<week>${WEEKDAY})${JOIN}${CLOCK}$`,
  "i",
);
/** `Apr 1`, `1 Apr`, `Apr 1, 9:05 AM`, as X shows days of this year. */
const ENGLISH_NO_YEAR = new RegExp(
  String.raw`^(?:(?<day>\d{1,2})\s(?<name>${MONTH})|(?<name2>${MONTH})\s(?<day2>\d{1,2})(?:st|nd|rd|th)?)${JOIN}${CLOCK}$`,
  "i",
);
const EDITED = /\s*\((?:編集済み|編集|edited)\)$|\s*[・·]\s*(?:編集済み|edited)$/i;
const LATEST_ZONE = 14 * 60 * MINUTE;
/** A weekday is the same again after at most so many years. */
const YEARS_BACK = 12;

/**
 * Returns what a date says that may count from the day on which the page was saved: 「6時間前」「2 日前」「昨日 10:06」,
 * `3 weeks ago`, and days without a year (「4/1(火) 11:32」), beside all that `parsePageDate` knows.
 *
 * As exact as its words: hours give an hour, days a day, months a month. `"relative"` says that it counts from a day
 * which nobody named. Throws `bad-value` for a `saved` that is no date.
 *
 * @example
 * resolvePageDate("6時間前", { saved: "2025-04-01T12:00" }); // { value: "2025-04-01T06", precision: "hour" }
 * resolvePageDate("6時間前"); // "relative"
 */
export function resolvePageDate(text: string, options: ResolveOptions = {}): PageDate | "relative" {
  const plain = plainDate(text)?.replace(EDITED, "") ?? null;
  if (plain === null) return null;
  const whole = parsePageDate(plain, options);
  if (whole !== null) return whole;
  const read = ago(plain) ?? named(plain) ?? withoutYear(plain);
  if (read === null) return null;
  return options.saved === undefined ? "relative" : read(momentOf(options.saved));
}

/** A local time as if it were UTC, whether it has a time of day, and whether that is in truth of UTC. */
interface Moment {
  readonly time: number;
  readonly timed: boolean;
  readonly utc: boolean;
}

type Read = (saved: Moment) => PageDate;

function momentOf(saved: string): Moment {
  const date = parsePageDate(saved);
  if (date === null || date === "invalid" || date.precision === "month") {
    throw new YoronError({
      code: "bad-value",
      what: "saved is not a date:",
      value: saved,
      next: "give it as 2025-04-01 or 2025-04-01T12:30",
    });
  }
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d)(:\d\d)?(:\d\d)?)?/.exec(date.value)!;
  const [, day, hour = "00", minute = ":00", second = ":00"] = found;
  const utc = /(?:Z|[+-]00:00)$/.test(date.value);
  return { time: Date.parse(`${day}T${hour}${minute}${second}Z`), timed: found[2] !== undefined, utc };
}

function ago(plain: string): Read | null {
  if (NOW.test(plain)) return (saved) => atPrecision(saved, 0, "minute");
  const found = AGO.exec(plain)?.groups;
  if (found === undefined) return null;
  const unit = UNITS.find(([, words]) => words.test(found.unit!))?.[0];
  if (unit === undefined) return null;
  const count = (parseNumeral(found.count!) ?? 1) + (found.half === undefined ? 0 : 0.5);
  // Seconds are told as the minute in which they lie.
  return (saved) => atPrecision(saved, /^(?:秒|s(?:ec)?)/i.test(found.unit!) ? 0 : count, unit);
}

function atPrecision(saved: Moment, count: number, unit: Unit): PageDate {
  const date = new Date(saved.time);
  if (unit === "year" || unit === "month") {
    const back = Math.floor(unit === "year" ? count * 12 : count);
    const months = date.getUTCFullYear() * 12 + date.getUTCMonth() - back;
    const year = pad(Math.floor(months / 12), 4);
    return unit === "year"
      ? { value: year, precision: "year" }
      : { value: `${year}-${pad((months % 12) + 1)}`, precision: "month" };
  }
  const fine = unit === "minute" || unit === "hour";
  const length = unit === "minute" ? MINUTE : unit === "hour" ? 60 * MINUTE : unit === "day" ? DAY : 7 * DAY;
  // Without a time of day, what lies hours back lies on that day or the one before: it is told as the day alone.
  const at = new Date(saved.time - (fine && !saved.timed ? 0 : count * length)).toISOString();
  if (!fine || !saved.timed) return { value: at.slice(0, 10), precision: unit === "week" ? "week" : "day" };
  return unit === "hour"
    ? { value: at.slice(0, 13), precision: "hour" }
    : { value: at.slice(0, 16), precision: "minute" };
}

function named(plain: string): Read | null {
  const found = NAMED.exec(plain)?.groups;
  if (found === undefined) return null;
  const back = NAMED_DAYS[found.name!.toLowerCase()]!;
  return ({ time }) => {
    const day = new Date(time - back * DAY);
    return dateOf({ ...partsOf(day), ...clockOf(found) });
  };
}

function partsOf(day: Date): { year: number; month: number; day: number } {
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}

/** The last such day that is not after the saving, and on the weekday that stands beside it. */
function withoutYear(plain: string): Read | null {
  const found = NO_YEAR.exec(plain)?.groups ?? ENGLISH_NO_YEAR.exec(plain)?.groups;
  if (found === undefined) return null;
  const name = found.name ?? found.name2;
  // Without a weekday, a time, a name or the words 月 and 日 it is a fraction or a rating.
  if (found.week === "" && found.minute === undefined && !plain.includes("日")) return null;
  const month = name === undefined ? Number(found.month) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const day = Number(found.day ?? found.day2);
  if (!isDay(2000, month, day)) return () => "invalid";
  const wanted = weekdayIn(found.week ?? "");
  return ({ time, utc }) => {
    // Where it is later than in Greenwich, the day of the saving may have begun already.
    const latest = time + (utc ? LATEST_ZONE : 0);
    const last = new Date(latest).getUTCFullYear();
    for (let year = last; year > last - YEARS_BACK; year--) {
      const at = new Date(Date.UTC(year, month - 1, day));
      if (!isDay(year, month, day) || at.getTime() > latest) continue;
      if (wanted < 0 || at.getUTCDay() === wanted) return dateOf({ year, month, day, ...clockOf(found) });
    }
    return "invalid";
  };
}

function weekdayIn(text: string): number {
  const english = /mon|tue|wed|thu|fri|sat|sun/i.exec(text)?.[0].toLowerCase();
  if (english !== undefined) return ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].indexOf(english);
  const japanese = /[日月火水木金土]/.exec(text)?.[0];
  return japanese === undefined ? -1 : "日月火水木金土".indexOf(japanese);
}

/** Whether a value is a date: not `"invalid"`, not `"relative"`, not null. */
export function isDate(date: PageDate | "relative"): date is DateValue {
  return date !== null && typeof date !== "string";
}
