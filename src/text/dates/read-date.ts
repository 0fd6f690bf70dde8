import { parseNumeral } from "../numerals.ts";
import type { Clock, DateExpression, Part } from "./expression.ts";
import {
  ABOUT,
  ABOUT_MONTH,
  AMOUNT,
  BARE_AMOUNT,
  CENTURY,
  CENTURY_WORD,
  CLOCK,
  CLOCK_COLON,
  CLOCK_WORD,
  DAY,
  DAY_WORD,
  DECADE,
  ERA_DECADE,
  ERA_NUMERIC,
  ERA_YEAR,
  FISCAL_MARK,
  FISCAL_WORD,
  HALF,
  KANJI,
  LETTER_YEAR,
  LINK,
  MONTH,
  MONTH_DAY,
  MONTH_WORD,
  NAMED_DAY,
  NUMERIC,
  PAREN_YEAR,
  QUARTER,
  SAME_DAY,
  SAME_MONTH,
  SEASON,
  SEASON_WORD,
  SET_WORD,
  SHORT_YEAR,
  type Shape,
  THIRD,
  TODAY,
  VAGUE_WORD,
  WEEK_WORD,
  WEEKDAY,
  WEEKDAY_MARK,
  WEEKEND_MARK,
  WESTERN_YEAR,
  YEAR_END,
  YEAR_WORD,
} from "./shapes.ts";
import {
  ANCHOR_DAYS,
  ANCHOR_FISCAL,
  ANCHOR_MONTHS,
  ANCHOR_WEEKS,
  ANCHOR_YEARS,
  CONTEXT_DAYS,
  CONTEXT_FISCAL,
  CONTEXT_MONTHS,
  CONTEXT_YEARS,
  ERA_LETTERS,
  ERAS,
  HALVES,
  NAMED_DAYS,
  SEASON_YEARS,
  SEASONS,
  SETS,
  THIRDS,
  VAGUE,
  WEEKDAYS,
  YEAR_ENDS,
} from "./words.ts";

type Fields = { -readonly [Key in keyof DateExpression]?: DateExpression[Key] };

/** Tells of each code unit whether an expression can begin with it. */
const OPENERS: Uint8Array = (() => {
  const table = new Uint8Array(65536);
  const words = [
    ERAS,
    ERA_LETTERS,
    ANCHOR_YEARS,
    ANCHOR_MONTHS,
    ANCHOR_DAYS,
    ANCHOR_WEEKS,
    CONTEXT_YEARS,
    CONTEXT_MONTHS,
    CONTEXT_DAYS,
    NAMED_DAYS,
    YEAR_ENDS,
  ]
    .flatMap((entries) => Object.keys(entries))
    .concat(VAGUE, SETS, [...SEASONS], [...WEEKDAYS], [...KANJI], [..."0123456789'数何幾半前午朝夜夕深未正西紀第BAP"]);
  for (const word of words) table[word.charCodeAt(0)] = 1;
  return table;
})();

/** Tells whether a date could begin at an offset: a cheap test before {@link readDate}. */
export function opensDate(folded: string, at: number): boolean {
  return OPENERS[folded.charCodeAt(at)] === 1;
}

/**
 * Reads the longest date, time, period or duration that begins at an offset of a text folded by `foldWidth`.
 *
 * @example
 * readDate("今年1月の危機", 0); // { start: 0, end: 4, kind: "point", year: { from: "anchor", value: 0 }, month: { from: "text", value: 1 } }
 */
export function readDate(folded: string, at: number): DateExpression | null {
  const reader = new Reader(folded, at);
  const fields = reader.read();
  return fields === null ? null : { start: at, end: reader.position, kind: "point", ...fields };
}

const text = (value: number): Part => ({ from: "text", value });
const word = (
  anchor: Readonly<Record<string, number>>,
  context: Readonly<Record<string, number>>,
  key: string,
): Part =>
  anchor[key] === undefined ? { from: "context", value: context[key]! } : { from: "anchor", value: anchor[key] };

class Reader {
  position: number;
  readonly #text: string;

  constructor(folded: string, at: number) {
    this.#text = folded;
    this.position = at;
  }

