import { isNominal, W } from "../../words/word-class.ts";
import { agentIn, sourceIn } from "./agents.ts";
import { carriedSubject } from "./carried-subject.ts";
import type { Closing } from "./closing.ts";
import { closingAt } from "./closing-at.ts";
import { firstSpeaker } from "./first-speaker.ts";
import { type Frame, reads } from "./frame.ts";
import { bracketed, hearsayIn } from "./hearsay.ts";
import type { Indirect, Teller } from "./indirect.ts";
import { nounPhraseBefore } from "./noun-phrase.ts";
import type { NounPhrase, Subject } from "./phrase.ts";
import { canSpeak } from "./rank.ts";
import { afterVenue, trimStart } from "./report-start.ts";
import type { QuotationResources } from "./resources.ts";
import { subjectsIn } from "./subjects.ts";
import { giverBefore, holderBefore } from "./told-by.ts";

/** Finds reported speech without brackets in the sentence `[from, to)` of a frame. */
export function findIndirect(frame: Frame, from: number, to: number, resources: QuotationResources): Indirect[] {
  const found: Indirect[] = [];
  let start = from;
  for (let item = from + 1; item < to; item++) {
    const word = frame.words[item]!;
    const closing =
      word === W.QUOTING ||
      word === W.PARTICLE ||
      word === W.CASE ||
      word === W.JOINING ||
      word === W.FORMAL ||
      isNominal(word)
        ? closingAt(frame, item, to, resources)
        : null;
    if (closing === null) {
      // A reported clause in brackets is over: what follows its comma is new.
      if (word === W.COMMA && bracketed(frame, start, item)) start = item + 1;
      continue;
    }
    const indirect = report(frame, from, start, closing, resources);
    if (indirect !== null) {
      found.push(indirect);
      start = closing.predicate.after > item ? closing.predicate.after : item + 1;
      item = start - 1;
    }
  }
  if (found.length === 0) {
    const hearsay = hearsayIn(frame, from, to, resources);
    if (hearsay !== null) found.push(hearsay);
  }
  return found;
}

