import type { MentionPrecision } from "../../model/layers.ts";
import type { Range } from "../../model/span.ts";

/** Where a part of a date is counted from: itself, the anchor, or another date in the text (翌年). */
export interface Part {
  readonly from: "text" | "anchor" | "context";
  /** The year, month or day itself, or the number of them from there. */
  readonly value: number;
}

/** A time of day; hours may pass 24 as broadcasters write them. */
export interface Clock {
  /** Where its words begin in the text: at 午後 in 3日午後1時. */
  readonly start: number;
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  /** Whether its half of the day is said: by 午後, PM, 今夜; not so in 3時. */
  readonly isHalved: boolean;
  /** Whether it is of the half that was said before: 同3時半. */
  readonly isSameHalf?: boolean;
  /** Whether the hours after midnight may be those of the day named or of the next one: 15日深夜1時. */
  readonly isNight?: boolean;
}

/** A number of units before or after now: 30年前 is `{ count: -30, unit: "year" }`. */
export interface Distance {
  readonly count: number;
  readonly unit: "year" | "month" | "day" | "hour";
}

/** What the words of a date say, before anything is known of the day they were written. */
export interface DateExpression extends Range {
  /** `point` can be resolved; `duration` (3年間), `set` (毎年) and `vague` (数年前, 戦後) name no day. */
  readonly kind: "point" | "duration" | "set" | "vague";
  /** How exact a vague time is, where more than that is known: お盆 comes in a season. */
  readonly exactness?: MentionPrecision;
  readonly year?: Part;
  readonly month?: Part;
  readonly day?: Part;
  readonly week?: Part;
  /** Last month of a range that begins with `month`: 9 in 7〜9月期. */
  readonly through?: number;
  /** First year less one of the era in which `year` was said: 1988 in 平成5年. */
  readonly era?: number;
  /** Whether month and day are of the calendar that Japan gave up at the end of 明治5年 (1872). */
  readonly isLunar?: boolean;
  /** Last day of a range that begins with `day`: 5 in 6月3〜5日. */
  readonly throughDay?: number;
  /** 0 for Monday; beside `day` the one that it must fall on. */
  readonly weekday?: number;
  /** On which side of the day of writing a weekday lies: 1 次の月曜, -1 この前の月曜. */
  readonly side?: number;
  /** Which such weekday of a month: 3 in 第3土曜. */
  readonly nth?: number;
  /** Third of a month: 0 上旬, 1 中旬, 2 下旬; of a decade or century: 0 初頭, 1 半ば, 2 末. */
  readonly third?: number;
  /** 0 spring … 3 winter. */
  readonly season?: number;
  /** Half of a year, month, week, decade or century: 1 or 2. */
  readonly half?: number;
  /** 1 to 4. */
  readonly quarter?: number;
  /** Whether the year is counted April to March. */
  readonly fiscal?: boolean;
  /** First year of a decade. */
  readonly decade?: number;
  /** 19 for the years 1801 to 1900. */
  readonly century?: Part;
  readonly distance?: Distance;
  readonly clock?: Clock;
}
