import type { SentimentEvidence } from "../../../model/layers.ts";

/** A place that moves the score, with the rules applied to it so far; private to one composition. */
export interface Evidence {
  /** Token rows; for a face the row it begins in. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly base: number;
  /** After all rules. */
  score: number;
  /** Names of the rules with what they did, in order. */
  readonly steps: string[];
  /** Index of the clause it stands in. */
  readonly clause: number;
  /** True where a negation turned it. */
  negated: boolean;
  /** True for growth or decrease of something that is good or bad. */
  readonly trend: boolean;
  /** Index into the model's `EMOTIONS` plus 1; 0 for none. */
  readonly emotion: number;
  /** As readers see it, once somebody has asked. */
  row: SentimentEvidence | null;
}

/** Multiplies a score by a factor and says why. */
export function apply(evidence: Evidence, factor: number, why: string): void {
  evidence.score = clamp(evidence.score * factor);
  evidence.steps.push(`× ${factor < 0 ? "-" : ""}${decimals(factor)} ${why}`);
}

/** A strength with a sign and two decimals at most: +0.5, -0.25. */
export function signed(value: number): string {
  return (value < 0 ? "-" : "+") + decimals(value);
}

/** The size of a number to two decimals. */
function decimals(value: number): string {
  const hundredths = Math.round(Math.abs(value) * 100);
  return HUNDREDTHS[hundredths] ?? String(hundredths / 100);
}

/** Numbers are slow to write, and the same few come up in every text. */
const HUNDREDTHS = Array.from({ length: 201 }, (_, i) => String(i / 100));

function clamp(value: number): number {
  return value > 1 ? 1 : Math.max(value, -1);
}
