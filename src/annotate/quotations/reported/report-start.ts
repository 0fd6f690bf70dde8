import { W } from "../../../words/word-class.ts";
import { type Frame, lemmaOf, reads } from "../frame/frame.ts";
import { isOutlet } from "../phrases/outlet.ts";
import type { QuotationResources } from "../resources.ts";

/** Returns the first item behind where, when and to whom it was said: 取材に対し、 14日の会見で、 英紙への寄稿で、 CNNに. */
export function trimStart(frame: Frame, from: number, to: number, resources: QuotationResources): number {
  let start = from;
  while (start < to && (isLead(frame.words[start]!) || reads(frame, start, ","))) start++;
  for (let item = start; item < to && item - start < 12; item++) {
    const word = frame.words[item]!;
    if (word === W.COMMA)
      return item > start && isTime(frame, start, item) ? trimStart(frame, item + 1, to, resources) : start;
    if (startsClause(frame, item)) return start;
    if (word !== W.CASE || item === start) continue;
    const next = behindVenue(frame, start, item, resources);
    if (next >= 0) return trimStart(frame, next, to, resources);
  }
  return start;
}

/** Whether an item belongs to the words themselves: a topic, a verb, a bracket, a subject or object. */
function startsClause(frame: Frame, item: number): boolean {
  const word = frame.words[item];
  return (
    word === W.TOPIC || word === W.VERB || word === W.QUOTE || reads(frame, item, "が") || reads(frame, item, "を")
  );
}

/** The item behind a venue that ends in a particle; -1 if it is none. */
function behindVenue(frame: Frame, start: number, item: number, resources: QuotationResources): number {
  const next = reads(frame, item + 1, "は") ? item + 2 : item + 1;
  if (frame.words[next] === W.COMMA ? isAdjunct(frame, item, resources) : isVenue(frame, start, item, resources))
    return next;
  // 英紙に寄稿し、: a clause of its own that only says where.
  const deed =
    reads(frame, item, "に") && lemmaOf(frame, item + 2) === "する" && frame.words[item + 3] === W.COMMA
      ? frame.text.slice(frame.starts[item + 1]!, frame.ends[item + 1]!)
      : "";
  return resources.words.venueDeeds.includes(deed) ? item + 3 : -1;
}

function isLead(word: number): boolean {
  return word === W.COMMA || word === W.PERIOD || word === W.CONJUNCTION;
}

/** A time alone before a comma: 15日、. */
function isTime(frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (![W.TIME, W.NUMBER, W.SUFFIX, W.DETERMINER].includes(frame.words[at]! as never) && !reads(frame, at, "日"))
      return false;
  return true;
}

/** Whether で, に対し or について before a comma leads in the words. */
function isAdjunct(frame: Frame, item: number, { words }: QuotationResources): boolean {
  return words.adjuncts.some((written) => reads(frame, item, written));
}

/** A place of speech, or an outlet; 次の会合で belongs to the words. */
function isVenue(frame: Frame, start: number, item: number, resources: QuotationResources): boolean {
  if (reads(frame, item, "について")) return true;
  const phrase = frame.text.slice(frame.starts[start]!, frame.ends[item - 1]!);
  if (resources.words.later.some((word) => phrase.startsWith(word))) return false;
  return (
    resources.words.venues.some((venue) => phrase.endsWith(venue)) ||
    ((reads(frame, item, "に") || reads(frame, item, "に対し")) && isOutlet(phrase, resources))
  );
}

/** A passive report begins after its venue: 海外の掲示板では. */
export function afterVenue(frame: Frame, from: number, to: number): number {
  for (let item = from; item < Math.min(to, from + 12); item++) {
    if (reads(frame, item, "で") && reads(frame, item + 1, "は")) return item + 2;
  }
  return from;
}
