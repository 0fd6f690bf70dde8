import { parseNumeral } from "../numerals.ts";
import { isAmountOfDays } from "./amount-context.ts";
import { type Cursor, type Fields, text } from "./cursor.ts";
import type { Distance } from "./expression.ts";
import { withClock } from "./read-clock.ts";

/** An amount of time as it is written: 数, 年, 半, 前 of 数年半前. */
interface Amount {
  readonly number: string;
  readonly unit: string;
  readonly half: boolean;
  readonly where: string | undefined;
}

/** 30年前, 3年間, 数か月後. */
export function readAmount(cursor: Cursor): Fields | null {
  const before = cursor.position;
  const rough = readRough(cursor);
  if (rough !== null) return rough;
  const match = cursor.take(cursor.shapes.amount);
  if (match === null) return null;
  const amount: Amount = { number: match[1]!, unit: match[2]!, half: match[3] !== undefined, where: match[4] };
  if (!isMarked(amount)) {
    cursor.position = before;
    return null;
  }
  const side = amount.where === "前" ? -1 : amount.where === "後" ? 1 : 0;
  if (side === 0) return { kind: "duration" };
  const distance = distanceOf(amount, side);
  if (distance === null) return { kind: "vague" };
  if (distance.unit === "year") return sameDay(cursor, { distance });
  return amount.unit.startsWith("日") ? withClock(cursor, { distance }) : { distance };
}

/** 2、3日, 4、5年前: an amount that is left open. */
function readRough(cursor: Cursor): Fields | null {
  const before = cursor.position;
  const match = cursor.take(cursor.shapes.roughAmount);
  if (match === null) return null;
  const [, first, second, unit, , where] = match;
  if (parseNumeral(first!)! + 1 === parseNumeral(second!)!) {
    if (where !== undefined) return { kind: "vague" };
    // 2、3日に開く names two days.
    const rest = cursor.text.slice(cursor.position, cursor.position + 12);
    const names = unit === "日" && rest.startsWith("に") && !isAmountOfDays(Number(second), rest);
    if (!names) return { kind: "duration" };
    return { day: text(parseNumeral(first!)!), throughDay: parseNumeral(second!)! };
  }
  cursor.position = before;
  return null;
}

/** Whether a word marks an amount as one: 3年 may be a year, 3世紀 a century, 3年間 and 数年 are neither. */
function isMarked({ number, unit, half, where }: Amount): boolean {
  if (unit === "世紀") return where === "前" || where === "後";
  if (where === "間" && unit.endsWith("間")) return false;
  return where !== undefined || half || /[間月]$|^週$/.test(unit) || /[半数何幾]/.test(number);
}

/** In what the units are counted, by what they begin or end with; a century counts nothing exactly. */
const COUNTED: readonly (readonly [unit: RegExp, counted: Distance["unit"], size: number])[] = [
  [/^年/, "year", 1],
  [/月$/, "month", 1],
  [/^週/, "day", 7],
  [/^日/, "day", 1],
  [/^[時分秒]/, "hour", 1],
];

/** How far away it is; null where that is vague (数年前). */
function distanceOf({ number, unit, half }: Amount, side: 1 | -1): Distance | null {
  if (number === "半" && unit === "年") return { count: 6 * side, unit: "month" };
  const count = half ? null : parseNumeral(number);
  const row = COUNTED.find(([shape]) => shape.test(unit));
  return count === null || row === undefined ? null : { count: count * row[2] * side, unit: row[1] };
}

/** 3年, 180分: an amount of time that no word marks as one. */
export function readBareAmount(cursor: Cursor): Fields | null {
  return cursor.take(cursor.shapes.bareAmount) === null ? null : { kind: "duration" };
}

/** 一年前の今日. */
function sameDay(cursor: Cursor, fields: Fields): Fields {
  const before = cursor.position;
  if (cursor.take(cursor.shapes.link) !== null) {
    if (cursor.take(cursor.shapes.sameDay) !== null) return { ...fields, day: { from: "anchor", value: 0 } };
    if (cursor.take(cursor.shapes.sameMonth) !== null) return { ...fields, month: { from: "anchor", value: 0 } };
  }
  cursor.position = before;
  return fields;
}
