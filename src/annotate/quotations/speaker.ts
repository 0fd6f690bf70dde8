import { type Frame, reads, sentenceEnd, sentenceStart } from "./frame.ts";
import { isParenthesis, type NounPhrase, nounPhraseAfter, nounPhraseBefore, withGenitive } from "./noun-phrase.ts";
import type { Predicate } from "./predicate.ts";
import type { QuotationResources } from "./resources.ts";
import {
  agentIn,
  carriedSubject,
  governingSubject,
  ownerOfVoice,
  reportingVerbIn,
  sourceIn,
  subjectsIn,
} from "./subjects.ts";
import { isNominal, W } from "./word-class.ts";

/** Who said it, by which rule, and how sure. */
export interface Speaker {
  readonly phrase: NounPhrase;
  readonly confidence: number;
  readonly by: string;
  /** A verb that the rule found elsewhere than behind the quote. */
  readonly verb?: string;
}

const of = (phrase: NounPhrase | null, confidence: number, by: string): Speaker | null =>
  phrase === null ? null : { phrase, confidence, by };

/** Finds who said the quote that is item `quote`: the surest rule that holds. */
export function findSpeaker(
  frame: Frame,
  quote: number,
  predicate: Predicate,
  sentenceLike: boolean,
  resources: QuotationResources,
): Speaker | null {
  const start = sentenceStart(frame, quote);
  const { item, from, passive, tie, verbClass } = predicate;
  if (tie === "noun" && predicate.verb !== null) {
    const owner = ownerBefore(frame, quote, true, resources);
    if (owner !== null) return owner;
  }
  const theme = voiceTheme(frame, quote, predicate, resources);
  if (theme !== null) return theme;
  const source = sourceIn(frame, start, quote, resources);
  const direct =
    inParentheses(frame, quote, resources) ?? saying(quote, source) ?? asLabel(frame, quote, sentenceLike, resources);
  if (direct !== null) return direct;
  if (passive) {
    if (predicate.verbClass === "name") return null;
    return (
      of(agentIn(frame, from, item, resources, ["に", "から"]), 0.85, "agent after") ??
      of(agentIn(frame, start, quote, resources, ["から", "に", "によって"]), 0.82, "agent before")
    );
  }
  if (tie === "to" && verbClass === null) {
    // 母から「…」とLINEが来た
    const sender = agentIn(frame, start, quote, resources, ["から"]);
    if (sender !== null && sender.level >= 2.5) return of(sender, 0.75, "origin before");
  }
  const modified = modifiedBy(frame, predicate, resources);
  if (modified !== null) return modified;
  if (item > from && from > 0) {
    const after = subjectsIn(frame, from - 1, item, resources).filter(
      ({ phrase }) => phrase.level >= (verbClass === null ? 1 : 0),
    );
    // The first subject behind the quote governs; one in a relative clause has its verb before the next subject.
    const subject = after.length > 1 ? (after.filter(({ phrase }) => phrase.level >= 2).at(-1) ?? after[0]) : after[0];
    if (subject !== undefined) return of(subject.phrase, 0.5 + subject.phrase.level * 0.14, "subject after");
    if (tie === "noun") {
      const owner = ownerBetween(frame, from, item, resources);
      if (owner !== null) return of(owner, 0.85, "owner of the noun");
    }
  }
  if (predicate.verb === "聞く" || tie === "noun") {
    const origin = agentIn(frame, start, quote, resources, ["から"]);
    if (origin !== null) return of(origin, 0.8, "origin before");
  }
  if (predicate.verb !== null && tie === "none" && item >= 0) {
    const owner = ownerBetween(frame, from, item, resources);
    if (owner !== null) return of(owner, 0.85, "owner of the noun");
  }
  if (tie === "stop" && quote === start) {
    const next = inNextSentence(frame, quote, sentenceLike, resources);
    if (next !== null) return next;
  }
  if (tie === "noun" && predicate.verb !== null && !predicate.shown) {
    const later = agentIn(frame, item, sentenceEnd(frame, quote), resources, ["から"]);
    if (later !== null) return of(later, 0.75, "origin after");
  }
  if (tie === "to" && predicate.verb === null && from > 0) {
    // 「…」と国連の事務総長。: no verb, the sentence ends in the one who said it.
    const last = endingPhrase(frame, from, sentenceEnd(frame, quote), resources);
    if (last !== null) return of(last, 0.8, "end of the sentence");
  }
  if (tie === "none" && sentenceLike && frame.begins[quote] && predicate.verb === null) {
    const loose = looselyAfter(frame, quote, resources);
    if (loose !== null) return loose;
  }
  const themed = tie === "none" && sentenceLike && ["は", "も"].some((particle) => reads(frame, quote - 1, particle));
  if (tie === "noun" && predicate.verb !== null && governing(frame, quote, predicate, resources) === null)
    return source === null ? null : of(source.phrase, 0.7, "source");
  if (
    (tie !== "noun" || predicate.shown) &&
    (tie !== "none" || source !== null || themed) &&
    !(tie === "stop" && source !== null)
  ) {
    const subject = governing(frame, quote, predicate, resources);
    if (subject !== null && (subject.phrase.level >= 1 || source === null)) {
      const carried =
        subject.phrase.level < 1 && verbClass !== "think" ? carriedSubject(frame, quote, resources) : null;
      if (carried !== null) return { ...carried, by: "carried" };
      return { ...subject, by: "subject before" };
    }
  }
  if (source !== null) return of(source.phrase, 0.85, "source");
  const joint = item >= 0 ? afterJoint(frame, predicate, sentenceEnd(frame, quote), resources) : null;
  if (joint !== null) return of(joint, 0.6, "subject of the clause after");
  const possessor = ownerBefore(frame, quote, sentenceLike, resources);
  if (possessor !== null) return possessor;
  if (
    (tie === "to" && verbClass !== "think" && predicate.verb !== null) ||
    (tie === "stop" && announced(frame, quote, resources))
  ) {
    const carried = carriedSubject(frame, quote, resources);
    if (carried !== null) return { ...carried, by: "carried" };
  }
  return null;
}

