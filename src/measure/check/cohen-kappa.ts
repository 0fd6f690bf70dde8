import { checkOptions } from "../../model/error.ts";
import { SMALL_SAMPLE } from "../rank-correlation.ts";
import { type BootstrapOptions, bootstrap } from "./bootstrap.ts";
import { checkLengths, type Rating } from "./ratings.ts";

/** How far two coders agree beyond chance; null where both always say one and the same, or nothing is known of both. */
export interface Kappa {
  readonly kappa: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Share of units on which they say the same. */
  readonly agreement: number | null;
  /** Units of which both said something. */
  readonly n: number;
  /** True below 30 units. */
  readonly small: boolean;
}

/**
 * Returns how far two coders agree beyond chance (Cohen 1960), with a seeded percentile bootstrap interval over units; a
 * unit that one of them left out counts for neither. Throws `bad-value` for lists of unequal length.
 *
 * @example
 * cohenKappa(["a", "a", "b", "b", null], ["a", "b", "b", "b", "a"]).kappa; // 0.5
 */
export function cohenKappa(first: readonly Rating[], second: readonly Rating[], options: BootstrapOptions = {}): Kappa {
  checkOptions(options, ["level", "resamples", "seed"], "Cohen's κ");
  checkLengths([first, second], "Cohen's κ");
  const pairs = first.map((one, i) => [one, second[i]!] as const).filter(([a, b]) => a !== null && b !== null);
  const n = pairs.length;
  const agreement = n === 0 ? null : pairs.filter(([a, b]) => a === b).length / n;
  const kappa = kappaOf(pairs);
  const interval = kappa === null ? { low: null, high: null } : bootstrap(pairs, kappaOf, options);
  return { kappa, ...interval, agreement, n, small: n < SMALL_SAMPLE };
}

function kappaOf(pairs: readonly (readonly [Rating, Rating])[]): number | null {
  const n = pairs.length;
  const rows = new Map<Rating, number>();
  const columns = new Map<Rating, number>();
  let same = 0;
  for (const [a, b] of pairs) {
    rows.set(a, (rows.get(a) ?? 0) + 1);
    columns.set(b, (columns.get(b) ?? 0) + 1);
    if (a === b) same++;
  }
  let chance = 0;
  for (const [label, count] of rows) chance += count * (columns.get(label) ?? 0);
  return n === 0 || chance === n * n ? null : (same * n - chance) / (n * n - chance);
}
