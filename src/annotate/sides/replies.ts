import type { Stance } from "../../model/layers.ts";
import { CLASSES, type SideModel } from "./side-model.ts";

const FOR = 0;
const AGAINST = 1;

/** Returns what a reply's parent says of it: that it is a reply, whether the parent takes a side, which, and so where the reply agrees or disagrees. */
export function replyFeatures(parent: Float64Array, stance: Stance["stance"]): readonly number[] {
  const taken = parent[FOR]! + parent[AGAINST]!;
  const side = parent[FOR]! - parent[AGAINST]!;
  return [1, taken, side, stance === "agree" ? side : 0, stance === "disagree" ? side : 0];
}

/** Returns the logits of a reply, its parent counted in. */
export function withParent(
  logits: Float64Array,
  features: readonly number[],
  { replies }: Pick<SideModel, "replies">,
): Float64Array {
  return logits.map((logit, c) => features.reduce((sum, value, f) => sum + value * replies[f * CLASSES + c]!, logit));
}
