import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Claim } from "../../model/layers.ts";
import type { ClaimResources } from "./resources.ts";

/** Returns the pieces of each unit that say something, each with its kind, ordered by unit, then start. */
export function findClaims(_units: readonly AnalyzedUnit[], _resources: ClaimResources): readonly Claim[] {
  return [];
}