/** The subject before, unless the quote's predicate is a noun that others utter (との観測が広がる). */
function governing(
  frame: Frame,
  quote: number,
  { tie, shown }: Predicate,
  resources: QuotationResources,
): { phrase: NounPhrase; confidence: number } | null {
  const subject = governingSubject(frame, quote, resources);
  // 政府は「…」という要請を断る: the subject is not the one who asks.
  return tie === "noun" && !shown ? null : subject;
}

/** 「…」(長谷川さん) */
function inParentheses(frame: Frame, quote: number, resources: QuotationResources): Speaker | null {
  if (!"(（".includes(frame.text[frame.ends[quote]!] ?? "-")) return null;
  if (!isParenthesis(frame, quote + 1, "(（")) return null;
  const phrase = nounPhraseAfter(frame, quote + 2, resources);
  if (phrase === null || phrase.level < 2) return null;
  return ")）".includes(frame.text[phrase.end] ?? "-") ? of(phrase, 0.92, "name in parentheses") : null;
}

/** 社長の口癖は「…」だ */
function voiceTheme(frame: Frame, quote: number, { tie }: Predicate, resources: QuotationResources): Speaker | null {
  if (tie !== "none" || !(reads(frame, quote - 1, "は") || reads(frame, quote - 1, "も"))) return null;
  const noun = nounPhraseBefore(frame, quote - 2, resources);
  const owner = noun === null ? null : ownerOfVoice(frame, noun, resources);
  return owner === null
    ? null
    : { phrase: owner, confidence: 0.85, by: "owner of the noun", verb: frame.text.slice(noun!.start, noun!.end) };
}

/** チャーチル曰く「…」 */
function saying(quote: number, source: ReturnType<typeof sourceIn>): Speaker | null {
  return source !== null && source.after === quote ? of(source.phrase, 0.9, "source") : null;
}

