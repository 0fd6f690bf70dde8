import { type Frame, lemmaOf, reads } from "./frame.ts";
import type { QuotationResources } from "./resources.ts";
import { W } from "./word-class.ts";

/** Steps over where and when it was said: 取材に対し、 14日の会見で. */
export function trimStart(frame: Frame, from: number, to: number, resources: QuotationResources): number {
  let start = from;
  while (
    start < to &&
    (frame.words[start] === W.COMMA || frame.words[start] === W.PERIOD || frame.words[start] === W.CONJUNCTION)
  )
    start++;
  for (let item = start; item < to && item - start < 10; item++) {
    const word = frame.words[item]!;
    if (word === W.TOPIC || word === W.VERB || word === W.QUOTE || reads(frame, item, "が") || reads(frame, item, "を"))
      break;
    if (word === W.COMMA) {
      // A time alone before a comma: 15日、.
      let timeOnly = true;
      for (let at = start; at < item; at++)
        if (![W.TIME, W.NUMBER, W.SUFFIX].includes(frame.words[at]! as never)) timeOnly = false;
      if (timeOnly && item > start) return trimStart(frame, item + 1, to, resources);
      break;
    }
    if (word !== W.CASE) continue;
    const noun = frame.text.slice(Math.max(frame.starts[start]!, frame.ends[item - 1]! - 6), frame.ends[item - 1]!);
    if (!resources.words.venues.some((venue) => noun.endsWith(venue))) continue;
    let next = item + 1;
    if (reads(frame, item, "に") && lemmaOf(frame, next) === "対する") {
      next++;
      if (reads(frame, next, "て")) next++;
    }
    if (reads(frame, next, "は")) next++;
    return trimStart(frame, next, to, resources);
  }
  return start;
}

/** A passive report begins after its venue: 海外の掲示板では. */
export function afterVenue(frame: Frame, from: number, to: number): number {
  for (let item = from; item < Math.min(to, from + 12); item++) {
    if (reads(frame, item, "では") || (reads(frame, item, "で") && reads(frame, item + 1, "は")))
      return reads(frame, item, "では") ? item + 1 : item + 2;
  }
  return from;
}
