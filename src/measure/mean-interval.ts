import { mean, quantileSorted } from "simple-statistics";
import { seededRandom } from "./random.ts";

/** An estimate with the ends of its interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Returns the percentile bootstrap interval of a mean (Efron, 1979), seeded.
 *
 * @example
 * meanInterval([0.2, -0.4, 0.6]); // { low: …, high: … }
 */
export function meanInterval(
  values: readonly number[],
  { level = 0.95, resamples = 200, seed = 1 }: { level?: number; resamples?: number; seed?: number } = {},
): Interval {
  const random = seededRandom(seed);
  const means = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    let sum = 0;
    for (let j = 0; j < values.length; j++) sum += values[Math.floor(random() * values.length)]!;
    means[i] = sum / values.length;
  }
  if (values.length === 1) return { low: mean([...values]), high: mean([...values]) };
  const sorted = [...means.sort()];
  return { low: quantileSorted(sorted, (1 - level) / 2), high: quantileSorted(sorted, (1 + level) / 2) };
}