/** 店長「…」, ロビンソン氏:「…」: a name at the head of a line or turn. */
function asLabel(frame: Frame, quote: number, sentenceLike: boolean, resources: QuotationResources): Speaker | null {
  const colon = frame.words[quote - 1] === W.SYMBOL && ":：".includes(frame.text[frame.starts[quote - 1]!]!);
  const last = quote - (colon ? 2 : 1);
  if (last < 0 || (frame.begins[quote] && !colon)) return null;
  const phrase = nounPhraseBefore(frame, last, resources);
  if (phrase === null) return null;
  const { first } = phrase;
  const gap = first > 0 && frame.starts[first]! > frame.ends[first - 1]!;
  const before = frame.words[first - 1];
  const opens = first === 0 || frame.begins[first] || gap || before === W.SYMBOL || before === W.QUOTE;
  if (!opens) return null;
  if (!colon && phrase.level < (sentenceLike ? 1.8 : 2.7)) return null;
  return phrase.level < 0 && !colon ? null : of(phrase, colon || phrase.level >= 2.7 ? 0.88 : 0.6, "label");
}

/** …と述べた元司令官, …と言うのは広報担当者だ */
function modifiedBy(frame: Frame, { modified, tie }: Predicate, resources: QuotationResources): Speaker | null {
  if (modified < 0 || tie === "noun") return null;
  if (frame.words[modified] === W.FORMAL) {
    if (!reads(frame, modified, "の") || !(reads(frame, modified + 1, "は") || reads(frame, modified + 1, "が")))
      return null;
    return of(lastPhrase(frame, modified + 2, resources), 0.85, "cleft");
  }
  let at = frame.words[modified] === W.DETERMINER ? modified + 1 : modified;
  let best: NounPhrase | null = null;
  const first = nounPhraseAfter(frame, at, resources);
  for (let phrase = first; phrase !== null; ) {
    if (phrase.level >= 1 && !(best !== null && best.level >= 2.7 && phrase.level < 2)) {
      best =
        phrase.proper || best === null
          ? phrase
          : { ...phrase, first: first!.first, start: first!.start, nameStart: first!.start };
    }
    at = phrase.last + 1;
    phrase = reads(frame, at, "の") && at + 1 < frame.length ? nounPhraseAfter(frame, at + 1, resources) : null;
  }
  return best === null ? null : of(best, best.level >= 2 ? 0.85 : 0.6, "relative clause");
}

/** The last noun phrase of a sentence that can speak: …キム・ヘジン監督。 */
function lastPhrase(frame: Frame, from: number, resources: QuotationResources): NounPhrase | null {
  for (let item = sentenceEnd(frame, from) - 1; item >= from; item--) {
    if (!isNominal(frame.words[item]!)) continue;
    const phrase = nounPhraseBefore(frame, item, resources);
    if (phrase !== null && phrase.level >= 0) return withGenitive(frame, phrase, resources);
  }
  return null;
}

/** 「…」六兵衛は呟いた。: told without と, as in stories. */
function looselyAfter(frame: Frame, quote: number, resources: QuotationResources): Speaker | null {
  const end = sentenceEnd(frame, quote);
  const reporting = reportingVerbIn(frame, quote + 1, resources);
  if (reporting === null || reporting.item >= end) return null;
  const subject = subjectsIn(frame, quote, reporting.item, resources).find(({ phrase }) => phrase.level >= 1.4);
  return subject === undefined
    ? null
    : { phrase: subject.phrase, confidence: 0.6, by: "subject of the sentence after", verb: reporting.verb };
}

function endingPhrase(frame: Frame, from: number, end: number, resources: QuotationResources): NounPhrase | null {
  let last = end - 1;
  while (last > from && (frame.words[last] === W.PERIOD || frame.words[last] === W.SYMBOL)) last--;
  const phrase = last < from ? null : nounPhraseBefore(frame, last, resources);
  return phrase === null || phrase.first < from || phrase.level < 2 ? null : withGenitive(frame, phrase, resources);
}

