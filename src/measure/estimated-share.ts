/** What the machine's probability of a side was, on measures and threads that it never saw. */
export interface SideRates {
  /** Mean over comments that take the side, and over those that do not. */
  readonly taken: number;
  readonly other: number;
  /** Standard deviation of a measure's mean around what its comments make it, beyond that of so many comments. */
  readonly between: number;
  /** Standard deviation of a comment's probability among comments alike. */
  readonly within: number;
}

/** A share with its 95 % interval. */
export interface EstimatedShare {
  readonly estimate: number;
  readonly estimateLow: number;
  readonly estimateHigh: number;
}

/**
 * Returns the share of comments that take a side, from the mean of the machine's probabilities of it (probabilistic
 * adjusted count: Bella, Ferri, Hernández-Orallo & Ramírez-Quintana 2010), with an interval that holds how differently
 * the machine errs from measure to measure.
 */
export function estimatedShare(
  mean: number,
  comments: number,
  { taken, other, between, within }: SideRates,
): EstimatedShare {
  const apart = Math.max(1e-6, taken - other);
  const share = (value: number) => Math.min(1, Math.max(0, (value - other) / apart));
  const margin = 1.96 * Math.sqrt(between ** 2 + within ** 2 / Math.max(1, comments));
  return { estimate: share(mean), estimateLow: share(mean - margin), estimateHigh: share(mean + margin) };
}
