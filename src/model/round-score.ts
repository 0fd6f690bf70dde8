/**
 * Returns a score or probability rounded to four decimals, beyond which it says nothing; never -0.
 *
 * @example
 * roundScore(-0.1600000023841858); // -0.16
 */
export function roundScore(value: number): number {
  return Math.round(value * 1e4) / 1e4 || 0;
}
