import { parseNumeral } from "../numerals.ts";
import type { Cursor, Fields } from "./cursor.ts";
import { withClock } from "./read-clock.ts";

/** 30年前, 3年間, 数か月後. */
export function readAmount(cursor: Cursor): Fields | null {
  const before = cursor.position;
  const match = cursor.take(cursor.shapes.amount);
  if (match === null) return null;
  const [, amount, unit, half, where] = match as unknown as [
    string,
    string,
    string,
    string | undefined,
    string | undefined,
  ];
  const long = unit.endsWith("間") || /月$/.test(unit) || unit === "週" || unit === "世紀";
  if (
    (where === undefined && half === undefined && !long && !/[半数何幾]/.test(amount)) ||
    (where === "間" && unit.endsWith("間"))
  ) {
    cursor.position = before;
    return null;
  }
  if (unit === "世紀" && where !== "前" && where !== "後") {
    cursor.position = before;
    return null;
  }
  if (where !== "前" && where !== "後") return { kind: "duration" };
  const sign = where === "前" ? -1 : 1;
  const number = parseNumeral(amount);
  if (amount === "半" && unit === "年") return moment(cursor, { distance: { count: 6 * sign, unit: "month" } });
  if (number === null || half !== undefined) return { kind: "vague" };
  const count = number * sign;
  if (unit === "年") return moment(cursor, { distance: { count, unit: "year" } });
  if (unit === "世紀") return { kind: "vague" };
  if (unit.endsWith("月")) return moment(cursor, { distance: { count, unit: "month" } });
  if (unit.startsWith("週")) return { distance: { count: 7 * count, unit: "day" } };
  if (unit.startsWith("日")) return withClock(cursor, { distance: { count, unit: "day" } });
  return { distance: { count, unit: "hour" } };
}

/** 3年, 180分: an amount of time that no word marks as one. */
export function readBareAmount(cursor: Cursor): Fields | null {
  return cursor.take(cursor.shapes.bareAmount) === null ? null : { kind: "duration" };
}

/** 一年前の今日. */
function moment(cursor: Cursor, fields: Fields): Fields {
  const before = cursor.position;
  if (fields.distance?.unit === "year" && cursor.take(cursor.shapes.link) !== null) {
    if (cursor.take(cursor.shapes.sameDay) !== null) return { ...fields, day: { from: "anchor", value: 0 } };
    if (cursor.take(cursor.shapes.sameMonth) !== null) return { ...fields, month: { from: "anchor", value: 0 } };
  }
  cursor.position = before;
  return fields;
}
