import { isNominal, W } from "../../words/word-class.ts";
import type { sourceIn } from "./agents.ts";
import { type Frame, reads, sentenceEnd } from "./frame.ts";
import { isParenthesis, nounPhraseAfter, nounPhraseBefore, withGenitive } from "./noun-phrase.ts";
import type { NounPhrase } from "./phrase.ts";
import type { Predicate } from "./predicate.ts";
import { canSpeak } from "./rank.ts";
import type { QuotationResources } from "./resources.ts";
import { asSpeaker, type Speaker } from "./speaker.ts";
import { ownerOfVoice, subjectsIn } from "./subjects.ts";

/** 「…」(長谷川さん) */
export function inParentheses(frame: Frame, quote: number, resources: QuotationResources): Speaker | null {
  if (!"(（".includes(frame.text[frame.ends[quote]!] ?? "-")) return null;
  if (!isParenthesis(frame, quote + 1, "(（")) return null;
  let best: NounPhrase | null = null;
  for (let item = quote + 2; item < Math.min(frame.length, quote + 16) && !isParenthesis(frame, item, ")）"); ) {
    const phrase = nounPhraseAfter(frame, item, resources);
    if (phrase !== null && canSpeak(phrase, "group") && (best === null || canSpeak(phrase, best.rank))) best = phrase;
    item = phrase === null ? item + 1 : phrase.last + 1;
  }
  // (漁師の浜口さん、68), not (会見で市長が述べた言葉).
  return best !== null && ")）、,・(（".includes(frame.text[best.end] ?? "-")
    ? asSpeaker(withGenitive(frame, best, resources), 0.92, "name in parentheses")
    : null;
}

/** 社長の口癖は「…」だ */
export function voiceTheme(
  frame: Frame,
  quote: number,
  { tie }: Predicate,
  resources: QuotationResources,
): Speaker | null {
  if (tie !== "none" || !(reads(frame, quote - 1, "は") || reads(frame, quote - 1, "も"))) return null;
  const noun = nounPhraseBefore(frame, quote - 2, resources);
  const owner = noun === null ? null : ownerOfVoice(frame, noun, resources);
  return owner === null
    ? null
    : { phrase: owner, confidence: 0.85, by: "owner of the noun", verb: frame.text.slice(noun!.start, noun!.end) };
}

/** チャーチル曰く「…」 */
export function saying(quote: number, source: ReturnType<typeof sourceIn>): Speaker | null {
  return source !== null && source.after === quote ? asSpeaker(source.phrase, 0.9, "source") : null;
}

/** 店長「…」, ロビンソン氏:「…」: a name at the head of a line or turn. */
export function asLabel(
  frame: Frame,
  quote: number,
  sentenceLike: boolean,
  resources: QuotationResources,
): Speaker | null {
  const colon = frame.words[quote - 1] === W.SYMBOL && ":：".includes(frame.text[frame.starts[quote - 1]!]!);
  const last = quote - (colon ? 2 : 1);
  if (last < 0 || (frame.begins[quote] && !colon)) return null;
  const phrase = nounPhraseBefore(frame, last, resources);
  if (phrase === null) return null;
  const { first } = phrase;
  const gap = first > 0 && frame.starts[first]! > frame.ends[first - 1]!;
  const before = frame.words[first - 1];
  const follows = before === W.COMMA && frame.words[first - 2] === W.QUOTE;
  const opens = first === 0 || frame.begins[first] || gap || before === W.SYMBOL || before === W.QUOTE || follows;
  if (!opens) return null;
  // A short name with nothing but its words on the line, as in a dialogue.
  const turn =
    sentenceLike &&
    canSpeak(phrase, "noun") &&
    frame.ends[last]! - phrase.start <= 8 &&
    resources.before.longest(frame.text, frame.ends[last]!, 0) === null &&
    endsTurn(frame, quote + 1);
  if (!colon && !turn && !canSpeak(phrase, sentenceLike ? "document" : "people")) return null;
  return !canSpeak(phrase, "noun") && !colon
    ? null
    : asSpeaker(phrase, colon || canSpeak(phrase, "people") ? 0.88 : 0.6, "label");
}

/** Whether nothing follows a quote in its line, or another's turn, or an arrow. */
function endsTurn(frame: Frame, next: number): boolean {
  if (next >= frame.length || frame.begins[next] === 1) return true;
  if ("←→".includes(frame.text[frame.starts[next]!]!)) return true;
  const other = frame.words[next] === W.COMMA ? next + 1 : next;
  for (let item = other; item < Math.min(frame.length, other + 4); item++) {
    if (frame.words[item] === W.QUOTE) return item > other;
    if (!isNominal(frame.words[item]!)) return false;
  }
  return false;
}

