import { type Frame, reads } from "../frame/frame.ts";
import type { NounPhrase } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import { nounPhraseBefore, withGenitive } from "../phrases/noun-phrase.ts";
import type { QuotationResources } from "../resources.ts";
import type { Quote } from "./quote.ts";
import { type Found, found } from "./speaker-rule.ts";

/** Returns the owner of a bracket: 佐々木さんの「無理はしないでね」; of mere words only a comment is one. */
export function ownerBefore(quote: Quote, sentenceLike: boolean): Found | null {
  const { frame, item, resources } = quote;
  if (!quote.beside(-1, "の")) return null;
  const phrase = nounPhraseBefore(frame, item - 2, resources);
  if (phrase === null) return null;
  if (phrase.rank === "comment") return found(phrase, 0.8);
  if (!sentenceLike || !canSpeak(phrase, phrase.proper ? "unknown" : "group")) return null;
  return found(withGenitive(frame, phrase, resources), 0.7);
}

/** Returns the owner of a noun behind a bracket, between two items: との劉建国副総裁の発言, が祖父の口癖. */
export function ownerBetween(frame: Frame, from: number, to: number, resources: QuotationResources): NounPhrase | null {
  for (let at = to - 1; at >= from; at--) {
    if (!reads(frame, at, "の") && !reads(frame, at, "から") && !reads(frame, at, "が")) continue;
    const phrase = nounPhraseBefore(frame, at - 1, resources);
    if (phrase !== null && phrase.first >= from && canSpeak(phrase, "fragment"))
      return withGenitive(frame, phrase, resources);
  }
  return null;
}
