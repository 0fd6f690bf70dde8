import type { Evidence } from "../src/annotate/sentiment/rules/evidence.ts";
import type { SentimentLabel } from "../src/model/layers.ts";

/** What the evidence adds up to. */
export interface Balance {
  readonly positive: number;
  readonly negative: number;
  /** In (-1, 1); 0 with no evidence. */
  readonly score: number;
  readonly label: SentimentLabel;
}

// One word of strength 0.5 alone makes a score of 0.5.
const PRIOR = 0.5;
const NEUTRAL_BELOW = 0.12;
const MIXED_FROM = 0.35;
const MIXED_RATIO = 0.6;

/** Sums evidence into a score and a label: `mixed` where both sides are strong and neither is much stronger. */
export function balanceOf(evidence: Iterable<Evidence>): Balance {
  let positive = 0;
  let negative = 0;
  for (const { score } of evidence) {
    if (score > 0) positive += score;
    else negative -= score;
  }
  const score = (positive - negative) / (positive + negative + PRIOR);
  const less = Math.min(positive, negative);
  const more = Math.max(positive, negative);
  const label: SentimentLabel =
    less >= MIXED_FROM && less >= more * MIXED_RATIO
      ? "mixed"
      : Math.abs(score) < NEUTRAL_BELOW
        ? "neutral"
        : score > 0
          ? "positive"
          : "negative";
  return { positive, negative, score, label };
}