/** ジョブズの名言「…」 */
export function voiceBefore(frame: Frame, quote: number, resources: QuotationResources): Speaker | null {
  const noun = nounPhraseBefore(frame, quote - 1, resources);
  if (noun === null || frame.begins[quote]) return null;
  const owner = ownerOfVoice(frame, noun, resources);
  return owner === null ? null : asSpeaker(owner, 0.8, "owner of the noun");
}

/** 佐々木さんの「無理はしないでね」 */
export function ownerBefore(
  frame: Frame,
  quote: number,
  sentenceLike: boolean,
  resources: QuotationResources,
): Speaker | null {
  if (!reads(frame, quote - 1, "の")) return null;
  const phrase = nounPhraseBefore(frame, quote - 2, resources);
  if (phrase !== null && ">＞".includes(frame.text[phrase.start]!)) return asSpeaker(phrase, 0.8, "owner");
  if (!sentenceLike || phrase === null || !canSpeak(phrase, phrase.proper ? "unknown" : "group")) return null;
  return asSpeaker(withGenitive(frame, phrase, resources), 0.7, "owner");
}

/** 報告書には「…」と書いてある: the paper speaks, if anything does; 記事 is the article that everybody has before them. */
export function paperBefore(frame: Frame, quote: number, resources: QuotationResources): Speaker | null {
  const last = reads(frame, quote - 1, "は") || reads(frame, quote - 1, "も") ? quote - 2 : quote - 1;
  const phrase = reads(frame, last, "に") ? nounPhraseBefore(frame, last - 1, resources) : null;
  if (phrase === null || !canSpeak(phrase, "fragment") || frame.text.slice(phrase.start, phrase.end).endsWith("記事"))
    return null;
  return asSpeaker(withGenitive(frame, phrase, resources), 0.7, "paper");
}

/** との劉建国副総裁の発言, が祖父の口癖 */
export function ownerBetween(frame: Frame, from: number, to: number, resources: QuotationResources): NounPhrase | null {
  for (let at = to - 1; at >= from; at--) {
    if (!reads(frame, at, "の") && !reads(frame, at, "から") && !reads(frame, at, "が")) continue;
    const phrase = nounPhraseBefore(frame, at - 1, resources);
    if (phrase !== null && phrase.first >= from && canSpeak(phrase, "fragment"))
      return withGenitive(frame, phrase, resources);
  }
  return null;
}

/** …と述べた元司令官, …と言うのは広報担当者だ */
export function modifiedBy(
  frame: Frame,
  { modified, tie, verb }: Predicate,
  resources: QuotationResources,
): Speaker | null {
  if (modified < 0 || tie === "noun" || verb === "言える") return null;
  if (frame.words[modified] === W.FORMAL) {
    if (!reads(frame, modified, "の") || !(reads(frame, modified + 1, "は") || reads(frame, modified + 1, "が")))
      return null;
    return asSpeaker(lastPhrase(frame, modified + 2, resources), 0.85, "cleft");
  }
  let at = frame.words[modified] === W.DETERMINER ? modified + 1 : modified;
  let best: NounPhrase | null = null;
  const first = nounPhraseAfter(frame, at, resources);
  for (let phrase = first; phrase !== null; ) {
    if (canSpeak(phrase, "fragment") && !(best !== null && canSpeak(best, "people") && !canSpeak(phrase, "group"))) {
      best = phrase.proper ? phrase : { ...phrase, first: first!.first, start: first!.start, nameStart: first!.start };
    }
    at = phrase.last + 1;
    phrase = reads(frame, at, "の") && at + 1 < frame.length ? nounPhraseAfter(frame, at + 1, resources) : null;
  }
  return best === null ? null : asSpeaker(best, canSpeak(best, "group") ? 0.85 : 0.6, "relative clause");
}

/** The last noun phrase of a sentence that can speak: …キム・ヘジン監督。 */
export function lastPhrase(frame: Frame, from: number, resources: QuotationResources): NounPhrase | null {
  for (let item = sentenceEnd(frame, from) - 1; item >= from; item--) {
    if (!isNominal(frame.words[item]!)) continue;
    const phrase = nounPhraseBefore(frame, item, resources);
    if (phrase !== null && canSpeak(phrase, "noun")) return withGenitive(frame, phrase, resources);
  }
  return null;
}

export function endingPhrase(
  frame: Frame,
  from: number,
  end: number,
  resources: QuotationResources,
): NounPhrase | null {
  let last = end - 1;
  while (last > from && (frame.words[last] === W.PERIOD || frame.words[last] === W.SYMBOL)) last--;
  const phrase = last < from ? null : nounPhraseBefore(frame, last, resources);
  return phrase === null || phrase.first < from || !canSpeak(phrase, "group")
    ? null
    : withGenitive(frame, phrase, resources);
}

/** 「…」と叫びながら兵士が出てきた: the subject stands in the clause that goes on. */
export function afterJoint(
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
  return subjectsIn(frame, after, end, resources).find(({ phrase }) => canSpeak(phrase, "document"))?.phrase ?? null;
}
