import type { NounPhrase } from "../frame/phrase.ts";
import type { Tie } from "../resources.ts";
import type { Quote } from "./quote.ts";
import type { SpeakerRule, Telling } from "./speaker-rule.ts";
import { SPEAKER_RULES, type SpeakerBy } from "./speaker-rules.ts";

/** Who said the words in a bracket, by which rule, and how sure. */
export interface Speaker {
  readonly phrase: NounPhrase;
  readonly confidence: number;
  readonly by: SpeakerBy;
  /** A verb that stands elsewhere than behind the quote. */
  readonly verb: string | null;
  /** How much it speaks for speech that somebody was found so; null for nothing. */
  readonly telling: Telling | null;
}

/** The rule that decided, and whom it found, if anybody. */
export interface Decision {
  readonly rule: Rule;
  readonly speaker: Speaker | null;
}

type Rule = SpeakerRule & { readonly by: SpeakerBy };
const RULES: readonly Rule[] = SPEAKER_RULES;
const tiedBy = (tie: Tie) => RULES.filter(({ ties }) => ties?.includes(tie) ?? true);
/** The rows that are asked of a bracket, by how it is tied to what follows it: less than half of them each. */
const BY_TIE: Readonly<Record<Tie, readonly Rule[]>> = {
  to: tiedBy("to"),
  tte: tiedBy("tte"),
  noun: tiedBy("noun"),
  stop: tiedBy("stop"),
  none: tiedBy("none"),
};

/** Returns who said the words in a bracket, by the first rule that finds somebody or knows that nobody speaks; null if none does. */
export function decideSpeaker(quote: Quote): Decision | null {
  for (const rule of BY_TIE[quote.predicate.tie]) {
    if (!rule.when(quote)) continue;
    const found = rule.find(quote);
    if (found !== null) {
      const { phrase, verb = null, confidence = 0 } = found;
      const { by, telling = null } = rule;
      return { rule, speaker: { phrase, confidence: rule.confidence ?? confidence, by, verb, telling } };
    }
    if (rule.final) return { rule, speaker: null };
  }
  return null;
}
