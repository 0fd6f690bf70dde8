import type { DataReader } from "../../model/data-folder.ts";
import { YoronError } from "../../model/error.ts";
import type { MentionPrecision } from "../../model/layers.ts";
import { parseTsv } from "../tsv.ts";
import type { Part } from "./expression.ts";

type Counts = Readonly<Record<string, number>>;
/** Words that count from the day of writing, and those that count from another date in the text. */
export interface RelativeWords {
  readonly anchor: Counts;
  readonly context: Counts;
}

/** What the grammar of dates knows of words: read-only, from the tables in `data/dates`. */
export interface DateWords {
  /** First year of each era, less one. */
  readonly eras: Counts;
  /** Era of each letter: R → 令和. */
  readonly eraLetters: Readonly<Record<string, string>>;
  readonly years: RelativeWords;
  readonly fiscalYears: RelativeWords;
  readonly months: RelativeWords;
  readonly weeks: RelativeWords;
  readonly days: RelativeWords;
  readonly namedDays: Readonly<Record<string, readonly [month: number, day: number]>>;
  readonly yearEnds: Readonly<Record<string, readonly [month: number, third: number]>>;
  /** Thirds of a month, 0 to 2. */
  readonly thirds: Counts;
  readonly halves: Counts;
  /** 春夏秋冬; the place in it is the season's number. */
  readonly seasons: string;
  /** 今秋, 昨秋: years from now. */
  readonly seasonYears: Counts;
  /** 月火…; the place in it is the weekday's number. */
  readonly weekdays: string;
  /** How each part of a day tells its half. */
  readonly dayParts: Readonly<Record<string, DayHalf>>;
  /** Parts of a day that may stand before an hour; those behind which の may follow among them. */
  readonly beforeHours: readonly { readonly word: string; readonly isJoined: boolean }[];
  /** On which side of the day of writing the weekday after a word lies: 次の, この前の. */
  readonly weekdaySides: Counts;
  readonly vague: Readonly<Record<string, MentionPrecision>>;
  readonly sets: readonly string[];
  /** Amounts of time: 半年. */
  readonly durations: readonly string[];
  /** Names that hold a word of dates: 日曜大工. */
  readonly names: readonly string[];
}

/** How a part of a day tells the half of an hour: see the head of `day-parts.tsv`. */
export type DayHalf = "before" | "after" | "noon" | "night" | "deep";

const UNITS = {
  year: "years",
  "fiscal-year": "fiscalYears",
  month: "months",
  week: "weeks",
  day: "days",
  weekday: "sides",
} as const;

/** Returns the words of dates in the tables of `data/dates`. */
export function readDateWords(read: DataReader): DateWords {
  const table = <Column extends string>(file: string, columns: readonly Column[]) =>
    parseTsv(read.text(`data/dates/${file}`), columns, `data/dates/${file}`);
  const eras = table("eras.tsv", ["era", "firstYear", "letter"]);
  const relative = { years: pair(), fiscalYears: pair(), months: pair(), weeks: pair(), days: pair(), sides: pair() };
  for (const { word, unit, from, count } of table("relative.tsv", ["word", "unit", "from", "count"])) {
    const name = UNITS[unit as keyof typeof UNITS];
    if (name === undefined || (from !== "anchor" && from !== "context"))
      throw unknown("relative.tsv", `${unit} ${from}`);
    relative[name][from][word] = Number(count);
  }
  const parts = table("parts.tsv", ["word", "part", "value", "third"]);
  const counts = (wanted: string): Record<string, number> =>
    Object.fromEntries(parts.filter(({ part }) => part === wanted).map(({ word, value }) => [word, Number(value)]));
  const inOrder = (wanted: string): string =>
    Object.entries(counts(wanted))
      .sort(([, a], [, b]) => a - b)
      .map(([word]) => word)
      .join("");
  const unbounded = table("unbounded.tsv", ["word", "kind", "exactness"]);
  const dayParts = table("day-parts.tsv", ["word", "half", "joined"]);
  const { sides, ...counted } = relative;
  const ofKind = (wanted: string) => unbounded.filter(({ kind }) => kind === wanted).map(({ word }) => word);
  return Object.freeze({
    eras: Object.fromEntries(eras.map(({ era, firstYear }) => [era, Number(firstYear) - 1])),
    eraLetters: Object.fromEntries(eras.filter(({ letter }) => letter !== "").map(({ era, letter }) => [letter, era])),
    ...counted,
    namedDays: Object.fromEntries(
      table("named-days.tsv", ["name", "month", "day"]).map(({ name, month, day }) => [
        name,
        [Number(month), Number(day)] as const,
      ]),
    ),
    yearEnds: Object.fromEntries(
      parts
        .filter(({ part }) => part === "year-end")
        .map(({ word, value, third }) => [word, [Number(value), Number(third)] as const]),
    ),
    thirds: counts("third"),
    halves: counts("half"),
    seasons: inOrder("season"),
    seasonYears: counts("season-year"),
    weekdays: inOrder("weekday"),
    dayParts: Object.fromEntries(dayParts.map(({ word, half }) => [word, half as DayHalf])),
    beforeHours: dayParts
      .filter(({ joined }) => joined !== "day")
      .map(({ word, joined }) => ({ word, isJoined: joined === "yes" })),
    weekdaySides: sides.anchor,
    vague: Object.fromEntries(
      unbounded
        .filter(({ kind }) => kind === "vague")
        .map(({ word, exactness }) => [word, exactness === "" ? "vague" : (exactness as MentionPrecision)]),
    ),
    sets: ofKind("set"),
    durations: ofKind("duration"),
    names: table("names.tsv", ["name"]).map(({ name }) => name),
  });
}

/** A part that a relative word says, from the day of writing or from the dates before it. */
export function partOf({ anchor, context }: RelativeWords, word: string): Part {
  return anchor[word] === undefined
    ? { from: "context", value: context[word]! }
    : { from: "anchor", value: anchor[word] };
}

function pair(): { anchor: Record<string, number>; context: Record<string, number> } {
  return { anchor: {}, context: {} };
}

function unknown(file: string, value: string): YoronError {
  return new YoronError({
    code: "bad-lexicon",
    what: `data/dates/${file} has an unknown unit or origin:`,
    value,
    next: `known: ${Object.keys(UNITS).join(", ")}; from anchor or context`,
  });
}