  read(): Fields | null {
    return (
      this.#numeric() ??
      this.#decade() ??
      this.#amount() ??
      this.#fromYear() ??
      this.#fromMonth() ??
      this.#fromDay() ??
      this.#fromWeek() ??
      this.#yearEnd(null) ??
      this.#others() ??
      this.#clockOnly() ??
      this.#bareAmount()
    );
  }

  #take({ pattern, opens }: Shape): RegExpExecArray | null {
    if (opens[this.#text.charCodeAt(this.position) & 255] === 0) return null;
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.#text);
    if (match !== null) this.position = pattern.lastIndex;
    return match;
  }

  /** Takes `shape`, or の and `shape`; or nothing at all. */
  #linked(shape: Shape): RegExpExecArray | null {
    const before = this.position;
    const match = this.#take(shape) ?? (this.#take(LINK) === null ? null : this.#take(shape));
    if (match === null) this.position = before;
    return match;
  }

  #numeric(): Fields | null {
    const full = this.#take(NUMERIC);
    if (full !== null)
      return this.#time({ year: text(Number(full[1])), month: text(Number(full[3])), day: text(Number(full[4])) });
    const era = this.#take(ERA_NUMERIC);
    if (era !== null) {
      const year = ERAS[ERA_LETTERS[era[1]!]!]! + Number(era[2]);
      return this.#time({ year: text(year), month: text(Number(era[4])), day: text(Number(era[5])) });
    }
    const before = this.position;
    const short = this.#take(MONTH_DAY);
    if (short === null) return null;
    const month = Number(short[1]);
    const day = Number(short[2]);
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) return this.#time({ month: text(month), day: text(day) });
    this.position = before;
    return null;
  }

  #decade(): Fields | null {
    const era = this.#take(ERA_DECADE);
    if (era !== null) return { decade: ERAS[era[1]!]! + parseNumeral(era[2]!)! };
    const plain = this.#take(DECADE);
    if (plain !== null) {
      const year = parseNumeral(plain[1]!) ?? 0;
      return { decade: year >= 100 ? year : year >= 30 ? 1900 + year : 2000 + year };
    }
    const century = this.#take(CENTURY);
    if (century !== null) return { century: text(parseNumeral(century[1]!)!) };
    const relative = this.#take(CENTURY_WORD);
    return relative === null ? null : { century: { from: "anchor", value: relative[0] === "前世紀" ? -1 : 0 } };
  }

  /** 30年前, 3年間, 数か月後. */
  #amount(): Fields | null {
    const before = this.position;
    const match = this.#take(AMOUNT);
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
      this.position = before;
      return null;
    }
    if (unit === "世紀" && where !== "前" && where !== "後") {
      this.position = before;
      return null;
    }
    if (where !== "前" && where !== "後") return { kind: "duration" };
    const sign = where === "前" ? -1 : 1;
    const number = parseNumeral(amount);
    if (amount === "半" && unit === "年") return this.#moment({ distance: { count: 6 * sign, unit: "month" } });
    if (number === null || half !== undefined) return { kind: "vague" };
    const count = number * sign;
    if (unit === "年") return this.#moment({ distance: { count, unit: "year" } });
    if (unit === "世紀") return { kind: "vague" };
    if (unit.endsWith("月")) return this.#moment({ distance: { count, unit: "month" } });
    if (unit.startsWith("週")) return { distance: { count: 7 * count, unit: "day" } };
    if (unit.startsWith("日")) return this.#time({ distance: { count, unit: "day" } });
    return { distance: { count, unit: "hour" } };
  }

  /** 3年, 180分: an amount of time that no word marks as one. */
  #bareAmount(): Fields | null {
    return this.#take(BARE_AMOUNT) === null ? null : { kind: "duration" };
  }

  /** 一年前の今日. */
  #moment(fields: Fields): Fields {
    const before = this.position;
    if (fields.distance?.unit === "year" && this.#take(LINK) !== null) {
      if (this.#take(SAME_DAY) !== null) return { ...fields, day: { from: "anchor", value: 0 } };
      if (this.#take(SAME_MONTH) !== null) return { ...fields, month: { from: "anchor", value: 0 } };
    }
    this.position = before;
    return fields;
  }

  #year(): Fields | null {
    const fiscal = this.#take(FISCAL_WORD);
    if (fiscal !== null) return { year: word(ANCHOR_FISCAL, CONTEXT_FISCAL, fiscal[0]), fiscal: true };
    const relative = this.#take(YEAR_WORD);
    if (relative !== null) return { year: word(ANCHOR_YEARS, CONTEXT_YEARS, relative[0]) };
    const year = this.#absoluteYear();
    if (year === null) return null;
    this.#take(PAREN_YEAR);
    return this.#take(FISCAL_MARK) === null ? { year: text(year) } : { year: text(year), fiscal: true };
  }

  #absoluteYear(): number | null {
    const before = this.position;
    const era = this.#take(ERA_YEAR);
    if (era !== null) return ERAS[era[1]!]! + (era[2] === "元" ? 1 : parseNumeral(era[2]!)!);
    const letter = this.#take(LETTER_YEAR);
    if (letter !== null) return ERAS[ERA_LETTERS[letter[1]!]!]! + Number(letter[2]);
    const short = this.#take(SHORT_YEAR);
    if (short !== null) return twoDigits(Number(short[1]));
    const western = this.#take(WESTERN_YEAR);
    if (western === null) return null;
    const year = parseNumeral(western[2]!)!;
    const bounded =
      !/^(?:間|目|生|ぶり|連続|以上|以内|後|前|計画|代|物|半|近く|余|々|頃から|周|もの|くらい|ぐらい|ほど)/.test(
        this.#text.slice(this.position, this.position + 3),
      );
    const two = western[1] === undefined && /^\d{2}$/.test(western[2]!);
    const plausible = western[1] !== undefined || year >= 100 || two;
    if (!bounded || !plausible) {
      this.position = before;
      return null;
    }
    if (western[1] === "紀元前" || western[1] === "BC") return 1 - year;
    return two ? twoDigits(year) : year;
  }

  #fromYear(): Fields | null {
    const fields = this.#year();
    if (fields === null) return null;
    const month = this.#linked(MONTH) ?? this.#linked(MONTH_WORD);
    if (month !== null) {
      const part =
        month[1] === undefined ? word(ANCHOR_MONTHS, CONTEXT_MONTHS, month[0]) : text(parseNumeral(month[1])!);
      return this.#month({ ...fields, month: part });
    }
    const quarter = this.#linked(QUARTER);
    if (quarter !== null) return { ...fields, quarter: parseNumeral(quarter[1]!)! };
    const half = this.#linked(HALF);
    if (half !== null) return { ...fields, half: HALVES[half[0]]! };
    const season = this.#linked(SEASON);
    if (season !== null) return { ...fields, season: SEASONS.indexOf(season[0]) };
    const end = this.#yearEnd(fields) ?? this.#yearThird(fields);
    if (end !== null) return end;
    this.#take(ABOUT);
    return fields;
  }

  #yearThird(fields: Fields): Fields | null {
    const third = this.#take(THIRD);
    if (third === null) return null;
    const value = THIRDS[third[0]]!;
    if (value === 1) return { ...fields, kind: "vague" };
    return { ...fields, month: text(value === 0 ? 1 : 12), third: value };
  }

  #yearEnd(fields: Fields | null): Fields | null {
    const end = fields === null ? this.#take(YEAR_END) : this.#linked(YEAR_END);
    if (end === null) return null;
    const [month, third] = YEAR_ENDS[end[0]]!;
    return { ...(fields ?? { year: { from: "anchor", value: 0 } }), month: text(month), third };
  }

  #fromMonth(): Fields | null {
    const before = this.position;
    const number = this.#take(MONTH);
    if (number !== null) {
      const month = parseNumeral(number[1]!)!;
      if (month >= 1 && month <= 12) return this.#month({ month: text(month) });
      this.position = before;
      return null;
    }
    const relative = this.#take(MONTH_WORD);
    return relative === null ? null : this.#month({ month: word(ANCHOR_MONTHS, CONTEXT_MONTHS, relative[0]) });
  }

  #month(fields: Fields): Fields {
    const before = this.position;
    const day = this.#linked(DAY);
    if (day !== null) {
      const value = parseNumeral(day[1]!)!;
      if (value >= 1 && value <= 31) return this.#time({ ...fields, day: text(value) });
      this.position = before;
    }
    const named = this.#linked(TODAY);
    if (named !== null) return { ...fields, day: { from: "anchor", value: 0 } };
    const third = this.#linked(THIRD);
    if (third !== null) return { ...fields, third: THIRDS[third[0]]! };
    this.#take(ABOUT_MONTH);
    return fields;
  }

  #fromDay(): Fields | null {
    const before = this.position;
    const relative = this.#take(DAY_WORD);
    if (relative !== null) return this.#time({ day: word(ANCHOR_DAYS, CONTEXT_DAYS, relative[0]) });
    const named = this.#take(NAMED_DAY);
    if (named !== null) {
      const [month, day] = NAMED_DAYS[named[0]]!;
      return this.#time({ month: text(month), day: text(day) });
    }
    const number = this.#take(DAY);
    if (number === null) return null;
    const day = parseNumeral(number[1]!)!;
    if (day >= 1 && day <= 31 && !/^[前後目以ぶ]/.test(this.#text.slice(this.position, this.position + 1)))
      return this.#time({ day: text(day) });
    this.position = before;
    return null;
  }

  #fromWeek(): Fields | null {
    const before = this.position;
    const week = this.#take(WEEK_WORD);
    if (week !== null) {
      const part: Part = { from: "anchor", value: ANCHOR_WEEKS[week[0]]! };
      const day = this.#linked(WEEKDAY);
      if (day !== null) return this.#time({ week: part, weekday: WEEKDAYS.indexOf(day[1]!) });
      if (this.#take(WEEKEND_MARK) !== null) return { week: part, weekday: 5, half: 2 };
      return { week: part };
    }
    const bare = this.#take(WEEKDAY);
    if (bare !== null) return this.#time({ weekday: WEEKDAYS.indexOf(bare[1]!) });
    const season = this.#take(SEASON_WORD);
    if (season !== null) {
      return { year: { from: "anchor", value: SEASON_YEARS[season[1]!]! }, season: SEASONS.indexOf(season[2]!) };
    }
    const alone = this.#take(SEASON);
    if (alone !== null) return { season: SEASONS.indexOf(alone[0]) };
    this.position = before;
    return null;
  }

  #others(): Fields | null {
    if (this.#take(SET_WORD) !== null) {
      this.#linked(MONTH);
      this.#linked(DAY);
      return { kind: "set" };
    }
    return this.#take(VAGUE_WORD) === null ? null : { kind: "vague" };
  }

  /** Adds a weekday in brackets and a time of day to a day. */
  #time(fields: Fields): Fields {
    this.#take(WEEKDAY_MARK);
    const before = this.position;
    this.#take(LINK);
    const clock = this.#clock(true);
    if (clock !== null) return { ...fields, clock };
    this.position = before;
    this.#take(ABOUT);
    return fields;
  }

  #clockOnly(): Fields | null {
    const clock = this.#clock(false);
    return clock === null ? null : { clock };
  }

  #clock(afterDay: boolean): Clock | null {
    const before = this.position;
    if (this.#take(CLOCK_WORD) !== null)
      return { hour: this.#text[before] === "正" ? 12 : 0, minute: null, second: null };
    const colon = this.#take(CLOCK_COLON);
    if (colon !== null) {
      const hour = Number(colon[2]) + (colon[1] === "午後" && Number(colon[2]) < 12 ? 12 : 0);
      if (hour <= 29 && Number(colon[3]) < 60)
        return { hour, minute: Number(colon[3]), second: colon[4] === undefined ? null : Number(colon[4]) };
      this.position = before;
      return null;
    }
    const match = this.#take(CLOCK);
    if (match === null) return null;
    const [, part, hours, half, minutes, seconds] = match;
    const kanji = !/\d/.test(hours!);
    const number = parseNumeral(hours!)!;
    if (number > 30 || (kanji && part === undefined && !afterDay && half === undefined && minutes === undefined)) {
      this.position = before;
      return null;
    }
    const later = part !== undefined && /午後|夜|夕|PM/.test(part) && number < 12;
    return {
      hour: number + (later ? 12 : 0),
      minute: half !== undefined ? 30 : minutes === undefined ? null : Number(minutes),
      second: seconds === undefined ? null : Number(seconds),
    };
  }
}

/** 50–99 are of the last century, 00–49 of this one. */
function twoDigits(year: number): number {
  return year >= 50 ? 1900 + year : 2000 + year;
}
