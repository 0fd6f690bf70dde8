import type { Tokens } from "../../../model/tokens.ts";
import { Is } from "../../../words/token-bits.ts";
import type { SentimentResources } from "../resources.ts";

/** Returns the class bits of every token of a text, with negations, polite endings and known names marked. */
export function tokenBits(
  tokens: Tokens,
  { classes, words: { negating } }: Pick<SentimentResources, "classes" | "words">,
): Int32Array {
  const bits = new Int32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    let own = classes.bits(tokens, i);
    if ((own & Is.auxiliary) !== 0) {
      const lemma = tokens.lemma(i);
      if (negating.has(lemma)) own |= Is.negation;
      else if (lemma === "です" || lemma === "ます") own |= Is.polite;
    } else if ((own & Is.propername) !== 0) {
      if (!tokens.unknown(i)) own |= Is.knownName;
    } else if ((own & Is.adjective) !== 0) {
      const lemma = tokens.lemma(i);
      if (lemma === "ない" || lemma === "無い") own |= Is.negation;
    }
    bits[i] = own;
  }
  return bits;
}
