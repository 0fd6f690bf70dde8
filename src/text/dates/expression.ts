import type { Range } from "../../model/span.ts";

/** Where a part of a date is counted from: itself, the anchor, or another date in the text (翌年). */
export interface Part {
  readonly from: "text" | "anchor" | "context";
  /** The year, month or day itself, or the number of them from there. */
  readonly value: number;
}

/** A time of day; hours may pass 24 as broadcasters write them. */
export interface Clock {
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
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
  readonly year?: Part;
  readonly month?: Part;
  readonly day?: Part;
  readonly week?: Part;
  /** Last month of a range that begins with `month`: 9 in 7〜9月期. */
  readonly through?: number;
  /** 0 for Monday. */
  readonly weekday?: number;
  /** Third of a month: 0 上旬, 1 中旬, 2 下旬. */
  readonly third?: number;
  /** 0 spring … 3 winter. */
  readonly season?: number;
  /** 1 or 2. */
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
