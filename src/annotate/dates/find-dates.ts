import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { DateValue } from "../../model/discussion.ts";
import type { DateMention } from "../../model/layers.ts";
import type { Anchor } from "../../text/dates/anchor.ts";
import { dateExpressionsOf } from "../../text/dates/date-expressions-of.ts";
import type { DateGrammar } from "../../text/dates/date-grammar.ts";
import type { DateExpression } from "../../text/dates/expression.ts";
import { precisionOf } from "../../text/dates/precision-of.ts";
import { type ResolvedDate, resolveDate } from "../../text/dates/resolve-date.ts";
import { SaidDates } from "./said-dates.ts";
import { isOpen, speaksOfFuture } from "./speaks-of-future.ts";

/** What dates without a year, month or day are counted from. */
export interface DateContext {
  /** When the article was published. */
  readonly published: DateValue | null;
}

/**
 * Returns dates, times and periods, resolved against the day on which their unit was written.
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
  const said = new SaidDates(unit.text, grammar.words.eras);
  let sentence = 0;
  const expressions = dateExpressionsOf(unit.tokens, grammar);
  for (const [i, found] of expressions.entries()) {
    if (belongsTo(unit.text, found, expressions[i + 1])) continue;
    while (sentence < unit.sentences.length - 1 && unit.sentences[sentence]!.end <= found.start) sentence++;
    const end = unit.sentences[sentence]?.end ?? unit.text.length;
    const { expression, from: lent } = said.complete(found, sentence);
    if (expression.kind === "duration" || expression.kind === "set") continue;
    const resolved = resolveDate(expression, {
      anchor,
      context: said.context(sentence),
      future: isToCome(unit.text, expression, end),
      isOpen: isOpen(restOf(unit.text, expression.end, end)),
    });
    said.take(expression, resolved, sentence);
    // The number of a law tells its year, but is a name.
    if (expression.isOfLaw === true) continue;
    const from = lent ?? resolved?.from ?? null;
    mentions.push({
      unit: unit.id,
      start: expression.start,
      end: expression.end,
      text: unit.text.slice(expression.start, expression.end),
      value: resolved?.value ?? null,
      precision: precisionOf(expression),
      from: resolved === null ? null : from === "anchor" ? source : from,
      by: "date-grammar",
      confidence: resolved === null ? UNRESOLVED : confidenceIn(resolved, expression, from, unit),
    });
  }
  return mentions;
}

/** 戦後の1947年, 戦後占領期の1949年2月: words of an age that only say more of the date behind them. */
const AGE = /^戦(?:後|前|中|時中)[^、。！？!?\n]{0,6}の$/;

function belongsTo(text: string, { kind, start, end }: DateExpression, next: DateExpression | undefined): boolean {
  return (
    kind === "vague" &&
    next?.kind === "point" &&
    next.year?.from === "text" &&
    next.start - end <= 8 &&
    AGE.test(text.slice(start, next.start))
  );
}

function confidenceIn(
  resolved: ResolvedDate,
  { season, year }: DateExpression,
  from: ResolvedDate["from"] | null,
  { date }: AnalyzedUnit,
): number {
  if (resolved.isDoubtful) return UNRESOLVED;
  if (from === "text") return CERTAIN;
  // 夏には is of every year as often as of one.
  if (season !== undefined && year === undefined) return BORROWED;
  return date === null || from === "context" ? BORROWED : COUNTED;
}

/** How much of a sentence is read after a date, and how much of its end, so that a long one is not read for each of its dates. */
const NEAR = 240;
const LAST = 60;

/** The words after a date up to the end of its sentence; of a long one the next and the last. */
const restOf = (text: string, from: number, to: number): string =>
  to - from <= NEAR + LAST ? text.slice(from, to) : `${text.slice(from, from + NEAR)}、${text.slice(to - LAST, to)}`;

/** Whether a date is one to come: 来る14日, or in a sentence that speaks of what will be. */
function isToCome(text: string, { start, end }: DateExpression, sentenceEnd: number): boolean {
  return (
    /(?:来る|来たる|きたる)$/.test(text.slice(Math.max(0, start - 3), start)) ||
    speaksOfFuture(restOf(text, end, sentenceEnd))
  );
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
