import type { AnalyzedUnit } from "../../model/analysis.ts";
import { labelsWhere } from "../../model/labels.ts";
import type { Mention, Quotation } from "../../model/layers.ts";
import { overlapping } from "../../model/overlapping.ts";
import { groupBy } from "../../words/group-by.ts";
import { W } from "../../words/word-class.ts";
import { type Bracket, findBrackets } from "./frame/brackets.ts";
import { type Frame, sentenceEnd, sentenceStart } from "./frame/frame.ts";
import type { NounPhrase } from "./frame/phrase.ts";
import { chooseTogether, type KindChoice, tallyOf } from "./kinds/choose-kind.ts";
import { groupsOf, type Judged } from "./kinds/groups.ts";
import { outletIn } from "./phrases/outlet.ts";
import type { Predicate } from "./predicates/verb-predicate.ts";
import { findIndirect } from "./reported/find-indirect.ts";
import type { Indirect } from "./reported/indirect.ts";
import type { QuotationResources } from "./resources.ts";
import { decideSpeaker, type Speaker } from "./speakers/decide-speaker.ts";
import type { Quote } from "./speakers/quote.ts";
import { quotesIn } from "./speakers/quotes-in.ts";

/**
 * Returns somebody's words in article and comments, in brackets or reported, with speaker, verb and outlet.
 *
 * Every pair of brackets gets a row, `kind` telling speech from titles, terms and words held at arm's length.
 * Rules over tokens; each row says which rule decided (`by`).
 *
 * @example
 * findQuotations(units, mentions, resources).map(({ speaker, text }) => [speaker?.text, text]);
 */
export function findQuotations(
  units: readonly AnalyzedUnit[],
  mentions: readonly Mention[],
  resources: QuotationResources,
): readonly Quotation[] {
  const byUnit = groupBy(mentions, ({ unit }) => unit);
  return units.flatMap((unit) => quotationsOf(unit, byUnit.get(unit.id) ?? [], resources));
}

