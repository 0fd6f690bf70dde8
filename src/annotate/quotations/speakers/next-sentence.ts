import { W } from "../../../words/word-class.ts";
import { type Frame, sentenceEnd } from "../frame/frame.ts";
import { type ReportingVerb, reportingVerbIn } from "../predicates/reporting-verb.ts";
import type { QuotationResources } from "../resources.ts";

/** The sentence after a quote: items `[from, end)`, and the verb by which it reports the words before it. */
export interface NextSentence {
  readonly from: number;
  readonly end: number;
  readonly reporting: ReportingVerb | null;
}

/** Returns the sentence after a quote that stands alone; null where another bracket is nearer to it: 「…」。外務省幹部は苦い表情で漏らした。 */
export function nextSentenceOf(frame: Frame, quote: number, resources: QuotationResources): NextSentence | null {
  let from = quote + 1;
  while (from < frame.length && (frame.words[from] === W.PERIOD || frame.words[from] === W.SYMBOL)) from++;
  if (from >= frame.length || frame.words[from] === W.QUOTE) return null;
  const end = sentenceEnd(frame, from);
  const reporting = reportingVerbIn(frame, from, resources);
  for (let item = from; item < end; item++)
    if (frame.words[item] === W.QUOTE && (reporting === null || !reporting.pointing || reporting.item > item))
      return null;
  return { from, end, reporting };
}
