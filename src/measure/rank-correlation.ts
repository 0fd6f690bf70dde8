import { quantileSorted, sampleRankCorrelation } from "simple-statistics";
import { seededRandom } from "./random.ts";

/** Below this many pairs an interval is too wide to lean on. */
export const SMALL_SAMPLE = 30;

/** Spearman's ρ with a bootstrap interval; all null where one side does not vary or fewer than four pairs are known. */
export interface RankCorrelation {
  readonly rho: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Pairs. */
  readonly n: number;
  /** True below {@link SMALL_SAMPLE} pairs. */
  readonly small: boolean;
}

export interface RankCorrelationOptions {
  /** Default 0.95. */
  readonly level?: number;
  /** Default 1000, 200 beyond a thousand pairs. */
  readonly resamples?: number;
  /** Default 1. */
  readonly seed?: number;
}

/**
 * Returns Spearman's rank correlation with a percentile bootstrap interval (Efron, 1979); ties share their mean rank.
 *
 * @example
 * rankCorrelation([[1, 2], [2, 4], [3, 5], [4, 9]]); // { rho: 1, low: 1, high: 1, n: 4, small: true }
 */
export function rankCorrelation(
  pairs: readonly (readonly [number, number])[],
  { level = 0.95, resamples = pairs.length > 1000 ? 200 : 1000, seed = 1 }: RankCorrelationOptions = {},
): RankCorrelation {
  const n = pairs.length;
  const small = n < SMALL_SAMPLE;
  const rho = n < 4 ? Number.NaN : rankOf(pairs);
  if (Number.isNaN(rho)) return { rho: null, low: null, high: null, n, small };
  const random = seededRandom(seed);
  const found: number[] = [];
  for (let i = 0; i < resamples; i++) {
    const value = rankOf(pairs.map(() => pairs[Math.floor(random() * n)]!));
    if (!Number.isNaN(value)) found.push(value);
  }
  found.sort((a, b) => a - b);
  return {
    rho,
    low: quantileSorted(found, (1 - level) / 2),
    high: quantileSorted(found, (1 + level) / 2),
    n,
    small,
  };
}

function rankOf(pairs: readonly (readonly [number, number])[]): number {
  return sampleRankCorrelation(
    pairs.map(([x]) => x),
    pairs.map(([, y]) => y),
  );
}
