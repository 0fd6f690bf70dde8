import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Discussion } from "../../model/discussion.ts";
import type { Reference, Stance } from "../../model/layers.ts";
import { groupBy } from "../../words/group-by.ts";
import { StanceJudge } from "./judge.ts";
import type { StanceResources } from "./resources.ts";
import { weighStance } from "./weigh-stance.ts";

/**
 * Returns for each reply whether it agrees with the comment it answers.
 *
 * A reply is a comment with a parent, or one that points to a comment by `>>12`. Rules decide by words that say so, a
 * linear model by the whole wording and the parent where there are none; where the sign is in doubt no side is called.
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
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const referencesOf = groupBy(references, ({ unit }) => unit);
  const towardOf = new Map(
    discussion.comments.map(({ id, replyTo }) => [id, replyTo ?? anchored(referencesOf.get(id) ?? [])]),
  );
  const judge = new StanceJudge(resources);
  return discussion.comments.flatMap(({ id }) => {
    const toward = towardOf.get(id) ?? null;
    const unit = unitOf.get(id);
    if (toward === null || unit === undefined) return [];
    const quoted = (referencesOf.get(id) ?? []).filter(({ target }) => target === toward);
    const ruled = weighStance(unit, quoted, resources);
    const parent = unitOf.get(toward);
    if (parent === undefined) return [{ unit: id, toward, ...ruled }];
    const isReply = (towardOf.get(toward) ?? null) !== null;
    return [{ unit: id, toward, ...judge.judge(unit, { unit: parent, isReply }, ruled) }];
  });
}

/** Returns the comment that `>>12` points to. */
function anchored(references: readonly Reference[]): string | null {
  return references.find(({ change, target }) => change === "anchor" && target !== "article")?.target ?? null;
}
