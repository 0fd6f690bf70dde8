import { checkOptions, YoronError } from "../../model/error.ts";
import { SMALL_SAMPLE } from "../rank-correlation.ts";
import { type BootstrapOptions, bootstrap } from "./bootstrap.ts";
import { DIFFERENCES, type Scale } from "./differences.ts";
import { checkLengths, type Rating } from "./ratings.ts";

export interface AlphaOptions extends BootstrapOptions {
  /** What differences between values mean. Default `nominal`: the same or not; the others need numbers, or an `order`. */
  readonly scale?: Scale;
  /** The values from the lowest to the highest, where they are no numbers. */
  readonly order?: readonly Rating[];
}

/** How reliable ratings are: 1 all agree, 0 as by chance; null where all ratings are the same, or no unit has two. */
export interface Alpha {
  readonly alpha: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Units of which at least two coders said something. */
  readonly n: number;
  /** True below 30 units. */
  readonly small: boolean;
}

/**
 * Returns the reliability of any number of coders, each of whom may have left units out (Krippendorff, "Computing
 * Krippendorff's Alpha-Reliability", 2011), with a seeded percentile bootstrap interval over units.
 *
 * A row a coder, a column a unit. Throws `bad-value` for rows of unequal length, or for values that have no place on the
 * scale.
 *
 * @example
 * krippendorffAlpha([[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]).alpha; // 0.095
 */
export function krippendorffAlpha(ratings: readonly (readonly Rating[])[], options: AlphaOptions = {}): Alpha {
  checkOptions(options, ["scale", "order", "level", "resamples", "seed"], "Krippendorff's α");
  const { scale = "nominal", order, ...given } = options;
  checkLengths(ratings, "Krippendorff's α");
  const units = (ratings[0] ?? [])
    .map((_, unit) => ratings.map((row) => row[unit]!).filter((rating) => rating !== null))
    .filter((values) => values.length > 1);
  const n = units.length;
  const values = placesOf(units.flat(), scale, order);
  const place = new Map(values.map((value, i) => [value, i]));
  const numbers = values.map((value, i) => (typeof value === "number" && order === undefined ? value : i));
  const placed = units.map((unit) => unit.map((value) => place.get(value)!));
  const measure = (some: readonly (readonly number[])[]) => alphaOf(some, numbers, scale);
  const alpha = measure(placed);
  const interval = alpha === null ? { low: null, high: null } : bootstrap(placed, measure, given);
  return { alpha, ...interval, n, small: n < SMALL_SAMPLE };
}

/** 1 - observed by expected disagreement, over the coincidences of values: `values` holds what each place stands for. */
function alphaOf(units: readonly (readonly number[])[], values: readonly number[], scale: Scale): number | null {
  const size = values.length;
  const coincidences = new Float64Array(size * size);
  const totals = new Float64Array(size);
  for (const unit of units) {
    for (const [i, a] of unit.entries()) {
      totals[a]!++;
      for (const [j, b] of unit.entries()) if (i !== j) coincidences[a * size + b]! += 1 / (unit.length - 1);
    }
  }
  const all = totals.reduce((sum, total) => sum + total, 0);
  const difference = DIFFERENCES[scale](values, totals);
  let observed = 0;
  let expected = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      if (a === b) continue;
      const apart = difference(a, b);
      observed += coincidences[a * size + b]! * apart;
      expected += totals[a]! * totals[b]! * apart;
    }
  }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected;
}

/** Returns the values there are, from the lowest to the highest. */
function placesOf(found: readonly Rating[], scale: Scale, order: readonly Rating[] | undefined): readonly Rating[] {
  if (order !== undefined) {
    const stray = found.find((value) => !order.includes(value));
    if (stray !== undefined) {
      throw new YoronError({
        code: "bad-value",
        what: "the order of values does not hold",
        value: stray,
        next: `it holds: ${order.join(", ")}`,
      });
    }
    return order;
  }
  const values = [...new Set(found)];
  const word = values.find((value) => typeof value !== "number");
  if (scale === "nominal" && word !== undefined) return values;
  if (word !== undefined) {
    throw new YoronError({
      code: "bad-value",
      what: `a scale that is ${scale} needs numbers, or the order of the values; it got`,
      value: word,
      next: 'as in { scale: "ordinal", order: ["low", "high"] }',
    });
  }
  return (values as number[]).sort((a, b) => a - b);
}
