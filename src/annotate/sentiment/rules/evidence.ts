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
}

/** Multiplies a score by a factor and says why. */
export function apply(evidence: Evidence, factor: number, why: string): void {
  evidence.score = clamp(evidence.score * factor);
  evidence.steps.push(`× ${round(factor)} ${why}`);
}

/** A strength with a sign and two decimals at most: +0.5, -0.25. */
export function signed(value: number): string {
  const text = String(round(Math.abs(value)));
  return `${value < 0 ? "-" : "+"}${text}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function clamp(value: number): number {
  return value > 1 ? 1 : Math.max(value, -1);
}
