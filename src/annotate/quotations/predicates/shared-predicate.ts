import { W } from "../../../words/word-class.ts";
import { type Frame, reads, sentenceEnd } from "../frame/frame.ts";
import type { QuotationResources } from "../resources.ts";
import { predicateAfter } from "./predicate-after.ts";
import type { Predicate } from "./verb-predicate.ts";

/** Returns the predicate of a quote, or the one it shares with the next: 夫は「いるよ」、私は「…」と言った. */
export function sharedPredicate(
  frame: Frame,
  quote: number,
  sentenceLike: boolean,
  resources: QuotationResources,
): Predicate {
  const own = predicateAfter(frame, quote, sentenceLike, resources);
  const parallel = own.tie === "none" || (reads(frame, quote + 1, "と") && frame.words[quote + 2] === W.QUOTE);
  if (!parallel || own.verb !== null) return own;
  const end = sentenceEnd(frame, quote);
  const next = frame.words[quote + 1];
  if (next !== W.COMMA && next !== W.QUOTE && !["と", "や", "だの"].some((word) => reads(frame, quote + 1, word)))
    return { ...own, tie: "none", verb: null, verbClass: null };
  for (let item = quote + 1; item < end; item++) {
    if (frame.words[item] === W.VERB || frame.words[item] === W.AUXILIARY) return own;
    if (frame.words[item] !== W.QUOTE) continue;
    // 「…」「…」と, 「…」や「…」と: what follows the last belongs to all.
    if (item <= quote + 2) return sharedPredicate(frame, item, sentenceLike, resources);
    const { verb, verbClass, tie, passive } = sharedPredicate(frame, item, sentenceLike, resources);
    return verbClass === null ? own : { ...own, tie, verb, verbClass, passive, modified: -1, item: -1, from: -1 };
  }
  return own;
}
