import { quantileSorted } from "simple-statistics";
import { seededRandom } from "../random.ts";

/** How an interval is made by drawing the units again and again. */
export interface BootstrapOptions {
  /** Of the interval. Default 0.95. */
  readonly level?: number;
  /** Default 1000, 200 beyond a thousand units. */
  readonly resamples?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** Returns the percentile bootstrap interval (Efron, 1979) of what `measure` computes of units; null where it never can. */
export function bootstrap<Unit>(
  units: readonly Unit[],
  measure: (units: readonly Unit[]) => number | null,
  { level = 0.95, resamples = units.length > 1000 ? 200 : 1000, seed = 1 }: BootstrapOptions = {},
): { readonly low: number | null; readonly high: number | null } {
  const random = seededRandom(seed);
  const found: number[] = [];
  for (let i = 0; i < resamples; i++) {
    const value = measure(units.map(() => units[Math.floor(random() * units.length)]!));
    if (value !== null) found.push(value);
  }
  if (found.length === 0) return { low: null, high: null };
  found.sort((a, b) => a - b);
  return { low: quantileSorted(found, (1 - level) / 2), high: quantileSorted(found, (1 + level) / 2) };
}
