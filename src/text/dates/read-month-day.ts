import { parseNumeral } from "../numerals.ts";
import { isAmountOfDays } from "./amount-context.ts";
import { type Cursor, type Fields, text } from "./cursor.ts";
import { partOf } from "./date-words.ts";
import { withClock } from "./read-clock.ts";

export function readFromMonth(cursor: Cursor): Fields | null {
  const before = cursor.position;
  // 閏4月14日 without a year: a month of the old calendar, of which nothing more can be said.
  if (cursor.take(cursor.shapes.leap) !== null && cursor.take(cursor.shapes.month) !== null) {
    const day = cursor.take(cursor.shapes.day);
    return { kind: "vague", exactness: day === null ? "month" : "day" };
  }
  cursor.position = before;
  const range = cursor.take(cursor.shapes.monthRange);
  if (range !== null) {
    const fields = monthsOf(range);
    if (fields !== null) return fields;
    cursor.position = before;
  }
  const number = cursor.take(cursor.shapes.month);
  if (number !== null) {
    // A thirteenth month is kept, as one that no calendar has.
    return withDay(cursor, { month: text(parseNumeral(number[1]!)!) });
  }
  const relative = cursor.take(cursor.shapes.monthWord);
  return relative === null ? null : withDay(cursor, { month: partOf(cursor.words.months, relative[0]) });
}

/** The months of a range such as 7〜9月期; null for 3-1月, which is none. */
export function monthsOf([, first, last]: RegExpExecArray): Fields | null {
  const [from, through] = [Number(first), Number(last)];
  return from >= 1 && from < through && through <= 12 ? { month: text(from), through } : null;
}

/** Adds a day, a weekday, a half or a third to a month. */
export function withDay(cursor: Cursor, fields: Fields): Fields {
  const range = readDays(cursor);
  if (range !== null) return { ...fields, ...range };
  const day = cursor.linked(cursor.shapes.day);
  if (day !== null) return withClock(cursor, { ...fields, day: text(parseNumeral(day[1]!)!) });
  const named = cursor.linked(cursor.shapes.today);
  if (named !== null) return { ...fields, day: { from: "anchor", value: 0 } };
  const nth = cursor.linked(cursor.shapes.nthWeekday);
  if (nth !== null) return withClock(cursor, { ...fields, ...nthWeekday(cursor, nth) });
  const half = cursor.linked(cursor.shapes.half);
  if (half !== null) return { ...fields, half: cursor.words.halves[half[0]]! };
  const third = cursor.linked(cursor.shapes.third);
  if (third !== null) return { ...fields, third: cursor.words.thirds[third[0]]! };
  cursor.take(cursor.shapes.aboutMonth);
  return fields;
}

/** The days of a range such as 3〜5日 or 10、11日. */
function readDays(cursor: Cursor): Fields | null {
  const before = cursor.position;
  const range = cursor.take(cursor.shapes.dayRange);
  if (range === null) return null;
  const [first, last] = [Number(range[1]), Number(range[3])];
  const isRow = !"、,・".includes(range[2]!) || last === first + 1;
  if (isRow && first < last && first >= 1 && last <= 31) return { day: text(first), throughDay: last };
  cursor.position = before;
  return null;
}

/** 第3土曜, which is the third of a month; 第1、第3土曜 are several days. */
function nthWeekday({ words }: Cursor, [, nth, more, weekday]: RegExpExecArray): Fields {
  if (more !== "") return { kind: "vague", exactness: "day" };
  return { nth: parseNumeral(nth!)!, weekday: words.weekdays.indexOf(weekday!) };
}

export function readFromDay(cursor: Cursor): Fields | null {
  const before = cursor.position;
  const relative = cursor.take(cursor.shapes.dayWord);
  if (relative !== null) {
    const { days, dayParts } = cursor.words;
    return withClock(cursor, { day: partOf(days, relative[0]) }, dayParts[relative[0]]);
  }
  const range = readDays(cursor);
  if (range !== null)
    return isAmountOfDays(range.throughDay!, cursor.text.slice(cursor.position, cursor.position + 12))
      ? { kind: "duration" }
      : range;
  const there = cursor.take(cursor.shapes.dayThere);
  if (there !== null) {
    const value = parseNumeral(there[2]!)!;
    if (value >= 1 && value <= 31) return withClock(cursor, { month: { from: "context", value: 0 }, day: text(value) });
    cursor.position = before;
  }
  const named = cursor.take(cursor.shapes.namedDay);
  if (named !== null) {
    const [month, day] = cursor.words.namedDays[named[0]]!;
    return withClock(cursor, { month: text(month), day: text(day) });
  }
  const number = cursor.take(cursor.shapes.day);
  if (number === null) return null;
  const day = parseNumeral(number[1]!)!;
  if (number[0].endsWith("日") && isAmountOfDays(day, cursor.text.slice(cursor.position, cursor.position + 12)))
    return { kind: "duration" };
  if (day >= 1 && day <= 31 && !/^[前後目以ぶ]/.test(cursor.text.slice(cursor.position, cursor.position + 1)))
    return withClock(cursor, { day: text(day) });
  cursor.position = before;
  return null;
}

export function readFromWeek(cursor: Cursor): Fields | null {
  const before = cursor.position;
  const week = cursor.take(cursor.shapes.weekWord);
  if (week !== null) {
    const part = partOf(cursor.words.weeks, week[0]);
    const day = cursor.linked(cursor.shapes.weekday);
    if (day !== null) return withClock(cursor, { week: part, weekday: cursor.words.weekdays.indexOf(day[1]!) });
    if (cursor.take(cursor.shapes.weekendMark) !== null) return { week: part, weekday: 5, half: 2 };
    const half = cursor.linked(cursor.shapes.half);
    if (half !== null) return { week: part, half: cursor.words.halves[half[0]]! };
    return { week: part };
  }
  const sided = cursor.take(cursor.shapes.weekdaySide);
  if (sided !== null) {
    const side = cursor.words.weekdaySides[sided[1]!]!;
    return withClock(cursor, { side, weekday: cursor.words.weekdays.indexOf(sided[2]!) });
  }
  const bare = cursor.take(cursor.shapes.weekday);
  // 水曜レギュラー, 日曜ドラマ come back every week.
  if (bare !== null && cursor.take(cursor.shapes.katakana) !== null) {
    cursor.position = before + bare[0].length;
    return { kind: "set" };
  }
  if (bare !== null) return withClock(cursor, { weekday: cursor.words.weekdays.indexOf(bare[1]!) });
  const season = cursor.take(cursor.shapes.seasonWord);
  if (season !== null) {
    return {
      year: { from: "anchor", value: cursor.words.seasonYears[season[1]!]! },
      season: cursor.words.seasons.indexOf(season[2]!),
    };
  }
  const alone = cursor.take(cursor.shapes.season);
  if (alone !== null) return { season: cursor.words.seasons.indexOf(alone[0]) };
  cursor.position = before;
  return null;
}
