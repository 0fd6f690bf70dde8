/** What differences between values mean: same or not, rank, distance, or proportion. */
export type Scale = "nominal" | "ordinal" | "interval" | "ratio";

type Difference = (a: number, b: number) => number;

/** The squared difference of two places for each scale (Krippendorff 2011); `totals` counts the ratings of each place. */
export const DIFFERENCES: Readonly<
  Record<Scale, (values: readonly number[], totals: Readonly<Float64Array>) => Difference>
> = {
  nominal: () => (a, b) => (a === b ? 0 : 1),
  ordinal: (_, totals) => {
    // Ratings at or below each place.
    let sum = 0;
    const below = Array.from(totals, (total) => (sum += total));
    const middle = (place: number) => below[place]! - totals[place]! / 2;
    return (a, b) => (middle(a) - middle(b)) ** 2;
  },
  interval: (values) => (a, b) => (values[a]! - values[b]!) ** 2,
  ratio: (values) => (a, b) => {
    const sum = values[a]! + values[b]!;
    return sum === 0 ? 0 : ((values[a]! - values[b]!) / sum) ** 2;
  },
};
