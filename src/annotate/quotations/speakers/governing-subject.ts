import { isNominal, W } from "../../../words/word-class.ts";
import { type Frame, reads, sentenceStart } from "../frame/frame.ts";
import type { NounPhrase, Subject } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import { subjectsIn } from "../phrases/subjects.ts";
import type { QuotationResources } from "../resources.ts";

/** A subject that governs, and how sure it does. */
export interface Governing {
  readonly phrase: NounPhrase;
  readonly confidence: number;
}

/** Returns the subject that governs what stands at an item, among those before it in its sentence. */
export function governingSubject(frame: Frame, at: number, resources: QuotationResources): Governing | null {
  const subjects = subjectsIn(frame, sentenceStart(frame, at), at, resources);
  let best: Subject | null = null;
  let bestScore = 0;
  for (const subject of subjects.reverse()) {
    if (best !== null && best.at === at - 1 && standsAlone(frame, best, subject)) break;
    const score =
      resources.rankWeights[subject.phrase.rank] +
      (subject.particle === "が" ? 0.2 : 0.4) -
      closing(frame, subject, at);
    if (best === null) [best, bestScore] = [subject, score];
    else if (!hasVerb(frame, subject.at, best.phrase.first)) {
      // Two subjects of one clause: the first is its theme.
      if (score >= bestScore - 0.5) [best, bestScore] = [subject, score];
    } else if (score > bestScore + 0.9) [best, bestScore] = [subject, score];
  }
  if (best === null) return null;
  const weight = resources.rankWeights[best.phrase.rank];
  return {
    phrase: best.phrase,
    confidence: Math.max(0.3, Math.min(0.93, 0.45 + weight * 0.15 - Math.max(0, weight - bestScore) * 0.2)),
  };
}

/** Whether who stands at the bracket has a clause of its own: 外相は…と述べ、野党は「…」, 首相は大臣が「…」. */
function standsAlone(frame: Frame, near: Subject, earlier: Subject): boolean {
  const { first, start, end } = near.phrase;
  if (hasVerb(frame, earlier.at, first)) return canSpeak(near.phrase, "document");
  return (
    near.particle === "が" &&
    earlier.particle !== "が" &&
    canSpeak(near.phrase, "people") &&
    frame.text.slice(start, end) !== "自分"
  );
}

/** How far a subject's clause is over before an item: a relative clause, 〜と、 〜が、. */
function closing(frame: Frame, { particle, at }: Subject, to: number): number {
  let penalty = 0;
  for (let item = at + 1; item < to; item++) {
    const word = frame.words[item]!;
    if (word === W.QUOTE) penalty += 0.2;
    if (word !== W.VERB && word !== W.ADJECTIVE) continue;
    let end = item + 1;
    while (end < to && (frame.words[end] === W.DEPENDENT || frame.words[end] === W.AUXILIARY)) end++;
    const next = frame.words[end] ?? W.OTHER;
    if (particle === "が") {
      if (word === W.VERB && (isNominal(next) || next === W.FORMAL) && end < to) return penalty + 2.2;
      if (next === W.JOINING && !reads(frame, end, "て") && !reads(frame, end, "で")) penalty += 1;
    } else if (next === W.JOINING && (reads(frame, end, "が") || reads(frame, end, "けど"))) penalty += 0.3;
    item = end - 1;
  }
  return penalty;
}

function hasVerb(frame: Frame, from: number, to: number): boolean {
  for (let item = from; item < to; item++) {
    const word = frame.words[item]!;
    if (word === W.VERB || word === W.QUOTE) return true;
  }
  return false;
}
