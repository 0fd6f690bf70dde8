import type { AnalyzedUnit } from "../../model/analysis.ts";
import { labelsWhere } from "../../model/labels.ts";
import type { Mention, Quotation } from "../../model/layers.ts";
import { overlaps } from "../../model/span.ts";
import { groupBy } from "../../words/group-by.ts";
import { W } from "../../words/word-class.ts";
import { type Bracket, findBrackets } from "./frame/brackets.ts";
import { type Frame, sentenceEnd, sentenceStart } from "./frame/frame.ts";
import type { NounPhrase } from "./frame/phrase.ts";
import { chooseKind } from "./kinds/choose-kind.ts";
import { outletIn } from "./phrases/outlet.ts";
import type { Predicate } from "./predicates/verb-predicate.ts";
import { findIndirect } from "./reported/find-indirect.ts";
import type { QuotationResources } from "./resources.ts";
import { decideSpeaker } from "./speakers/decide-speaker.ts";
import { quotesIn } from "./speakers/quotes-in.ts";

/**
 * Finds somebody's words in article and comments, in brackets or reported, with speaker, verb and outlet.
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
  const found: Quotation[] = [];
  const finish = (
    row: Omit<Quotation, "unit" | "text" | "entity" | "speaker">,
    speaker: { readonly phrase: NounPhrase } | null,
  ): void => {
    found.push({
      unit: unit.id,
      ...row,
      text: unit.text.slice(row.start, row.end),
      speaker: speaker === null ? null : speakerOf(unit, speaker.phrase),
      entity: speaker === null ? null : entityOf(speaker.phrase, unit.text, mentions, resources.words.tails),
    });
  };
  const visit = (inside: Bracket | null, level: readonly Bracket[]): void => {
    const frame = resources.layouts.frame(unit.tokens, inside, level);
    for (const quote of quotesIn(frame, resources)) {
      const { item, bracket, predicate } = quote;
      const speaker = decideSpeaker(quote)?.speaker ?? null;
      const { kind, confidence, by } = chooseKind(quote, speaker);
      const speech = kind === "speech";
      const outlet = speech
        ? outletIn(frame, afterLastQuote(frame, item), sentenceBound(frame, item, predicate), resources)
        : null;
      const { start, end } = bracket;
      finish(
        {
          start,
          end,
          kind,
          indirect: false,
          verb: speech ? (predicate.verb ?? speaker?.verb ?? null) : null,
          outlet,
          confidence:
            speech && speaker !== null
              ? Math.round(confidence * Math.min(1, speaker.confidence + 0.05) * 100) / 100
              : confidence,
          by: speech && speaker !== null ? `${by}; speaker: ${speaker.by}` : by,
        },
        speech ? speaker : null,
      );
      if (bracket.children.length > 0) visit(bracket, bracket.children);
    }
    if (inside === null) {
      for (let from = 0; from < frame.length; ) {
        const to = sentenceEnd(frame, from);
        for (const { start, end, verb, speaker, confidence, by, from: first, to: last } of findIndirect(
          frame,
          from,
          to,
          resources,
        )) {
          const outlet = outletIn(frame, first, Math.min(last, to), resources);
          finish(
            {
              start,
              end,
              kind: "speech",
              indirect: true,
              verb,
              outlet,
              confidence,
              by: speaker === null ? by : `${by}; speaker: ${speaker.by}`,
            },
            speaker,
          );
        }
        from = to;
      }
    }
  };
  visit(null, brackets);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

const SPEAKING_LABELS = labelsWhere(({ speaks }) => speaks);

/** Whether a text can hold reported speech at all. */
function mayReport(text: string, { words }: QuotationResources): boolean {
  return (
    words.reporting.some((written) => text.includes(written)) || words.source.some((written) => text.includes(written))
  );
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

/** The entity whose mention covers the speaker's name, or the head at its end; the longest one, people and groups first. */
function entityOf(
  phrase: NounPhrase,
  text: string,
  mentions: readonly Mention[],
  tails: readonly string[],
): string | null {
  let best: Mention | null = null;
  for (const mention of mentions) {
    if (!overlaps(mention, phrase) || !SPEAKING_LABELS.has(mention.label)) continue;
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
