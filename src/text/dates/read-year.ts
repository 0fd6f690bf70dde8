import { parseNumeral } from "../numerals.ts";
import { isAmountOfYears } from "./amount-context.ts";
import { type Cursor, type Fields, text } from "./cursor.ts";
import { partOf } from "./date-words.ts";
import { isEraLunar } from "./lunar.ts";
import { monthsOf, withDay } from "./read-month-day.ts";

export function readFromYear(cursor: Cursor): Fields | null {
  const fields = readYear(cursor);
  if (fields === null) return null;
  const before = cursor.position;
  const range = cursor.linked(cursor.shapes.monthRange);
  const months = range === null ? null : monthsOf(range);
  if (months !== null) return { ...fields, ...months };
  cursor.position = before;
  if (fields.isLunar === true) cursor.take(cursor.shapes.leap);
  const month = cursor.linked(cursor.shapes.month) ?? cursor.linked(cursor.shapes.monthWord);
  if (month !== null) {
    const part = month[1] === undefined ? partOf(cursor.words.months, month[0]) : text(parseNumeral(month[1])!);
    return withDay(cursor, { ...fields, month: part });
  }
  const quarter = cursor.linked(cursor.shapes.quarter);
  if (quarter !== null) return { ...fields, quarter: parseNumeral(quarter[1]!)! };
  const half = cursor.linked(cursor.shapes.half);
  if (half !== null) return { ...fields, half: cursor.words.halves[half[0]]! };
  const season = cursor.linked(cursor.shapes.season);
  if (season !== null) return { ...fields, season: cursor.words.seasons.indexOf(season[0]) };
  const end = readYearEnd(cursor, fields) ?? yearThird(cursor, fields);
  if (end !== null) return end;
  cursor.take(cursor.shapes.about);
  return fields;
}

export function readYearEnd(cursor: Cursor, fields: Fields | null): Fields | null {
  const end = fields === null ? cursor.take(cursor.shapes.yearEnd) : cursor.linked(cursor.shapes.yearEnd);
  if (end === null) return null;
  const [month, third] = cursor.words.yearEnds[end[0]]!;
  return { ...(fields ?? { year: { from: "anchor", value: 0 } }), month: text(month), third };
}

function yearThird(cursor: Cursor, fields: Fields): Fields | null {
  const third = cursor.linked(cursor.shapes.third);
  if (third === null) return null;
  const value = cursor.words.thirds[third[0]]!;
  if (value === 1) return { ...fields, month: text(fields.fiscal ? 8 : 5), through: fields.fiscal ? 11 : 8 };
  const [first, last] = fields.fiscal ? [4, 3] : [1, 12];
  return { ...fields, month: text(value === 0 ? first : last), third: value };
}

function readYear(cursor: Cursor): Fields | null {
  const fiscal = cursor.take(cursor.shapes.fiscalWord);
  if (fiscal !== null) return { year: partOf(cursor.words.fiscalYears, fiscal[0]), fiscal: true };
  const relative = cursor.take(cursor.shapes.yearWord);
  if (relative !== null) return { year: partOf(cursor.words.years, relative[0]) };
  const year = absoluteYear(cursor);
  if (year === null) return null;
  cursor.take(cursor.shapes.parenYear);
  return cursor.take(cursor.shapes.fiscalMark) === null ? year : { ...year, fiscal: true };
}

/** A year of an era. */
function eraYear({ words }: Cursor, era: string, count: number): Fields {
  const before = words.eras[era]!;
  const year = before + count;
  return isEraLunar(year, era) ? { year: text(year), era: before, isLunar: true } : { year: text(year), era: before };
}

function absoluteYear(cursor: Cursor): Fields | null {
  const era = cursor.take(cursor.shapes.eraYear);
  if (era !== null) return eraYear(cursor, era[1]!, era[2] === "元" ? 1 : parseNumeral(era[2]!)!);
  const letter = cursor.take(cursor.shapes.letterYear);
  if (letter !== null) return eraYear(cursor, cursor.words.eraLetters[letter[1]!]!, Number(letter[2]));
  const short = cursor.take(cursor.shapes.shortYear);
  if (short !== null) return { year: text(twoDigits(Number(short[1]))) };
  const year = westernYear(cursor);
  return year === null ? null : { year: text(year) };
}

function westernYear(cursor: Cursor): number | null {
  const before = cursor.position;
  const western = cursor.take(cursor.shapes.westernYear);
  if (western === null) return null;
  const year = parseNumeral(western[2]!)!;
  const bounded =
    !/^(?:間|目|生|ぶり|連続|以上|以内|後(?![半期])|前(?![半後期])|計画|代|物|半(?![ば期])|近く|余|々|頃から|周|もの|くらい|ぐらい|ほど)/.test(
      cursor.text.slice(cursor.position, cursor.position + 3),
    );
  const two = western[1] === undefined && /^\d{2}$/.test(western[2]!);
  const plausible = western[1] !== undefined || year >= 100 || two;
  const amount =
    western[1] === undefined &&
    isAmountOfYears(
      western[2]!,
      cursor.text.slice(Math.max(0, before - 4), before),
      cursor.text.slice(cursor.position, cursor.position + 12),
    );
  if (!bounded || !plausible || amount) {
    cursor.position = before;
    return null;
  }
  if (western[1] === "紀元前" || western[1] === "BC") return 1 - year;
  return two ? twoDigits(year) : year;
}

/** 50–99 are of the last century, 00–49 of this one. */
function twoDigits(year: number): number {
  return year >= 50 ? 1900 + year : 2000 + year;
}
