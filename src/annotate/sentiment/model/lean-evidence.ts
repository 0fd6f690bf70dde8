import type { AnalyzedUnit } from "../../../model/analysis.ts";
import type { SentimentEvidence } from "../../../model/layers.ts";
import { roundScore } from "../../../model/round-score.ts";
import { signed } from "../rules/evidence.ts";

/**
 * Evidence for what no word of the lexicon and no rule explains: tokens `[first, last)` as a whole.
 *
 * Single words of a linear model weigh what their neighbours taught them; a mark on one of them convinces nobody.
 */
export function wholeWording(
  { id, text, tokens }: AnalyzedUnit,
  first: number,
  last: number,
  score: number,
): SentimentEvidence {
  const start = tokens.start(first);
  const end = tokens.end(last - 1);
  const why = `model: the whole wording, ${signed(score)}`;
  const words = text.slice(start, end);
  return Object.freeze({ unit: id, start, end, text: words, score: roundScore(score), why, emotion: null });
}
