import { isNominal, W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { FoundSubject, NounPhrase, Subject } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import type { QuotationResources } from "../resources.ts";
import { nounPhraseAfter, nounPhraseBefore, withGenitive } from "./noun-phrase.ts";

/** Returns the subjects between two items, left to right; what cannot speak is left out. */
export function subjectsIn(frame: Frame, from: number, to: number, resources: QuotationResources): Subject[] {
  const found: Subject[] = [];
  for (let at = from + 1; at < to; at++) {
    const word = frame.words[at]!;
    if (
      word !== W.TOPIC &&
      word !== W.CASE &&
      word !== W.PARTICLE &&
      word !== W.JOINING &&
      word !== W.COMMA &&
      word !== W.AUXILIARY
    )
      continue;
    let known = frame.subjects[at];
    if (known === undefined) {
      known = subjectAt(frame, at, resources);
      frame.subjects[at] = known;
    }
    if (known !== null && known.reach >= from) found.push(known.subject);
  }
  return found;
}

function subjectAt(frame: Frame, at: number, resources: QuotationResources): FoundSubject | null {
  if (frame.words[at] === W.COMMA) return themeAt(frame, at, resources);
  if (frame.words[at] === W.AUXILIARY && !reads(frame, at, "なら")) return null;
  const casual = reads(frame, at, "って") || reads(frame, at, "なら");
  const particle = casual ? "は" : particleAt(frame, at);
  if (particle === null) return null;
  const phrase = nounPhraseBefore(frame, at - 1, resources);
  if (phrase === null || (casual && !canSpeak(phrase, "people"))) return null;
  const voice =
    !phrase.proper && !canSpeak(phrase, "fragment") && resources.voices.has(frame.text.slice(phrase.start, phrase.end));
  if (canSpeak(phrase, "noun") && !voice)
    return { subject: { phrase: withGenitive(frame, phrase, resources), particle, at }, reach: phrase.first };
  const owner = ownerOfVoice(frame, phrase, resources);
  return owner === null
    ? null
    : { subject: { phrase: owner, particle, at }, reach: Math.min(phrase.first, owner.first) };
}

/** うちの上司、…: a person at the head of a sentence is its theme without a particle. */
function themeAt(frame: Frame, at: number, resources: QuotationResources): FoundSubject | null {
  const phrase = nounPhraseBefore(frame, at - 1, resources);
  if (phrase === null || !canSpeak(phrase, "people")) return null;
  if (isApposition(frame, at + 1, resources)) return null;
  const theme = withGenitive(frame, phrase, resources);
  if (!(theme.proper && opensSentence(frame, theme.first)) && !frame.begins[theme.first]) return null;
  return { subject: { phrase: { ...theme, rank: "theme" }, particle: "は", at }, reach: phrase.first };
}

/** 緑風商事の社長、北村葵は: a name with its particle behind the comma is whom the words before it describe. */
function isApposition(frame: Frame, first: number, resources: QuotationResources): boolean {
  const name = nounPhraseAfter(frame, first, resources);
  return name?.proper === true && name.first === first && particleAt(frame, name.last + 1) !== null;
}

/** Nothing but nouns and の before a name: 今年八十八歳の清さん、. */
function opensSentence(frame: Frame, first: number): boolean {
  if (frame.begins[first]) return true;
  if (!reads(frame, first - 1, "の")) return false;
  for (let item = first - 1; item >= 0; item--) {
    if (!isNominal(frame.words[item]!) && !reads(frame, item, "の") && frame.words[item] !== W.PREFIX) return false;
    if (frame.begins[item]) return true;
  }
  return false;
}

function particleAt(frame: Frame, at: number): Subject["particle"] | null {
  const start = frame.starts[at]!;
  if (frame.ends[at]! - start !== 1) return null;
  const written = frame.text[start]!;
  return written === "は" || written === "が" || written === "も" ? written : null;
}

/** Somebody whose view or words are the subject: 王志強氏の考えは…. */
export function ownerOfVoice(frame: Frame, phrase: NounPhrase, resources: QuotationResources): NounPhrase | null {
  if (!reads(frame, phrase.first - 1, "の") || !resources.voices.has(frame.text.slice(phrase.start, phrase.end)))
    return null;
  const owner = nounPhraseBefore(frame, phrase.first - 2, resources);
  return owner === null || !canSpeak(owner, "group")
    ? null
    : withGenitive(frame, { ...owner, rank: "holder" }, resources);
}
