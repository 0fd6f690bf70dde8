/**
 * Returns how unequally votes are spread: 0 when all have the same, towards 1 when one has all.
 *
 * Gini's coefficient from the sorted values, `Σ (2i − n − 1) xᵢ / (n Σ xᵢ)` (Gini 1912; the form of Dixon et al.
 * 1987, without their small-sample correction). Null without values or when all are zero.
 *
 * @example
 * gini([0, 0, 0, 8]); // 0.75
 */
export function gini(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  const weighted = sorted.reduce((sum, value, i) => sum + (2 * (i + 1) - sorted.length - 1) * value, 0);
  return weighted / (sorted.length * total);
}

/**
 * Returns how few values hold half of the total, the largest first; null without a total.
 *
 * @example
 * fewestForHalf([8, 1, 1]); // 1
 */
export function fewestForHalf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => b - a);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  let few = 0;
  for (let sum = 0; sum < total / 2; few++) sum += sorted[few]!;
  return few;
}

/** A point of a Lorenz curve: the poorest `items` hold `share`. */
export interface LorenzPoint {
  /** In [0, 1]. */
  readonly items: number;
  /** In [0, 1]. */
  readonly share: number;
}

/**
 * Returns the Lorenz curve (Lorenz 1905) of values sorted upward, from (0, 0) to (1, 1); empty without a total.
 *
 * @example
 * lorenzCurve([1, 3]); // [{ items: 0, share: 0 }, { items: 0.5, share: 0.25 }, { items: 1, share: 1 }]
 */
export function lorenzCurve(values: readonly number[]): readonly LorenzPoint[] {
  const sorted = [...values].sort((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return [];
  let sum = 0;
  const points = sorted.map((value, i) => {
    sum += value;
    return { items: (i + 1) / sorted.length, share: sum / total };
  });
  return [{ items: 0, share: 0 }, ...points];
}

/**
 * Returns the share of the total that the `k` largest values hold; null without a total.
 *
 * @example
 * topShare([8, 1, 1], 1); // 0.8
 */
export function topShare(values: readonly number[], k: number): number | null {
  const sorted = [...values].sort((a, b) => b - a);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  return total === 0 ? null : sorted.slice(0, k).reduce((sum, value) => sum + value, 0) / total;
}
