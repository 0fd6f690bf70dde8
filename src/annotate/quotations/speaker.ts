import type { NounPhrase } from "./phrase.ts";

/** Who said it, by which rule, and how sure. */
export interface Speaker {
  readonly phrase: NounPhrase;
  readonly confidence: number;
  readonly by: string;
  /** A verb that the rule found elsewhere than behind the quote. */
  readonly verb?: string;
}

/** A speaker, if a rule found somebody. */
export function asSpeaker(phrase: NounPhrase | null, confidence: number, by: string): Speaker | null {
  return phrase === null ? null : { phrase, confidence, by };
}
