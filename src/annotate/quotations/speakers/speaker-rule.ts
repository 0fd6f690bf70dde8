import type { NounPhrase } from "../frame/phrase.ts";
import type { Tie } from "../resources.ts";
import type { Quote } from "./quote.ts";

/** Whom a rule found. */
export interface Found {
  readonly phrase: NounPhrase;
  /** How sure, where the rule's row leaves that to what was found. */
  readonly confidence?: number;
  /** A verb that stands elsewhere than behind the quote. */
  readonly verb?: string;
}

/** How much it speaks for speech that somebody was found so: each is a signal for the kind of the bracket. */
export type Telling = "much" | "some" | "as owner";

/** A way to find who said the words in a bracket. */
export interface SpeakerRule {
  readonly name: string;
  /** What the output calls it; rules that find the same relation in different places share it. */
  readonly by: string;
  /** A text for one of whose brackets this rule decides; whom it finds stands in braces. */
  readonly example: string;
  /** How a bracket must be tied to what follows it for the rule to be asked; without it, anyhow. */
  readonly ties?: readonly Tie[];
  /** Where the rule is asked. */
  readonly when: (quote: Quote) => boolean;
  readonly find: (quote: Quote) => Found | null;
  /** How sure of whom it finds, in [0, 1]; without it, what it finds tells. */
  readonly confidence?: number;
  /** Without it, it says nothing of the kind of the bracket. */
  readonly telling?: Telling;
  /** Nobody speaks if the rule is asked and finds nobody: no later row is asked. */
  readonly final?: true;
}

/** Returns a phrase as what a rule found. */
export function found(phrase: NounPhrase | null, confidence?: number): Found | null {
  if (phrase === null) return null;
  return confidence === undefined ? { phrase } : { phrase, confidence };
}
