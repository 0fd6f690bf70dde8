/** The baseline to beat: the sum of lexicon strengths, without any rule. */
import { EntryKind } from "../../src/annotate/sentiment/lexicon/entry.ts";
import { LexiconScan } from "../../src/annotate/sentiment/lexicon/scan.ts";
import type { SentimentResources } from "../../src/annotate/sentiment/resources.ts";
import { tokenBits } from "../../src/annotate/sentiment/rules/token-bits.ts";
import type { SentimentLabel } from "../../src/model/layers.ts";
import type { Tokens } from "../../src/model/tokens.ts";

/** Label by the sign of the summed strengths. */
export function plainLexicon(tokens: Tokens, resources: SentimentResources): SentimentLabel {
  const scan = new LexiconScan([resources.lexicon]);
  const sum = scan
    .find(tokens, tokenBits(tokens, resources), 0, tokens.length)
    .filter(({ kind }) => kind === EntryKind.word)
    .reduce((total, { value }) => total + value, 0);
  return sum > 0 ? "positive" : sum < 0 ? "negative" : "neutral";
}
