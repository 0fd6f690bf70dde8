import { addMonths } from "../../text/dates/calendar.ts";
import type { Clock, DateExpression, Part } from "../../text/dates/expression.ts";
import type { ResolvedDate } from "../../text/dates/resolve-date.ts";

/** A date that the text said before, completed, and what it came to. */
export interface Before {
  readonly expression: DateExpression;
  readonly resolved: ResolvedDate;
  readonly sentence: number;
}

/** How a date stands to the one before it: from that on (から), beside it (と), or later in the same sentence. */
export type Join = "range" | "list" | "later";

const RANGE =
  /^(?:頃|ごろ|すぎ|過ぎ|[^年月日時分、。]{0,6}(?=から))?(?:から|より|[ 　]?[~〜～‐–―−→ー-][ 　]?)、?(?:翌日?の?)?$/;
const LIST = /^(?:と|や|か|、|・|,|及び|および|または|並びに|ならびに|[ 　])$/;
/** What is between them is not looked at beyond this. */
const REACH = 12;

/** Returns how the words between two dates join them; null where they do not. */
export function joinOf(text: string, from: number, to: number, isSameSentence: boolean): Join | null {
  const between = to - from > REACH ? null : text.slice(from, to);
  if (between !== null && RANGE.test(between)) return "range";
  if (between !== null && LIST.test(between)) return "list";
  return isSameSentence ? "later" : null;
}

const THAT = /[そこ]の([年月日])の?$/;

/** Returns a date of その年, その月, その日 as one that counts from the date before it: その年の10月, その日の午後3時. */
export function ofThatTime(expression: DateExpression, text: string): DateExpression {
  const that = THAT.exec(text.slice(Math.max(0, expression.start - 4), expression.start));
  if (that === null || expression.kind !== "point" || expression.distance !== undefined) return expression;
  const there: Part = { from: "context", value: 0 };
  const isAnchored = expression.year === undefined || expression.year.from === "anchor";
  if (that[1] === "年" && isAnchored && (expression.month ?? expression.season) !== undefined)
    return { ...expression, year: there };
  if (that[1] === "月" && expression.day?.from === "text" && expression.month === undefined)
    return { ...expression, month: there };
  return that[1] === "日" && isHourOnly(expression) ? { ...expression, day: there } : expression;
}

/**
 * Returns a date with what the one before it lends: half of the day and day to 3時 of 午後1時から3時, month to 30日 of
 * 4月28日から30日, year to 3月 of 2023年10月から3月. Null where nothing is lent.
 */
export function completed(expression: DateExpression, before: Before, join: Join): DateExpression | null {
  if (isHourOnly(expression)) return withHalf(expression, before, join);
  if (before.resolved.anchor === null || expression.week !== undefined) return null;
  if (expression.year !== undefined || expression.distance !== undefined || expression.kind !== "point") return null;
  if (join === "later" && !isInStory(expression, before)) return null;
  if (expression.month === undefined) return withMonth(expression, before, join);
  return withYear(expression, before, join);
}

/** Whether a month goes on with those of a year written out before in the sentence: 2005年3月に…、10月4日に…. */
function isInStory({ month }: DateExpression, { expression }: Before): boolean {
  return month !== undefined && expression.year?.from === "text" && expression.month !== undefined;
}

const said = (value: number): Part => ({ from: "text", value });

function isHourOnly({ clock, day, month, year, week, weekday, distance }: DateExpression): boolean {
  return clock !== undefined && [day, month, year, week, weekday, distance].every((part) => part === undefined);
}

function withHalf({ start, end, clock }: DateExpression, { expression }: Before, join: Join): DateExpression | null {
  const first = expression.clock;
  if (first === undefined) return null;
  const isOpen = !clock!.isHalved && clock!.hour <= 12;
  const second = isOpen ? hourAfter(clock!, first, join) : clock!;
  if (join === "later" && (second === clock || !(first.isHalved || clock!.isSameHalf === true))) return null;
  return { ...expression, start, end, clock: second };
}

const HOURS = [0, 12, 24];

/** The first such hour after another: 3時 after 午後1時 is 15, 1時 after 午前11時 is 13, 2時 after 22時 is 26. */
function hourAfter(clock: Clock, first: Clock, join: Join): Clock {
  if (!first.isHalved && join !== "range") return clock;
  const minutes = (hour: number, { minute }: Clock): number => 60 * hour + (minute ?? 0);
  const from = minutes(first.hour, first);
  const more = HOURS.find((hours) => minutes(clock.hour + hours, clock) > from);
  // Beside another, an hour does not run into the next day.
  if (more === undefined || (join !== "range" && clock.hour + more > 24)) {
    const half = first.hour >= 12 && clock.hour < 12 ? 12 : 0;
    return join === "later" ? clock : { ...clock, hour: clock.hour + half };
  }
  return more === 0 ? clock : { ...clock, hour: clock.hour + more };
}

function withMonth(expression: DateExpression, { resolved }: Before, join: Join): DateExpression | null {
  const { year, month, day } = resolved.anchor!;
  if (expression.day?.from !== "text" || month === null || day === null) return null;
  const isEarlier = expression.day.value < day;
  if (isEarlier && join === "list") return null;
  const place = isEarlier ? addMonths(year, month, 1) : { year, month };
  return { ...expression, year: said(place.year), month: said(place.month) };
}

function withYear(expression: DateExpression, before: Before, join: Join): DateExpression | null {
  const { year, month, day } = before.resolved.anchor!;
  if (expression.month!.from !== "text" || month === null || before.expression.fiscal === true) return null;
  const later = expression.month!.value - month || (expression.day?.value ?? 31) - (day ?? 0);
  const isEarlier = later < 0;
  if (join !== "range" && (isEarlier || before.expression.year === undefined)) return null;
  return { ...expression, year: said(isEarlier ? year + 1 : year) };
}
