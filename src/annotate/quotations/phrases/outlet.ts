import { isNominal } from "../../../words/word-class.ts";
import type { Frame } from "../frame/frame.ts";
import { canSpeak } from "../frame/rank.ts";
import type { QuotationResources } from "../resources.ts";
import { nounPhraseBefore } from "./noun-phrase.ts";

const OUTLET =
  /(?:紙|誌|新聞|新報|日報|タイムズ|通信|通信社|放送|テレビ|ラジオ|ニュース|メディア|ネット|電視台|News|Times|Post|Journal|Telegraph|CNN|BBC|NHK|TV)$/;

/** Tells by its form whether a name is an outlet's. */
export function isOutlet(name: string): boolean {
  return OUTLET.test(name);
}

/** Finds where a quote was said, between two items: an outlet that asked or printed it. */
export function outletIn(frame: Frame, from: number, to: number, resources: QuotationResources): string | null {
  for (let item = from; item < to; item++) {
    if (!isNominal(frame.words[item]!) || isNominal(frame.words[item + 1] ?? 0)) continue;
    const at = frame.ends[item]!;
    const any = resources.behind.interview.at(frame.text, at) !== undefined;
    if (!any && resources.behind.toOutlet.at(frame.text, at) === undefined) continue;
    const phrase = nounPhraseBefore(frame, item, resources);
    if (phrase === null) continue;
    const written = frame.text.slice(phrase.start, phrase.end);
    if (OUTLET.test(written) || (any && (phrase.proper || /^[A-Za-z]/.test(written)) && !canSpeak(phrase, "people")))
      return written;
  }
  return null;
}