function quotationsOf(unit: AnalyzedUnit, mentions: readonly Mention[], resources: QuotationResources): Quotation[] {
  const brackets = findBrackets(unit.text);
  if (brackets.length === 0 && !mayReport(unit.text, resources)) return [];
  const found = new UnitQuotations(unit, mentions, resources);
  found.visit(null, brackets);
  found.addBrackets();
  return found.rows.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The quotations of one unit, gathered level by level. */
class UnitQuotations {
  readonly rows: Quotation[] = [];
  readonly #brackets: Judged[] = [];
  readonly #unit: AnalyzedUnit;
  readonly #mentionsAt: (phrase: NounPhrase) => readonly Mention[];
  readonly #resources: QuotationResources;

  constructor(unit: AnalyzedUnit, mentions: readonly Mention[], resources: QuotationResources) {
    this.#unit = unit;
    this.#mentionsAt = overlapping(mentions.filter(({ label }) => SPEAKING_LABELS.has(label)));
    this.#resources = resources;
  }

  /** Adds the quotations inside a bracket, or of the whole text, and those inside these. */
  visit(inside: Bracket | null, level: readonly Bracket[]): void {
    const frame = this.#resources.layouts.frame(this.#unit.tokens, inside, level);
    for (const quote of quotesIn(frame, this.#resources)) {
      const speaker = decideSpeaker(quote)?.speaker ?? null;
      this.#brackets.push({ quote, speaker, tally: tallyOf(quote, speaker) });
      const { bracket, sentenceLike } = quote;
      if (bracket.children.length > 0 || (sentenceLike && mayReportInside(this.#unit.text, bracket)))
        this.visit(bracket, bracket.children);
    }
    for (let from = 0; from < frame.length; ) {
      const to = sentenceEnd(frame, from);
      for (const indirect of findIndirect(frame, from, to, this.#resources)) this.#addReported(frame, indirect, to);
      from = to;
    }
  }

  /** Adds the brackets that were met, those that belong together with one kind. */
  addBrackets(): void {
    for (const group of groupsOf(this.#brackets)) {
      const choice = chooseTogether(group.map(({ tally }) => tally));
      for (const { quote, speaker } of group) this.#addBracket(quote, speaker, choice);
    }
  }

  #addBracket(quote: Quote, speaker: Speaker | null, { kind, confidence, by }: KindChoice): void {
    const { frame, item, predicate } = quote;
    const { start, end } = quote.bracket;
    if (kind !== "speech") {
      this.#add({ start, end, kind, indirect: false, verb: null, outlet: null, confidence, by }, null);
      return;
    }
    const bound = sentenceBound(frame, item, predicate);
    const verb = predicate.verb ?? speaker?.verb ?? null;
    const outlet = outletIn(frame, afterLastQuote(frame, item), bound, this.#resources);
    const told = speaker === null ? by : `${by}; speaker: ${speaker.by}`;
    const sure =
      speaker === null ? confidence : Math.round(confidence * Math.min(1, speaker.confidence + 0.05) * 100) / 100;
    this.#add({ start, end, kind, indirect: false, verb, outlet, confidence: sure, by: told }, speaker);
  }

  #addReported(frame: Frame, indirect: Indirect, sentenceEnds: number): void {
    const { start, end, verb, speaker, confidence, by, from, to } = indirect;
    const outlet = outletIn(frame, from, Math.min(to, sentenceEnds), this.#resources);
    const told = speaker === null ? by : `${by}; speaker: ${speaker.by}`;
    this.#add({ start, end, kind: "speech", indirect: true, verb, outlet, confidence, by: told }, speaker);
  }

  #add(
    row: Omit<Quotation, "unit" | "text" | "entity" | "speaker">,
    speaker: { readonly phrase: NounPhrase } | null,
  ): void {
    const { id, text } = this.#unit;
    const { start, end, kind, indirect, verb, outlet, confidence, by } = row;
    this.rows.push({
      unit: id,
      start,
      end,
      kind,
      indirect,
      verb,
      outlet,
      confidence,
      by,
      text: text.slice(start, end),
      speaker: speaker === null ? null : speakerOf(this.#unit, speaker.phrase),
      entity:
        speaker === null
          ? null
          : entityOf(speaker.phrase, text, this.#mentionsAt(speaker.phrase), this.#resources.words.tails),
    });
  }
}

const SPEAKING_LABELS = labelsWhere(({ speaks }) => speaks);

/** Whether a text can hold reported speech at all. */
function mayReport(text: string, { words }: QuotationResources): boolean {
  return (
    words.reporting.some((written) => text.includes(written)) || words.source.some((written) => text.includes(written))
  );
}

/** What nearly every report inside a bracket has: the end of a clause, と, and a verb or noun of saying soon after. */
const REPORTS_INSIDE =
  /[るただいんよねなかうえけせてめれろぜぞわだすじ！？!?]と(?:は|も|の|か|、|でも|だけ)?[^「」『』。、]{0,6}(?:[言云話語述説聞訊噂申答叫伝誓命頼誘勧]|い[うっわい]|お[っつ]しゃ|こと|事|思[っいう])|[ぁ-ん](?:と|って)(?:言|云|い[うっ]|話|聞|申)/u;

/** Whether what stands in a bracket can hold reported speech. */
function mayReportInside(text: string, { start, end }: Bracket): boolean {
  return REPORTS_INSIDE.test(text.slice(start, end));
}

/** Where what belongs to a quote begins: the sentence, or the end of the quote before with its verb. */
function afterLastQuote(frame: Frame, quote: number): number {
  const start = sentenceStart(frame, quote);
  for (let item = quote - 1; item >= start; item--) {
    if (frame.words[item] !== W.QUOTE) continue;
    for (let at = item; at < quote; at++) if (frame.words[at] === W.COMMA) return at + 1;
    return item + 1;
  }
  return start;
}

/** An outlet may be named up to the verb that reports the quote. */
function sentenceBound(frame: Frame, quote: number, { after }: Predicate): number {
  return after > quote ? after : Math.min(sentenceEnd(frame, quote), quote + 8);
}

function speakerOf(
  unit: AnalyzedUnit,
  { start, end, nameStart, nameEnd }: NounPhrase,
): NonNullable<Quotation["speaker"]> {
  return { unit: unit.id, start, end, text: unit.text.slice(start, end), name: unit.text.slice(nameStart, nameEnd) };
}

/** The entity whose mention, of those at the speaker, covers its name, or the head at its end; the longest one, people and groups first. */
function entityOf(
  phrase: NounPhrase,
  text: string,
  mentions: readonly Mention[],
  tails: readonly string[],
): string | null {
  let best: Mention | null = null;
  for (const mention of mentions) {
    // 日本メディア is not Japan, 彼の妻 is not 彼; カザフスタン側 is Kazakhstan.
    const covers = mention.start <= phrase.nameStart && mention.end >= phrase.nameEnd;
    const heads = mention.end >= phrase.nameEnd || tails.includes(text.slice(mention.end, phrase.end));
    // 米国や日本 is not Japan.
    const joined = /や$/u.test(text.slice(phrase.start, Math.max(phrase.start, mention.start)));
    if (!covers && (!heads || joined)) continue;
    if (best === null || rank(mention) > rank(best)) best = mention;
  }
  return best?.entity ?? null;
}

function rank({ label, start, end }: Mention): number {
  return (label === "PERSON" ? 100 : 0) + end - start;
}
