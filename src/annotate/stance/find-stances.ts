import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Discussion } from "../../model/discussion.ts";
import type { Reference, Stance } from "../../model/layers.ts";
import { groupBy } from "../../words/group-by.ts";
import type { StanceResources } from "./resources.ts";
import { weighStance } from "./weigh-stance.ts";

/**
 * Returns for each reply whether it agrees with the comment it answers.
 *
 * A reply is a comment with a parent, or one that points to a comment by `>>12`. Without any sign the stance is `none`.
 *
 * @example
 * findStances(discussion, units, references, resources).filter(({ stance }) => stance === "disagree");
 */
export function findStances(
  discussion: Discussion,
  units: readonly AnalyzedUnit[],
  references: readonly Reference[],
  resources: StanceResources,
): readonly Stance[] {
  const textOf = new Map(units.map((unit) => [unit.id, unit]));
  const referencesOf = groupBy(references, ({ unit }) => unit);
  return discussion.comments.flatMap(({ id, replyTo }) => {
    const own = referencesOf.get(id) ?? [];
    const toward =
      replyTo ?? own.find(({ change, target }) => change === "anchor" && target !== "article")?.target ?? null;
    const unit = textOf.get(id);
    if (toward === null || unit === undefined) return [];
    const weighed = weighStance(
      unit,
      own.filter(({ target }) => target === toward),
      resources,
    );
    return [{ unit: id, toward, ...weighed }];
  });
}
