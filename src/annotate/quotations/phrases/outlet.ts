import { isNominal } from "../../../words/word-class.ts";
import type { Frame } from "../frame/frame.ts";
import { canSpeak } from "../frame/rank.ts";
import type { QuotationResources } from "../resources.ts";
import { nounPhraseBefore } from "./noun-phrase.ts";

/** Whether a name is an outlet's by its form. */
export function isOutlet(name: string, { words }: QuotationResources): boolean {
  return words.outletEnds.some((end) => name.endsWith(end));
}

/** Returns where a quote was said, between two items: an outlet that asked or printed it. */
export function outletIn(frame: Frame, from: number, to: number, resources: QuotationResources): string | null {
  for (let item = from; item < to; item++) {
    if (!isNominal(frame.words[item]!) || isNominal(frame.words[item + 1] ?? 0)) continue;
    const at = frame.ends[item]!;
    const any = resources.behind.interview.at(frame.text, at) !== undefined;
    if (!any && resources.behind.toOutlet.at(frame.text, at) === undefined) continue;
    const phrase = nounPhraseBefore(frame, item, resources);
    if (phrase === null) continue;
    const written = frame.text.slice(phrase.start, phrase.end);
    if (
      isOutlet(written, resources) ||
      (any && (phrase.proper || /^[A-Za-z]/.test(written)) && !canSpeak(phrase, "people"))
    )
      return written;
  }
  return null;
}
