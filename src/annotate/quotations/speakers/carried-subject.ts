import { type Frame, sentenceStart } from "../frame/frame.ts";
import type { NounPhrase } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import { subjectsIn } from "../phrases/subjects.ts";
import type { QuotationResources } from "../resources.ts";

/** 自分, or a bare count of people (残りの360人): neither goes on speaking in the next sentence. */
const NOBODY = /^自分$|[\d０-９〇一二三四五六七八九十百千万億数]+[人名]$/u;

/** The topic of the sentence before an item's own, looking back over at most two. */
export function carriedSubject(
  frame: Frame,
  at: number,
  resources: QuotationResources,
): { phrase: NounPhrase; confidence: number } | null {
  let start = sentenceStart(frame, at);
  for (let back = 0; back < 2 && start > 0; back++) {
    const previous = sentenceStart(frame, start - 1);
    const subjects = subjectsIn(frame, previous, start, resources).filter(
      ({ phrase }) => canSpeak(phrase, "name") && !NOBODY.test(frame.text.slice(phrase.start, phrase.end)),
    );
    const topic =
      subjects.find(({ particle, phrase }) => particle !== "が" && canSpeak(phrase, "document")) ??
      subjects.find(({ phrase }) => canSpeak(phrase, "group"));
    if (topic !== undefined) return { phrase: topic.phrase, confidence: 0.55 - back * 0.15 };
    start = previous;
  }
  return null;
}