/** との劉建国副総裁の発言, が祖父の口癖 */
function ownerBetween(frame: Frame, from: number, to: number, resources: QuotationResources): NounPhrase | null {
  for (let at = to - 1; at >= from; at--) {
    if (!reads(frame, at, "の") && !reads(frame, at, "から") && !reads(frame, at, "が")) continue;
    const phrase = nounPhraseBefore(frame, at - 1, resources);
    if (phrase !== null && phrase.first >= from && phrase.level >= 1) return withGenitive(frame, phrase, resources);
  }
  return null;
}

/** 佐々木さんの「無理はしないでね」 */
function ownerBefore(
  frame: Frame,
  quote: number,
  sentenceLike: boolean,
  resources: QuotationResources,
): Speaker | null {
  if (!sentenceLike || !reads(frame, quote - 1, "の")) return null;
  const phrase = nounPhraseBefore(frame, quote - 2, resources);
  if (phrase === null || phrase.level < (phrase.proper ? 1.4 : 2)) return null;
  return of(withGenitive(frame, phrase, resources), 0.7, "owner");
}

/** 「…」と叫びながら兵士が出てきた: the subject stands in the clause that goes on. */
function afterJoint(
  frame: Frame,
  { after, passive }: Predicate,
  end: number,
  resources: QuotationResources,
): NounPhrase | null {
  if (passive || after <= 0) return null;
  const joint =
    ["ながら", "つつ", "て"].some((written) => reads(frame, after, written)) ||
    (reads(frame, after, "、") && reads(frame, after - 1, "て"));
  if (!joint) return null;
  return subjectsIn(frame, after, end, resources).find(({ phrase }) => phrase.level >= 2.4)?.phrase ?? null;
}

/** 「…」。外務省幹部は苦い表情で漏らした。 */
function inNextSentence(
  frame: Frame,
  quote: number,
  sentenceLike: boolean,
  resources: QuotationResources,
): Speaker | null {
  let next = quote + 1;
  while (next < frame.length && (frame.words[next] === W.PERIOD || frame.words[next] === W.SYMBOL)) next++;
  if (next >= frame.length || frame.words[next] === W.QUOTE) return null;
  const end = sentenceEnd(frame, next);
  for (let item = next; item < end; item++) if (frame.words[item] === W.QUOTE) return null;
  const reporting = reportingVerbIn(frame, next, resources);
  if (reporting === null) {
    // 「やっと帰れる」。佐藤さんは表情を緩めた。
    const theme = subjectsIn(frame, next, end, resources).find(
      ({ particle, phrase }) => particle === "は" && phrase.level >= 2.7,
    );
    return sentenceLike && theme !== undefined ? of(theme.phrase, 0.55, "theme of the next sentence") : null;
  }
  const subject = subjectsIn(frame, next, reporting.item, resources).filter(({ phrase }) => phrase.level >= 0);
  const governed = governingSubject(frame, reporting.item, resources);
  if (subject.length > 0 && governed !== null)
    return { phrase: governed.phrase, confidence: 0.8, by: "next sentence", verb: reporting.verb };
  let after = reporting.item + 1;
  while (
    after < end &&
    (frame.words[after] === W.VERB || frame.words[after] === W.DEPENDENT || frame.words[after] === W.AUXILIARY)
  )
    after++;
  if (!reads(frame, after, "の")) return null;
  const cleft = lastPhrase(frame, after + 1, resources);
  return cleft === null ? null : { phrase: cleft, confidence: 0.8, by: "next sentence", verb: reporting.verb };
}

/** Whether the sentence before leads up to a quote that stands alone: こう語る。 …の考えは違う。 */
function announced(frame: Frame, quote: number, resources: QuotationResources): boolean {
  const start = sentenceStart(frame, quote);
  if (start === 0 || start !== quote) return false;
  const before = sentenceStart(frame, start - 1);
  if (frame.words[before] === W.QUOTE) return false;
  if (reportingVerbIn(frame, before, resources) !== null) return true;
  // 若い記者が手を挙げた。「責任はどう取るのか」
  if (subjectsIn(frame, before, start, resources).some(({ phrase }) => phrase.level >= 2.8)) return true;
  return subjectsIn(frame, before, start, resources).some(({ phrase }) => phrase.level === 2.2);
}
