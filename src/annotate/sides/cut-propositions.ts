import { keptWith } from "../../model/kept-with.ts";
import type { Tokenizer } from "../../model/tokens.ts";
import type { GivenProposition } from "./proposition.ts";

/** So many propositions are kept: lines may bring their own. */
const MOST_PROPOSITIONS = 64;

/** Returns propositions with their tokens: what a whole file of lines is held against is cut once. */
export function cutPropositions(propositions: readonly string[], tokenizer: Tokenizer): readonly GivenProposition[] {
  const known = knownTo(tokenizer);
  return propositions.map((text) => {
    const cut = known.get(text) ?? { text, tokens: tokenizer.tokenize(text) };
    if (known.size >= MOST_PROPOSITIONS) known.clear();
    known.set(text, cut);
    return cut;
  });
}

const knownTo = keptWith((_: Tokenizer) => new Map<string, GivenProposition>());
