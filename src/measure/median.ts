import { median } from "simple-statistics";

/**
 * Returns the middle value, the mean of the two middle ones where their number is even; null without values.
 *
 * @example
 * medianOf([3, 1, 10]); // 3
 */
export function medianOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : median([...values]);
}
