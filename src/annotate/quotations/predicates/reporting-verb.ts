import { isNominal, W } from "../../../words/word-class.ts";
import { type Frame, lemmaOf, reads, sentenceEnd } from "../frame/frame.ts";
import type { QuotationResources } from "../resources.ts";

/** The verb by which a sentence reports speech that stands in another. */
export interface ReportingVerb {
  readonly item: number;
  readonly verb: string;
  /** Whether it points at the words: そう話した. */
  readonly pointing: boolean;
}

/** Returns the verb by which a sentence reports speech by itself, if any: …はこう話した, そう言い切ったのは…. */
export function reportingVerbIn(frame: Frame, from: number, resources: QuotationResources): ReportingVerb | null {
  const to = sentenceEnd(frame, from);
  let found: ReportingVerb | null = null;
  for (let item = from; item < to; item++) {
    const word = frame.words[item]!;
    if (word !== W.VERB && word !== W.ACTION) continue;
    const plain =
      word === W.ACTION ? `${frame.text.slice(frame.starts[item]!, frame.ends[item]!)}する` : lemmaOf(frame, item);
    // 声を落とした: noun, particle and verb together.
    const lead = resources.phrases
      .get(plain)
      ?.find((words) => frame.text.startsWith(words, frame.starts[item]! - words.length));
    const verb = lead === undefined ? plain : lead + plain;
    const verbClass = resources.verbs.get(verb);
    if (
      verb === "する" ||
      verbClass === undefined ||
      verbClass === "name" ||
      verbClass === "think" ||
      verbClass === "judge"
    )
      continue;
    const before = frame.starts[item]! - (lead?.length ?? 0);
    const quoted =
      item > from && resources.words.pointing.some((word) => frame.text.startsWith(word, before - word.length));
    if (quoted || endsSentence(frame, item, to) || (reads(frame, to - 1, "。") && word === W.VERB))
      found = { item, verb, pointing: quoted };
    if (quoted) break;
  }
  return found;
}

function endsSentence(frame: Frame, item: number, to: number): boolean {
  for (let at = item + 1; at < to; at++) {
    const word = frame.words[at]!;
    if (word === W.COMMA || word === W.TOPIC || isNominal(word)) return false;
  }
  return true;
}
