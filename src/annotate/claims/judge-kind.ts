import { CLAIM_KINDS, type ClaimKind } from "../../model/layers.ts";
import { roundScore } from "../../model/round-score.ts";
import { GrowingHashes, GrowingIds } from "../../words/growing-ids.ts";
import { collectFeatures, type KindFeatures } from "./features.ts";
import { type KindModel, weighKinds } from "./kind-model.ts";
import { KIND_RULES, type KindRule } from "./kind-rules.ts";
import type { Piece } from "./piece.ts";

/** Who told a kind where no rule did: the `by` of its row. */
export const MODEL_OF_KINDS = "model of kinds";

/** What a piece does, how surely, and by which rule or model. */
export interface Judged {
  readonly kind: ClaimKind;
  readonly confidence: number;
  readonly by: string;
}

/** Scratch space that holds nothing between two calls. */
const features: KindFeatures = { ids: new GrowingIds(), once: 0, words: new GrowingHashes() };
const probabilities = new Float64Array(CLAIM_KINDS.length);

/** Returns what a piece does: by the first rule that fits, else by the model. */
export function judgeKind(piece: Piece, model: KindModel): Judged {
  const rule = ruleFor(piece);
  if (rule !== null) return { kind: rule.kind, confidence: model.sure.get(rule.name) ?? UNCOUNTED, by: rule.name };
  collectFeatures(piece, features);
  weighKinds(model, features, probabilities);
  let best = 0;
  for (let c = 1; c < probabilities.length; c++) if (probabilities[c]! > probabilities[best]!) best = c;
  return { kind: CLAIM_KINDS[best]!, confidence: roundScore(probabilities[best]!), by: MODEL_OF_KINDS };
}

/** What a rule is given that training never saw decide. */
const UNCOUNTED = 0.8;

/** Returns the rule that decides on a piece; null where none fits. */
export function ruleFor(piece: Piece): KindRule | null {
  for (const rule of KIND_RULES) if (rule.when(piece)) return rule;
  return null;
}
