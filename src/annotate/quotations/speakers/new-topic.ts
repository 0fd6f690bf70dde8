import { W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { NounPhrase } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import { nounPhraseBefore, withGenitive } from "../phrases/noun-phrase.ts";
import { turnsAway } from "../predicates/turns-away.ts";
import type { QuotationResources } from "../resources.ts";

/** The place or group whose view a clause after 〜が or 〜一方 turns to: …と解釈しているが、欧州では「…」. */
export function newTopicBefore(
  frame: Frame,
  quote: number,
  resources: QuotationResources,
): { phrase: NounPhrase | null } | null {
  if (!reads(frame, quote - 1, "は") || !(reads(frame, quote - 2, "で") || reads(frame, quote - 2, "に"))) return null;
  const phrase = nounPhraseBefore(frame, quote - 3, resources);
  if (phrase === null) return null;
  const whole = withGenitive(frame, phrase, resources);
  let first = whole.first;
  // 欧州や中央アジア
  while (first >= 2 && reads(frame, first - 1, "や")) {
    const other = nounPhraseBefore(frame, first - 2, resources);
    if (other === null) break;
    first = other.first;
  }
  const turn = frame.words[first - 1] === W.COMMA ? first - 2 : first - 1;
  if (!(turnsAway(frame, turn, resources) || reads(frame, turn, "一方")) || first > quote) return null;
  const start = frame.starts[first]!;
  return { phrase: !canSpeak(phrase, "fragment") ? null : { ...whole, first, start, nameStart: start } };
}
