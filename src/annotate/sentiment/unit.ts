import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Sentence } from "../../model/tokens.ts";
import type { Match } from "./lexicon/scan.ts";
import type { ToneLean } from "./model/tone-lean.ts";
import type { Composition } from "./rules/compose.ts";

/** A sentence with what the rules and the n-grams make of it. */
export interface ReadSentence extends Composition {
  readonly sentence: Sentence;
  readonly lean: ToneLean;
  /** Everything the lexicon knows in it. */
  readonly matches: readonly Match[];
}

/** A unit as sentiment sees it. */
export interface ReadUnit {
  readonly unit: AnalyzedUnit;
  /** Class bits of each token. */
  readonly bits: Int32Array;
  readonly sentences: readonly ReadSentence[];
}
