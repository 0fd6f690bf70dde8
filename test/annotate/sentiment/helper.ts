import { loadSentimentResources } from "../../../src/annotate/sentiment/resources.ts";
import { type SentimentInput, scoreSentiment } from "../../../src/annotate/sentiment/score-sentiment.ts";
import type { AnalyzedUnit } from "../../../src/model/analysis.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { loadTokenizer } from "../../../src/tokenize/load-tokenizer.ts";
import { splitSentences } from "../../../src/tokenize/sentences/split-sentences.ts";

export const tokenizer = await loadTokenizer();
export const resources = loadSentimentResources(dataReader(), []);

/** A unit with the given text. */
export function unitOf(text: string, id = "c1"): AnalyzedUnit {
  const tokens = tokenizer.tokenize(text);
  return { id, text, date: null, tokens, sentences: splitSentences(tokens) };
}

/** All rows of one text. */
export function score(text: string, input: Partial<SentimentInput> = {}, with_ = resources) {
  return scoreSentiment([unitOf(text)], { entities: [], mentions: [], quotations: [], targets: [], ...input }, with_);
}

/** The row of the whole text. */
export function whole(text: string, input: Partial<SentimentInput> = {}, with_ = resources) {
  return score(text, input, with_)[0]!;
}
