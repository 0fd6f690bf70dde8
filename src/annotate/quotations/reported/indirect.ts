import type { NounPhrase } from "../frame/phrase.ts";

/** Who said reported words, by which rule, and how sure. */
export interface Teller {
  readonly phrase: NounPhrase;
  readonly confidence: number;
  readonly by: string;
}

/** Reported words that stand in no brackets: offsets, verb, speaker. */
export interface Indirect {
  readonly start: number;
  readonly end: number;
  readonly verb: string | null;
  readonly speaker: Teller | null;
  readonly confidence: number;
  readonly by: string;
  /** Items between which an outlet may be named. */
  readonly from: number;
  readonly to: number;
}
