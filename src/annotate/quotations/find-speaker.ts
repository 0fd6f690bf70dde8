import { agentIn, sourceIn } from "./agents.ts";
import { carriedSubject } from "./carried-subject.ts";
import { type Frame, reads, sentenceEnd, sentenceStart } from "./frame.ts";
import { governingSubject } from "./governing-subject.ts";
import { newTopicBefore } from "./new-topic.ts";
import type { NounPhrase } from "./phrase.ts";
import type { Predicate } from "./predicate.ts";
import { canSpeak } from "./rank.ts";
import type { QuotationResources } from "./resources.ts";
import { asSpeaker, type Speaker } from "./speaker.ts";
import {
  afterJoint,
  asLabel,
  endingPhrase,
  inParentheses,
  modifiedBy,
  ownerBefore,
  ownerBetween,
  paperBefore,
  saying,
  voiceBefore,
  voiceTheme,
} from "./speaker-beside.ts";
import { announced, inNextSentence, looselyAfter } from "./speaker-next-sentence.ts";
import { subjectsIn } from "./subjects.ts";

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
  // 消息筋の話として「…」と報じた: the paper only carries it.
  if (source !== null && resources.words.carried.some((written) => frame.text.startsWith(written, source.phrase.end)))
    return asSpeaker(source.phrase, 0.8, "source");
  const direct =
    inParentheses(frame, quote, resources) ??
    saying(quote, source) ??
    (tie === "to" || tie === "tte" ? null : voiceBefore(frame, quote, resources)) ??
    asLabel(frame, quote, sentenceLike, resources);
  if (direct !== null) return direct;
  if (passive) {
    if (predicate.verbClass === "name") return null;
    return (
      asSpeaker(agentIn(frame, from, item, resources, ["に", "から"]), 0.85, "agent after") ??
      asSpeaker(agentIn(frame, start, quote, resources, ["から", "に", "によって"]), 0.82, "agent before")
    );
  }
  if (tie === "to" && verbClass === null) {
    // 母から「…」とLINEが来た
    const sender = agentIn(frame, start, quote, resources, ["から"]);
    if (sender !== null && canSpeak(sender, "people")) return asSpeaker(sender, 0.75, "origin before");
  }
  const heard =
    predicate.modified >= 0 &&
    resources.voices.has(frame.text.slice(frame.starts[predicate.modified]!, frame.ends[predicate.modified]!));
  if (verbClass === "judge" || verbClass === "think" || heard) {
    const topic = newTopicBefore(frame, quote, resources);
    if (topic !== null) return asSpeaker(topic.phrase, 0.6, "topic of a new clause");
  }
  if (verbClass === "write" && item >= 0) {
    const stands = predicate.verb === "ある" && tie === "to";
    if (stands || frame.text.startsWith("てあ", frame.ends[item]!)) return paperBefore(frame, quote, resources);
  }
  const modified = modifiedBy(frame, predicate, resources);
  if (modified !== null) return modified;
  if (item > from && from > 0) {
    const after = subjectsIn(frame, from - 1, item, resources).filter(({ phrase }) =>
      canSpeak(phrase, verbClass === null ? "fragment" : "noun"),
    );
    // The first subject behind the quote governs; one in a relative clause has its verb before the next subject.
    const subject =
      after.length > 1 ? (after.filter(({ phrase }) => canSpeak(phrase, "group")).at(-1) ?? after[0]) : after[0];
    if (subject !== undefined)
      return asSpeaker(subject.phrase, 0.5 + resources.rankWeights[subject.phrase.rank] * 0.14, "subject after");
    if (tie === "noun") {
      const owner = ownerBetween(frame, from, item, resources);
      if (owner !== null) return asSpeaker(owner, 0.85, "owner of the noun");
    }
  }
  if (predicate.verb === "聞く" || tie === "noun") {
    const origin = agentIn(frame, start, quote, resources, ["から"]);
    if (origin !== null) return asSpeaker(origin, 0.8, "origin before");
  }
  if (predicate.verb !== null && tie === "none" && item >= 0) {
    const owner = ownerBetween(frame, from, item, resources);
    if (owner !== null) return asSpeaker(owner, 0.85, "owner of the noun");
  }
  if (tie === "stop" && quote === start) {
    const next = inNextSentence(frame, quote, sentenceLike, resources);
    if (next !== null) return next;
  }
  if (tie === "noun" && predicate.verb !== null && !predicate.shown) {
    const later = agentIn(frame, item, sentenceEnd(frame, quote), resources, ["から"]);
    if (later !== null) return asSpeaker(later, 0.75, "origin after");
  }
  if (tie === "to" && predicate.verb === null && from > 0) {
    // 「…」と国連の事務総長。: no verb, the sentence ends in the one who said it.
    const last = endingPhrase(frame, from, sentenceEnd(frame, quote), resources);
    if (last !== null) return asSpeaker(last, 0.8, "end of the sentence");
  }
  if (tie === "none" && sentenceLike && frame.begins[quote] && predicate.verb === null) {
    const loose = looselyAfter(frame, quote, resources);
    if (loose !== null) return loose;
  }
  const themed = tie === "none" && sentenceLike && ["は", "も"].some((particle) => reads(frame, quote - 1, particle));
  if (tie === "noun" && predicate.verb !== null && governing(frame, quote, predicate, resources) === null)
    return source === null ? null : asSpeaker(source.phrase, 0.7, "source");
  if (
    (tie !== "noun" || predicate.shown) &&
    (tie !== "none" || source !== null || themed) &&
    !(tie === "stop" && source !== null)
  ) {
    const subject = governing(frame, quote, predicate, resources);
    if (subject !== null && (canSpeak(subject.phrase, "fragment") || source === null)) {
      const carried =
        !canSpeak(subject.phrase, "fragment") && verbClass !== "think" ? carriedSubject(frame, quote, resources) : null;
      if (carried !== null) return { ...carried, by: "carried" };
      return { ...subject, by: "subject before" };
    }
  }
  if (source !== null) return asSpeaker(source.phrase, 0.85, "source");
  const joint = item >= 0 ? afterJoint(frame, predicate, sentenceEnd(frame, quote), resources) : null;
  if (joint !== null) return asSpeaker(joint, 0.6, "subject of the clause after");
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
