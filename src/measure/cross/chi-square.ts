/** What a table of counts tells of the dependence of its rows and columns. */
export interface ChiSquare {
  readonly chiSquare: number;
  readonly df: number;
  /** How often chance alone would give so much, or more. */
  readonly p: number;
  /** From 0 (independent) to 1. */
  readonly cramersV: number;
  readonly n: number;
  /** What each cell would hold, were rows and columns independent. */
  readonly expected: readonly (readonly number[])[];
  /** Adjusted residuals (Haberman 1973), about standard normal; null where a row or column holds all, or nothing. */
  readonly residuals: readonly (readonly (number | null)[])[];
}

/**
 * Returns Pearson's χ² of a table of counts, without a correction for continuity; null where it has fewer than two rows or two
 * columns that hold anything, since nothing can depend then.
 */
export function chiSquareTest(counts: readonly (readonly number[])[]): ChiSquare | null {
  const rows = counts.map((row) => sum(row));
  const columns = (counts[0] ?? []).map((_, c) => sum(counts.map((row) => row[c]!)));
  const n = sum(rows);
  const filled = (totals: readonly number[]) => totals.filter((total) => total > 0).length;
  const [r, c] = [filled(rows), filled(columns)];
  if (r < 2 || c < 2) return null;
  const expected = rows.map((row) => columns.map((column) => (row * column) / n));
  let chiSquare = 0;
  const residuals = counts.map((row, i) =>
    row.map((observed, j) => {
      const wanted = expected[i]![j]!;
      if (wanted > 0) chiSquare += (observed - wanted) ** 2 / wanted;
      const variance = wanted * (1 - rows[i]! / n) * (1 - columns[j]! / n);
      return variance > 0 ? (observed - wanted) / Math.sqrt(variance) : null;
    }),
  );
  const df = (r - 1) * (c - 1);
  const cramersV = Math.sqrt(chiSquare / (n * (Math.min(r, c) - 1)));
  return { chiSquare, df, p: chiSquareTail(chiSquare, df), cramersV, n, expected, residuals };
}

/**
 * Returns how often a χ² of `df` degrees of freedom is so large or larger: the regularised upper gamma function, by its series
 * for small values and by its continued fraction (Lentz) for large ones.
 */
export function chiSquareTail(value: number, df: number): number {
  const [a, x] = [df / 2, value / 2];
  if (x <= 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let total = term;
    for (let k = a + 1; term > total * PRECISE; k++) {
      term *= x / k;
      total += term;
    }
    return Math.max(0, 1 - scale * total);
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < MOST_STEPS; k++) {
    const step = k * (a - k);
    b += 2;
    d = 1 / notZero(b + step * d);
    c = notZero(b + step / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < PRECISE) break;
  }
  return scale * fraction;
}

const PRECISE = 1e-15;
const TINY = 1e-300;
const MOST_STEPS = 10_000;

const notZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Returns ln Γ of half of a whole number, exactly up to rounding: by Γ(a) = (a − 1) Γ(a − 1) down to Γ(1) or Γ(½). */
function logGamma(a: number): number {
  let total = Number.isInteger(a) ? 0 : Math.log(Math.PI) / 2;
  for (let k = a - 1; k > 0; k--) total += Math.log(k);
  return total;
}
