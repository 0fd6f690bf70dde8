import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Claim, Consideration } from "../../model/layers.ts";
import type { ConsiderationResources } from "./resources.ts";

/** Returns the considerations that each claim argues from, ordered as the claims are. */
export function findConsiderations(
  _units: readonly AnalyzedUnit[],
  _claims: readonly Claim[],
  _resources: ConsiderationResources,
): readonly Consideration[] {
  return [];
}