function report(
  frame: Frame,
  sentence: number,
  start: number,
  { item, predicate, by, end }: Closing,
  resources: QuotationResources,
): Indirect | null {
  const { verb, passive, modified, after } = predicate;
  const done = (from: number, speaker: Teller | null, confidence: number): Indirect | null => {
    const words = trimStart(frame, from, item, resources);
    if (
      words >= item ||
      frame.starts[item]! - frame.starts[words]! < 4 ||
      (frame.words[item - 1] === W.COMMA && item - 2 < words)
    )
      return null;
    let last = frame.words[item - 1] === W.COMMA ? item - 2 : item - 1;
    if (reads(frame, last, "など") && last > words) last--;
    return {
      start: frame.starts[words]!,
      end: end ?? frame.ends[last]!,
      verb,
      speaker,
      confidence,
      by,
      from: sentence,
      to: Math.max(after, item),
    };
  };
  if (passive) {
    const giver = giverBefore(frame, start, item, resources);
    if (giver !== null) return done(giver.after, { phrase: giver.phrase, confidence: 0.75, by: "agent before" }, 0.7);
    const strong = predicate.verbClass !== "judge" && verb !== "言う" && !resources.words.weak.includes(verb ?? "");
    if (!strong) return null;
    const agent = agentIn(frame, predicate.from, predicate.item, resources, ["に", "から"]);
    return done(
      afterVenue(frame, start, item),
      agent === null ? null : { phrase: agent, confidence: 0.7, by: "agent after" },
      0.6,
    );
  }
  if (modified >= 0 && isNominal(frame.words[modified]!)) {
    const phrase = phraseFrom(frame, modified, resources);
    if (phrase !== null) return done(start, { phrase, confidence: 0.8, by: "relative clause" }, 0.75);
  }
  const source = sourceIn(frame, start, item, resources);
  if (source !== null && resources.words.carried.some((written) => frame.text.startsWith(written, source.phrase.end)))
    return done(source.after, { phrase: source.phrase, confidence: 0.75, by: "source" }, 0.75);
  if (predicate.tie === "noun" && !predicate.shown) {
    const holder = holderBefore(frame, start, item, resources);
    return done(
      holder?.after ?? start,
      holder === null ? null : { phrase: holder.phrase, confidence: 0.7, by: "origin before" },
      0.55,
    );
  }
  const teller = subjectsIn(frame, predicate.from - 1, predicate.item, resources).find(
    ({ particle, phrase }) => particle !== "が" && canSpeak(phrase, "people"),
  );
  // …と評論家は後に語っている: who stands behind the words says them.
  if (teller !== undefined && predicate.tie === "to")
    return done(start, { phrase: teller.phrase, confidence: 0.8, by: "subject after" }, 0.8);
  const speaking = subjectsIn(frame, start, item, resources).filter(({ phrase }) => canSpeak(phrase, "unknown"));
  const subject = firstSpeaker(frame, speaking);
  const weak =
    verb === "考える" ||
    resources.words.weak.includes(verb ?? "") ||
    predicate.verbClass === "ask" ||
    predicate.verbClass === "emote" ||
    (verb === "言う" && frame.text[frame.starts[predicate.item] ?? 0] !== "言");
  if (verb === "考える" && (subject === null || isOneself(frame, subject, resources))) return null;
  if (subject !== null && by === "…として" && subject.particle === "が") return null;
  if (subject !== null && canSpeak(subject.phrase, weak ? "document" : "unknown")) {
    return done(
      subject.at + 1,
      {
        phrase: subject.phrase,
        confidence: 0.5 + resources.rankWeights[subject.phrase.rank] * 0.12,
        by: "subject before",
      },
      weak ? 0.7 : 0.85,
    );
  }
  const between = subjectsIn(frame, predicate.from - 1, predicate.item, resources).find(({ phrase }) =>
    canSpeak(phrase, "name"),
  );
  if (between !== undefined) return done(start, { phrase: between.phrase, confidence: 0.8, by: "subject after" }, 0.8);
  if (source !== null) return done(source.after, { phrase: source.phrase, confidence: 0.8, by: "source" }, 0.75);
  if (start > sentence) {
    const earlier = subjectsIn(frame, sentence, start, resources)
      .filter(({ phrase }) => canSpeak(phrase, "document"))
      .at(-1);
    if (earlier !== undefined && !weak)
      return done(start, { phrase: earlier.phrase, confidence: 0.6, by: "subject of the clause before" }, 0.65);
  }
  // …としている。 always tells somebody's view.
  const held = verb === "する" && frame.text.startsWith("としてい", frame.starts[item]!);
  if (weak && !held) return null;
  const origin = agentIn(frame, start, item, resources, ["から"]);
  if (origin !== null && predicate.tie === "noun")
    return done(start, { phrase: origin, confidence: 0.7, by: "origin before" }, 0.6);
  const final = frame.begins[after] === 1 || after >= frame.length || frame.words[after] === W.PERIOD;
  const carried = final ? carriedSubject(frame, item, resources) : null;
  return carried === null
    ? null
    : done(start, { ...carried, confidence: carried.confidence - 0.1, by: "carried" }, 0.5);
}

function isOneself(frame: Frame, { phrase }: Subject, { words }: QuotationResources): boolean {
  return words.oneself.includes(frame.text.slice(phrase.start, phrase.end));
}

function phraseFrom(frame: Frame, at: number, resources: QuotationResources): NounPhrase | null {
  let last = at;
  while (
    last + 1 < frame.length &&
    !frame.begins[last + 1] &&
    (isNominal(frame.words[last + 1]!) ||
      reads(frame, last + 1, "・") ||
      (reads(frame, last + 1, "の") && isNominal(frame.words[last + 2] ?? W.OTHER)))
  )
    last++;
  for (let item = last; item >= at; item--) {
    if (!isNominal(frame.words[item]!)) continue;
    const phrase = nounPhraseBefore(frame, item, resources);
    if (phrase !== null && canSpeak(phrase, "unknown")) return phrase;
  }
  return null;
}
