import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { ReferenceChange } from "../../model/layers.ts";
import type { Folded } from "./fold.ts";
import type { SeedIndex } from "./seed-index.ts";

/** A text that may be quoted. */
export interface Target {
  readonly unit: AnalyzedUnit;
  readonly folded: Folded;
}

/** Words that are sought: the text that quotes them, and the texts before number `before` that may hold them. */
export interface Search {
  readonly text: string;
  readonly before: number;
  readonly targets: readonly Target[];
  readonly index: SeedIndex;
  /** What is added to a text's similarity when places compete. */
  readonly prefer: (target: number) => number;
}

/** Where quoted words come from. */
export interface Match {
  readonly target: number;
  readonly start: number;
  readonly end: number;
  readonly similarity: number;
  readonly change: ReferenceChange;
}

/** Folded characters of the shortest quote. */
export const LEAST_LENGTH = 5;
