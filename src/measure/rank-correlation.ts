import { quantileSorted, sampleCorrelation } from "simple-statistics";
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
  const ranksOfXs = midranks(pairs.map(([x]) => x));
  const ranksOfYs = midranks(pairs.map(([, y]) => y));
  const all = Uint32Array.from({ length: n }, (_, i) => i);
  const rho = n < 4 ? Number.NaN : sampleCorrelation(ranksOfXs(all), ranksOfYs(all));
  if (Number.isNaN(rho)) return { rho: null, low: null, high: null, n, small };
  const random = seededRandom(seed);
  const found: number[] = [];
  const drawn = new Uint32Array(n);
  for (let i = 0; i < resamples; i++) {
    for (let k = 0; k < n; k++) drawn[k] = Math.floor(random() * n);
    const value = sampleCorrelation(ranksOfXs(drawn), ranksOfYs(drawn));
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

/**
 * Returns the function that gives the ranks of a draw from some values, ties sharing their mean rank. The values are put in
 * order once: a draw has the same ones, so its ranks are counted. The array it returns is written anew by the next call.
 */
function midranks(values: readonly number[]): (drawn: Uint32Array) => number[] {
  const distinct = Float64Array.from(new Set(values)).sort();
  const numbers = new Map<number, number>();
  for (const [number, value] of distinct.entries()) numbers.set(value, number);
  const places = Uint32Array.from(values, (value) => numbers.get(value)!);
  const counts = new Uint32Array(distinct.length);
  const rankOf = new Float64Array(distinct.length);
  const ranks = new Array<number>(values.length).fill(0);
  return (drawn) => {
    counts.fill(0);
    for (const i of drawn) counts[places[i]!]!++;
    let before = 0;
    for (let number = 0; number < counts.length; number++) {
      const count = counts[number]!;
      rankOf[number] = before + (count - 1) / 2;
      before += count;
    }
    for (let k = 0; k < drawn.length; k++) ranks[k] = rankOf[places[drawn[k]!]!]!;
    return ranks;
  };
}
