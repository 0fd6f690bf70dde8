import { type LinearModel, NEGATIVE, POSITIVE, slotNorm, softmax, TARGET_LABELS } from "../model/linear-model.ts";
import { judge, type Verdict } from "../model/verdict.ts";
import type { TargetFeatures } from "./target-features.ts";

/** What the model makes of a target; adds to `byRow` how far the words of each token lean to positive. */
export function targetVerdict(
  { classes, rules, slots, scale, temperature }: LinearModel,
  features: TargetFeatures,
  byRow: Float32Array,
): Verdict {
  const logits = new Float64Array(classes);
  features.slots.forEach((slot, i) => {
    const at = slot * classes;
    for (let c = 0; c < classes; c++) logits[c]! += slots[at + c]!;
    byRow[features.rows[i]!]! += slots[at + POSITIVE]! - slots[at + NEGATIVE]!;
  });
  const norm = slotNorm(features.slots.length) * scale;
  for (let c = 0; c < classes; c++) {
    let sum = logits[c]! * norm;
    for (let f = 0; f < features.rules.length; f++) sum += rules[f * classes + c]! * features.rules[f]!;
    logits[c] = sum / temperature;
  }
  softmax(logits);
  return judge(logits, TARGET_LABELS);
}
