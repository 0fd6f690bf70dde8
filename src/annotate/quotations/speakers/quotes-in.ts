import { W } from "../../../words/word-class.ts";
import type { Frame } from "../frame/frame.ts";
import { isSentenceLike } from "../predicates/sentence-like.ts";
import type { QuotationResources } from "../resources.ts";
import { Quote } from "./quote.ts";

/** Returns the brackets of a frame in their order, each in its sentence. */
export function quotesIn(frame: Frame, resources: QuotationResources): Quote[] {
  const quotes: Quote[] = [];
  for (let item = 0; item < frame.length; item++) {
    if (frame.words[item] !== W.QUOTE) continue;
    const bracket = frame.brackets[-1 - frame.rows[item]!]!;
    const sentenceLike = isSentenceLike(resources.layouts.glance(frame.tokens, bracket));
    quotes.push(new Quote(frame, item, bracket, sentenceLike, resources));
  }
  return quotes;
}
