import { mean, permutationTest } from "simple-statistics";
import { seededRandom } from "./random.ts";
import { SMALL_SAMPLE } from "./rank-correlation.ts";

/** How two groups differ. */
export interface GroupDifference {
  /** Mean of the first less mean of the second; null where a group is empty. */
  readonly difference: number | null;
  /** Two-sided; null where a group has fewer than two. */
  readonly p: number | null;
  readonly sizes: readonly [number, number];
  /** True where either group is small. */
  readonly small: boolean;
}

/**
 * Returns a test of whether the means of two groups differ more than chance would let them (permutation test, Fisher
 * 1935).
 *
 * Labels are shuffled `rounds` times, seeded; p is `(extreme + 1) / (rounds + 1)` in effect, never zero
 * (Phipson & Smyth 2010).
 *
 * @example
 * groupDifference([3, 5, 9], [0, 1, 2, 2]); // votes of positive against negative comments
 */
export function groupDifference(
  first: readonly number[],
  second: readonly number[],
  { rounds = 2000, seed = 1 }: { readonly rounds?: number; readonly seed?: number } = {},
): GroupDifference {
  const sizes = [first.length, second.length] as const;
  const small = Math.min(...sizes) < SMALL_SAMPLE;
  if (first.length === 0 || second.length === 0) return { difference: null, p: null, sizes, small };
  const difference = mean([...first]) - mean([...second]);
  if (first.length < 2 || second.length < 2) return { difference, p: null, sizes, small };
  const share = permutationTest([...first], [...second], "two_side", rounds, seededRandom(seed));
  return { difference, p: (share * rounds + 1) / (rounds + 1), sizes, small };
}
