import { parseNumeral } from "../numerals.ts";
import { isAmountOfYears } from "./amount-context.ts";
import { type Cursor, type Fields, text, word } from "./cursor.ts";
import { withDay } from "./read-month-day.ts";
import {
  ABOUT,
  ERA_YEAR,
  FISCAL_MARK,
  FISCAL_WORD,
  HALF,
  LETTER_YEAR,
  MONTH,
  MONTH_WORD,
  PAREN_YEAR,
  QUARTER,
  SEASON,
  SHORT_YEAR,
  THIRD,
  WESTERN_YEAR,
  YEAR_END,
  YEAR_WORD,
} from "./shapes.ts";
import {
  ANCHOR_FISCAL,
  ANCHOR_MONTHS,
  ANCHOR_YEARS,
  CONTEXT_FISCAL,
  CONTEXT_MONTHS,
  CONTEXT_YEARS,
  ERA_LETTERS,
  ERAS,
  HALVES,
  SEASONS,
  THIRDS,
  YEAR_ENDS,
} from "./words.ts";

export function readFromYear(cursor: Cursor): Fields | null {
  const fields = readYear(cursor);
  if (fields === null) return null;
  const month = cursor.linked(MONTH) ?? cursor.linked(MONTH_WORD);
  if (month !== null) {
    const part = month[1] === undefined ? word(ANCHOR_MONTHS, CONTEXT_MONTHS, month[0]) : text(parseNumeral(month[1])!);
    return withDay(cursor, { ...fields, month: part });
  }
  const quarter = cursor.linked(QUARTER);
  if (quarter !== null) return { ...fields, quarter: parseNumeral(quarter[1]!)! };
  const half = cursor.linked(HALF);
  if (half !== null) return { ...fields, half: HALVES[half[0]]! };
  const season = cursor.linked(SEASON);
  if (season !== null) return { ...fields, season: SEASONS.indexOf(season[0]) };
  const end = readYearEnd(cursor, fields) ?? yearThird(cursor, fields);
  if (end !== null) return end;
  cursor.take(ABOUT);
  return fields;
}

export function readYearEnd(cursor: Cursor, fields: Fields | null): Fields | null {
  const end = fields === null ? cursor.take(YEAR_END) : cursor.linked(YEAR_END);
  if (end === null) return null;
  const [month, third] = YEAR_ENDS[end[0]]!;
  return { ...(fields ?? { year: { from: "anchor", value: 0 } }), month: text(month), third };
}

function yearThird(cursor: Cursor, fields: Fields): Fields | null {
  const third = cursor.take(THIRD);
  if (third === null) return null;
  const value = THIRDS[third[0]]!;
  if (value === 1) return { ...fields, kind: "vague" };
  const [first, last] = fields.fiscal ? [4, 3] : [1, 12];
  return { ...fields, month: text(value === 0 ? first : last), third: value };
}

function readYear(cursor: Cursor): Fields | null {
  const fiscal = cursor.take(FISCAL_WORD);
  if (fiscal !== null) return { year: word(ANCHOR_FISCAL, CONTEXT_FISCAL, fiscal[0]), fiscal: true };
  const relative = cursor.take(YEAR_WORD);
  if (relative !== null) return { year: word(ANCHOR_YEARS, CONTEXT_YEARS, relative[0]) };
  const year = absoluteYear(cursor);
  if (year === null) return null;
  cursor.take(PAREN_YEAR);
  return cursor.take(FISCAL_MARK) === null ? { year: text(year) } : { year: text(year), fiscal: true };
}

function absoluteYear(cursor: Cursor): number | null {
  const before = cursor.position;
  const era = cursor.take(ERA_YEAR);
  if (era !== null) return ERAS[era[1]!]! + (era[2] === "元" ? 1 : parseNumeral(era[2]!)!);
  const letter = cursor.take(LETTER_YEAR);
  if (letter !== null) return ERAS[ERA_LETTERS[letter[1]!]!]! + Number(letter[2]);
  const short = cursor.take(SHORT_YEAR);
  if (short !== null) return twoDigits(Number(short[1]));
  const western = cursor.take(WESTERN_YEAR);
  if (western === null) return null;
  const year = parseNumeral(western[2]!)!;
  const bounded =
    !/^(?:間|目|生|ぶり|連続|以上|以内|後|前|計画|代|物|半|近く|余|々|頃から|周|もの|くらい|ぐらい|ほど)/.test(
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
