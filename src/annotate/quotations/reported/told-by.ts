import { W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { NounPhrase } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import { nounPhraseBefore, withGenitive } from "../phrases/noun-phrase.ts";
import type { QuotationResources } from "../resources.ts";

/** Whose view it is: 与党からは…との声が上がる, 専門家の間では…との見方が強い. */
export function holderBefore(
  frame: Frame,
  from: number,
  to: number,
  resources: QuotationResources,
): { phrase: NounPhrase; after: number } | null {
  for (let item = from + 1; item < to && item - from < 16; item++) {
    if (frame.words[item] !== W.CASE) continue;
    const among = reads(frame, item, "で") && (reads(frame, item - 1, "間") || reads(frame, item - 1, "あいだ"));
    if (!among && !reads(frame, item, "から")) continue;
    const phrase = nounPhraseBefore(frame, among ? item - 3 : item - 1, resources);
    if (phrase === null || phrase.first < from || !canSpeak(phrase, "fragment")) continue;
    const topic = frame.words[item + 1] === W.TOPIC || frame.words[item + 1] === W.COMMA;
    return { phrase: withGenitive(frame, phrase, resources), after: topic ? item + 2 : item + 1 };
  }
  return null;
}

/** Who told it, before the words: 医者には安静にと言われた, 首長は議会から瑕疵があると指摘された. */
export function giverBefore(
  frame: Frame,
  from: number,
  to: number,
  resources: QuotationResources,
): { phrase: NounPhrase; after: number } | null {
  for (let item = from; item < to && item - from < 16; item++) {
    if (frame.words[item] !== W.CASE || !(reads(frame, item, "から") || reads(frame, item, "に"))) continue;
    const phrase = nounPhraseBefore(frame, item - 1, resources);
    if (phrase === null || phrase.first < from || !canSpeak(phrase, "document")) continue;
    const after = frame.words[item + 1] === W.TOPIC || frame.words[item + 1] === W.COMMA ? item + 2 : item + 1;
    return { phrase: withGenitive(frame, phrase, resources), after };
  }
  return null;
}
