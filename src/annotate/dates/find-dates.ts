import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { DateValue } from "../../model/discussion.ts";
import type { DateMention } from "../../model/layers.ts";
import type { Anchor } from "../../text/dates/anchor.ts";
import type { DateGrammar } from "../../text/dates/date-grammar.ts";
import type { DateExpression } from "../../text/dates/expression.ts";
import { findDateExpressions } from "../../text/dates/find-date-expressions.ts";
import { precisionOf } from "../../text/dates/precision-of.ts";
import { type ResolvedDate, resolveDate } from "../../text/dates/resolve-date.ts";
import { tokenBoundaries } from "../../text/dates/token-boundaries.ts";
import { speaksOfFuture } from "./speaks-of-future.ts";

/** What dates without a year, month or day are counted from. */
export interface DateContext {
  /** When the article was published. */
  readonly published: DateValue | null;
}

/**
 * Finds dates, times and periods and resolves them against the day on which their unit was written.
 *
 * Durations (3年間) are left out; 数年前 and 翌日 without a date before them are kept with a null value.
 * A comment without a date of its own is read from the article's publication, with less confidence.
 *
 * @example
 * findDates(analysis.units, { published: { value: "2022-09-15", precision: "day" } }, resources.entities.dates)[0]; // { text: "今年1月", value: "2022-01", … }
 */
export function findDates(
  units: readonly AnalyzedUnit[],
  { published }: DateContext,
  grammar: DateGrammar,
): readonly DateMention[] {
  return units.flatMap((unit) => datesOf(unit, published, grammar));
}

const CERTAIN = 0.95;
const COUNTED = 0.85;
const BORROWED = 0.6;
const UNRESOLVED = 0.5;

function datesOf(unit: AnalyzedUnit, published: DateValue | null, grammar: DateGrammar): DateMention[] {
  const own = unit.date ?? published;
  const anchor = own === null ? null : anchorOf(own);
  const source = unit.date === null || unit.id === "article" ? "published" : "posted";
  const mentions: DateMention[] = [];
  let context: Said | null = null;
  /** The last year that the text writes out: not 今年, whose century says nothing about 99年. */
  let written: Said | null = null;
  let sentence = 0;
  for (const expression of findDateExpressions(unit.text, grammar, tokenBoundaries(unit.tokens))) {
    if (expression.kind === "duration" || expression.kind === "set") continue;
    while (sentence < unit.sentences.length - 1 && unit.sentences[sentence]!.end <= expression.start) sentence++;
    const end = unit.sentences[sentence]?.end ?? unit.text.length;
    const resolved: ResolvedDate | null = resolveDate(
      inCenturyOf(anchorNear(written, sentence), expression, unit.text),
      { anchor, context: anchorNear(context, sentence), future: isToCome(unit.text, expression, end) },
    );
    if (resolved?.anchor != null) context = { anchor: resolved.anchor, sentence };
    if (resolved?.anchor != null && resolved.from === "text") written = context;
    mentions.push({
      unit: unit.id,
      start: expression.start,
      end: expression.end,
      text: unit.text.slice(expression.start, expression.end),
      value: resolved?.value ?? null,
      precision: precisionOf(expression),
      from: resolved === null ? null : resolved.from === "anchor" ? source : resolved.from,
      by: "date-grammar",
      confidence: confidenceIn(resolved, unit),
    });
  }
  return mentions;
}

/** A date that the text said, and in which sentence. */
interface Said {
  readonly anchor: Anchor;
  readonly sentence: number;
}

/** The date said in this sentence or the one before it. */
const anchorNear = (said: Said | null, sentence: number): Anchor | null =>
  said !== null && sentence - said.sentence <= 1 ? said.anchor : null;

function confidenceIn(resolved: ResolvedDate | null, { date }: AnalyzedUnit): number {
  if (resolved === null) return UNRESOLVED;
  if (resolved.from === "text") return CERTAIN;
  return date === null || resolved.from === "context" ? BORROWED : COUNTED;
}

/** Whether a date is one to come: 来る14日, or in a sentence that speaks of what will be. */
function isToCome(text: string, { start, end }: DateExpression, sentenceEnd: number): boolean {
  return (
    /(?:来る|来たる|きたる)$/.test(text.slice(Math.max(0, start - 3), start)) ||
    speaksOfFuture(text.slice(end, sentenceEnd))
  );
}

/** 45年 after 1943年, or at the end of 1943〜45年, is 1945. */
function inCenturyOf(near: Anchor | null, expression: DateExpression, text: string): DateExpression {
  const range = /(?<![0-9０-９])([0-9]{4})[~〜～–-]$/.exec(
    text.slice(Math.max(0, expression.start - 6), expression.start),
  );
  const year = range === null ? near?.year : Number(range[1]);
  if (
    year === undefined ||
    expression.year?.from !== "text" ||
    !/^[0-9０-９]{2}年/.test(text.slice(expression.start, expression.end))
  )
    return expression;
  return {
    ...expression,
    year: { from: "text", value: Math.floor(year / 100) * 100 + (expression.year.value % 100) },
  };
}

function anchorOf({ value }: DateValue): Anchor | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value);
  if (match === null) return null;
  return {
    year: Number(match[1]),
    month: match[2] === undefined ? null : Number(match[2]),
    day: match[3] === undefined ? null : Number(match[3]),
  };
}
