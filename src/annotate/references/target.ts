import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { ReferenceChange } from "../../model/layers.ts";
import type { Folded } from "./fold.ts";

/** A text that may be quoted. */
export interface Target {
  readonly unit: AnalyzedUnit;
  readonly folded: Folded;
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
