import type { SentimentLabel } from "../../../model/layers.ts";
import type { Lean } from "./lean.ts";
import { LABELS, type LinearModel, NEGATIVE, POSITIVE, slotNorm, softmax, TARGET_LABELS } from "./linear-model.ts";

/** What the model makes of rule features and n-grams together. */
export interface Verdict {
  /** Calibrated, in the order of the labels. */
  readonly probabilities: readonly number[];
  /** Probability of positive minus that of negative. */
  readonly score: number;
  readonly label: SentimentLabel;
  /** Probability of the label. */
  readonly confidence: number;
}

/** Returns what the model makes of the rule features and n-grams of a target. */
export function verdictOf(
  { rules, scale, temperature }: LinearModel,
  features: Float64Array,
  { sums, count }: Lean,
): Verdict {
  const norm = slotNorm(count) * scale;
  let first = sums[0] * norm;
  let second = sums[1] * norm;
  let third = sums[2] * norm;
  for (let f = 0, at = 0; f < features.length; f++, at += TARGET_LABELS.length) {
    const feature = features[f]!;
    if (feature === 0) continue;
    first += rules[at]! * feature;
    second += rules[at + 1]! * feature;
    third += rules[at + 2]! * feature;
  }
  LOGITS[0] = first / temperature;
  LOGITS[1] = second / temperature;
  LOGITS[2] = third / temperature;
  softmax(LOGITS);
  return judge([LOGITS[0]!, LOGITS[1]!, LOGITS[2]!], TARGET_LABELS);
}

const LOGITS = new Float64Array(TARGET_LABELS.length);

/** Reads score, label and confidence off probabilities. */
export function judge(probabilities: readonly number[], labels: readonly SentimentLabel[]): Verdict {
  let best = 0;
  for (let c = 1; c < labels.length; c++) if (probabilities[c]! > probabilities[best]!) best = c;
  return {
    probabilities,
    score: probabilities[POSITIVE]! - probabilities[NEGATIVE]!,
    label: labels[best]!,
    confidence: probabilities[best]!,
  };
}

/** A verdict that is trusted only in part; for the rest the text is taken for one that says little. */
export function tempered({ probabilities }: Verdict, trust: number): Verdict {
  return judge(
    probabilities.map((p, c) => trust * p + (1 - trust) * UNREAD[c]!),
    LABELS,
  );
}

/** What a text is that cannot be read, in the order of the labels. */
const UNREAD: readonly number[] = [0.2, 0.55, 0.2, 0.05];

/** The mean of sentences' verdicts, weighted; a long text is `mixed` where both sides hold a good part of it. */
export function meanVerdict(verdicts: readonly Verdict[], weights: readonly number[]): Verdict {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = LABELS.map((_, c) =>
    verdicts.reduce((sum, { probabilities }, i) => sum + (probabilities[c]! * weights[i]!) / total, 0),
  );
  const verdict = judge(mean, LABELS);
  const less = Math.min(mean[POSITIVE]!, mean[NEGATIVE]!);
  return less >= BOTH_SIDES ? { ...verdict, label: "mixed", confidence: Math.min(1, 2 * less) } : verdict;
}

const BOTH_SIDES = 0.3;
