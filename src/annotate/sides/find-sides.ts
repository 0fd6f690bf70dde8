import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Discussion } from "../../model/discussion.ts";
import type { Claim, Reference, Side, Stance } from "../../model/layers.ts";
import type { SideResources } from "./resources.ts";

/** What else is known of a discussion when sides are told. */
export interface SideContext {
  readonly propositions: readonly string[];
  readonly claims: readonly Claim[];
  readonly references: readonly Reference[];
  readonly stances: readonly Stance[];
}

/** Returns the side of each comment toward each proposition, ordered by proposition, then unit. */
export function findSides(
  _discussion: Discussion,
  _units: readonly AnalyzedUnit[],
  _context: SideContext,
  _resources: SideResources,
): readonly Side[] {
  return [];
}
