import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Entity, Mention } from "../../model/layers.ts";
import { findNames } from "./find-names.ts";
import { linkMentions } from "./link-mentions.ts";
import type { PredictedNames } from "./own-model/own-model.ts";
import type { EntityResources } from "./resources.ts";
import { spreadNames } from "./spread-names.ts";

export { type EntityResources, loadEntityResources } from "./resources.ts";

/**
 * Returns who and what is spoken of in a discussion's units, and joins the mentions of one thing to one entity.
 *
 * Mentions come in the order of the units, then of their text, and do not overlap. Dates, times, numbers, money and
 * titles are mentions too, of entities whose label says so, so that a table can leave them out.
 *
 * @example
 * const { entities } = findEntities(analysis.units, loadEntityResources(dataReader()));
 * entities[0]; // { id: "KZ", name: "カザフスタン", label: "GPE", role: null, shown: true }
 */
export function findEntities(
  units: readonly AnalyzedUnit[],
  resources: EntityResources,
  predicted?: PredictedNames,
): { readonly entities: readonly Entity[]; readonly mentions: readonly Mention[] } {
  const named = units.map((unit) => ({ unit, spans: findNames(unit, resources, predicted?.get(unit.id)) }));
  return linkMentions(spreadNames(named, resources), resources);
}
