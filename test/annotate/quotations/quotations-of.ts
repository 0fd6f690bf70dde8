import { findBrackets } from "../../../src/annotate/quotations/frame/brackets.ts";
import { type Frame, sentenceEnd } from "../../../src/annotate/quotations/frame/frame.ts";
import { loadQuotationResources, type QuotationResources } from "../../../src/annotate/quotations/resources.ts";
import type { Quote } from "../../../src/annotate/quotations/speakers/quote.ts";
import { quotesIn } from "../../../src/annotate/quotations/speakers/quotes-in.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { unitMaker } from "../../../workshop/accuracy/unit-of.ts";

/** What the tests of the rules' tables lay their examples out with. */
export interface Bench {
  readonly resources: QuotationResources;
  frameOf(text: string): Frame;
  /** The sentences of a text: the frame, the first item, the item after the last. */
  sentencesOf(text: string): [Frame, number, number][];
  /** With other resources than the package's, where given. */
  quotesOf(text: string, resources?: QuotationResources): Quote[];
}

/** Returns a bench; frames of one text at a time. */
export async function bench(): Promise<Bench> {
  const { unitOf } = await unitMaker();
  const resources = loadQuotationResources(dataReader());
  const frameOf = (text: string) => resources.layouts.frame(unitOf(text).tokens, null, findBrackets(text));
  const sentencesOf = (text: string) => {
    const frame = frameOf(text);
    const sentences: [Frame, number, number][] = [];
    for (let from = 0; from < frame.length; from = sentenceEnd(frame, from))
      sentences.push([frame, from, sentenceEnd(frame, from)]);
    return sentences;
  };
  return {
    resources,
    frameOf,
    sentencesOf,
    quotesOf: (text, others = resources) => quotesIn(frameOf(text), others),
  };
}

/** Returns an example without its braces, and what stands between them: "{母}から「…」" is said by 母. */
export function readExample(example: string): { text: string; marked: string | null } {
  return { text: example.replace(/[{}]/g, ""), marked: /\{(.+)\}/.exec(example)?.[1] ?? null };
}
