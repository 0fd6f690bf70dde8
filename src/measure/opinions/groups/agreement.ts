/**
 * Returns how far two groupings of the same things agree beyond chance: adjusted mutual information (Vinh, Epps & Bailey
 * 2010) over the arithmetic mean of the entropies, 1 for the same groups, around 0 for groups by chance.
 *
 * As `adjusted_mutual_info_score` of scikit-learn computes it; groups are told apart by their number alone.
 *
 * @example
 * adjustedMutualInformation([0, 0, 1, 1], [1, 1, 0, 0]); // 1
 */
export function adjustedMutualInformation(a: ArrayLike<number | string>, b: ArrayLike<number | string>): number {
  const n = a.length;
  const [first, second] = [sizesOf(a), sizesOf(b)];
  if (first.size === second.size && (first.size === 1 || first.size === 0)) return 1;
  const mutual = mutualInformation(a, b, first, second);
  const expected = expectedInformation([...first.values()], [...second.values()], n);
  const mean = (entropy(first, n) + entropy(second, n)) / 2;
  const above = mean - expected;
  // As in scikit-learn: no division by a 0 that is one of rounding.
  const safe = above < 0 ? Math.min(above, -Number.EPSILON) : Math.max(above, Number.EPSILON);
  return (mutual - expected) / safe;
}

function sizesOf<T>(labels: ArrayLike<T>): Map<T, number> {
  const sizes = new Map<T, number>();
  for (let i = 0; i < labels.length; i++) sizes.set(labels[i]!, (sizes.get(labels[i]!) ?? 0) + 1);
  return sizes;
}

function entropy(sizes: ReadonlyMap<unknown, number>, n: number): number {
  let sum = 0;
  for (const size of sizes.values()) sum -= (size / n) * Math.log(size / n);
  return sum;
}

function mutualInformation<T>(
  a: ArrayLike<T>,
  b: ArrayLike<T>,
  first: ReadonlyMap<T, number>,
  second: ReadonlyMap<T, number>,
): number {
  const n = a.length;
  const cells = new Map<T, Map<T, number>>();
  for (let i = 0; i < n; i++) {
    const row = cells.get(a[i]!) ?? new Map<T, number>();
    cells.set(a[i]!, row);
    row.set(b[i]!, (row.get(b[i]!) ?? 0) + 1);
  }
  let sum = 0;
  for (const [one, row] of cells)
    for (const [two, count] of row) sum += (count / n) * Math.log((count * n) / (first.get(one)! * second.get(two)!));
  return sum;
}

/** Returns the mutual information that groups of these sizes have on average by chance (hypergeometric). */
function expectedInformation(first: readonly number[], second: readonly number[], n: number): number {
  const logs = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) logs[i] = logs[i - 1]! + Math.log(i);
  let sum = 0;
  for (const a of first) {
    for (const b of second) {
      for (let both = Math.max(1, a + b - n); both <= Math.min(a, b); both++) {
        const chance =
          logs[a]! +
          logs[b]! +
          logs[n - a]! +
          logs[n - b]! -
          (logs[n]! + logs[both]! + logs[a - both]! + logs[b - both]! + logs[n - a - b + both]!);
        sum += (both / n) * Math.log((n * both) / (a * b)) * Math.exp(chance);
      }
    }
  }
  return sum;
}
