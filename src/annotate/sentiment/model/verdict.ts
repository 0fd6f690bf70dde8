import type { SentimentLabel } from "../../../model/layers.ts";
import type { Lean } from "./lean.ts";
import { CLASSES, LABELS, type LinearModel, NEGATIVE, POSITIVE, slotNorm, softmax } from "./linear-model.ts";

/** What the model makes of rule features and n-grams together. */
export interface Verdict {
  /** Calibrated, in the order of {@link LABELS}. */
  readonly probabilities: Float64Array;
  /** Probability of positive minus that of negative. */
  readonly score: number;
  readonly label: SentimentLabel;
  /** Probability of the label. */
  readonly confidence: number;
}

/** Weighs rule features and the n-grams of one or more sentences. */
export function verdictOf(model: LinearModel, features: Float64Array, leans: readonly Lean[]): Verdict {
  const logits = new Float64Array(CLASSES);
  let count = 0;
  for (const lean of leans) {
    count += lean.count;
    for (let c = 0; c < CLASSES; c++) logits[c]! += lean.sums[c]!;
  }
  const norm = slotNorm(count);
  for (let c = 0; c < CLASSES; c++) {
    let sum = logits[c]! * norm;
    for (let f = 0; f < features.length; f++) sum += model.rules[f * CLASSES + c]! * features[f]!;
    logits[c] = sum / model.temperature;
  }
  softmax(logits);
  return judge(logits, LABELS);
}

/** Reads score, label and confidence off probabilities. */
export function judge(probabilities: Float64Array, labels: readonly SentimentLabel[]): Verdict {
  let best = 0;
  for (let c = 1; c < labels.length; c++) if (probabilities[c]! > probabilities[best]!) best = c;
  return {
    probabilities,
    score: probabilities[POSITIVE]! - probabilities[NEGATIVE]!,
    label: labels[best]!,
    confidence: probabilities[best]!,
  };
}

/** The mean of sentences' verdicts, weighted; a long text is `mixed` where both sides hold a good part of it. */
export function meanVerdict(verdicts: readonly Verdict[], weights: readonly number[]): Verdict {
  const mean = new Float64Array(CLASSES);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  verdicts.forEach(({ probabilities }, i) => {
    for (let c = 0; c < CLASSES; c++) mean[c]! += (probabilities[c]! * weights[i]!) / total;
  });
  const verdict = judge(mean, LABELS);
  const less = Math.min(mean[POSITIVE]!, mean[NEGATIVE]!);
  return less >= BOTH_SIDES ? { ...verdict, label: "mixed", confidence: Math.min(1, 2 * less) } : verdict;
}

const BOTH_SIDES = 0.3;
