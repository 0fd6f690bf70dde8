import type { Interval } from "./mean-interval.ts";

const Z95 = 1.959963984540054;

/**
 * Returns Wilson's score interval for a share (Wilson 1927): honest for few votes and for shares near 0 and 1.
 *
 * @example
 * wilsonInterval(8, 10); // { low: 0.49, high: 0.943 }
 */
export function wilsonInterval(successes: number, trials: number, z: number = Z95): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const square = z * z;
  const middle = (share + square / (2 * trials)) / (1 + square / trials);
  const half = (z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials))) / (1 + square / trials);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
