import { gammaln } from "simple-statistics";

/** A fitted count model: `log μ = β · x`, variance `μ + μ²/θ`. */
export interface CountModel {
  /** Intercept first; the others belong to standardised predictors. */
  readonly coefficients: readonly number[];
  /** Overdispersion: small is more; {@link LARGEST_THETA} is as good as Poisson. */
  readonly theta: number;
  /** Fitted means, one an observation. */
  readonly means: readonly number[];
}

export const LARGEST_THETA = 1e4;
const RIDGE = 0.1;
const ROUNDS = 30;
const STEPS = 25;

/**
 * Returns a fitted negative binomial regression (NB2) with a log link.
 *
 * Coefficients and θ are found in turn, as `glm.nb` does (Venables & Ripley 2002, §7.4): coefficients by iteratively
 * reweighted least squares for a fixed θ, θ by a golden-section search of the likelihood (Hilbe 2011, ch. 8). A ridge of
 * 0.1 on the slopes keeps small threads from extremes. `predictors[i]` is one observation, without the intercept,
 * standardised.
 */
export function fitCounts(counts: readonly number[], predictors: readonly (readonly number[])[]): CountModel {
  const rows = counts.map((_, i) => [1, ...(predictors[i] ?? [])]);
  const width = rows[0]?.length ?? 1;
  const start = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  let beta = Array.from({ length: width }, (_, j) => (j === 0 ? Math.log(Math.max(start, 0.01)) : 0));
  let theta = 1;
  for (let round = 0; round < ROUNDS; round++) {
    beta = reweight(counts, rows, beta, theta);
    const means = meansOf(rows, beta);
    const next = bestTheta(counts, means);
    const settled = Math.abs(Math.log(next / theta)) < 1e-4;
    theta = next;
    if (settled) break;
  }
  return { coefficients: beta, theta, means: meansOf(rows, beta) };
}

/** Returns the smallest count whose distribution function reaches `share`. */
export function countQuantile(mean: number, theta: number, share: number): number {
  let logMass = theta * Math.log(theta / (theta + mean));
  const ratio = Math.log(mean / (mean + theta));
  let reached = Math.exp(logMass);
  let count = 0;
  while (reached < share && count < 1e6) {
    logMass += Math.log((count + theta) / (count + 1)) + ratio;
    reached += Math.exp(logMass);
    count++;
  }
  return count;
}

/** Returns the share of the model's counts below `count`, and half of those equal to it. */
export function countPosition(count: number, mean: number, theta: number): number {
  let logMass = theta * Math.log(theta / (theta + mean));
  const ratio = Math.log(mean / (mean + theta));
  let below = 0;
  for (let k = 0; k < count; k++) {
    below += Math.exp(logMass);
    logMass += Math.log((k + theta) / (k + 1)) + ratio;
  }
  return Math.min(1, below + Math.exp(logMass) / 2);
}

function meansOf(rows: readonly (readonly number[])[], beta: readonly number[]): number[] {
  // Beyond e^15 a thread's votes cannot lie; the bound keeps a bad step finite.
  return rows.map((row) =>
    Math.exp(
      Math.max(
        -15,
        Math.min(
          15,
          row.reduce((sum, x, j) => sum + x * beta[j]!, 0),
        ),
      ),
    ),
  );
}

function reweight(
  counts: readonly number[],
  rows: readonly (readonly number[])[],
  from: readonly number[],
  theta: number,
): number[] {
  let beta = [...from];
  for (let step = 0; step < STEPS; step++) {
    const means = meansOf(rows, beta);
    const width = beta.length;
    const normal = Array.from({ length: width }, (_, j) =>
      Array.from({ length: width }, (_, k) => (j === k && j > 0 ? RIDGE : 0)),
    );
    const right = new Array<number>(width).fill(0);
    for (const [i, row] of rows.entries()) {
      const mean = means[i]!;
      const weight = mean / (1 + mean / theta);
      const response = Math.log(mean) + (counts[i]! - mean) / mean;
      for (let j = 0; j < width; j++) {
        right[j]! += weight * row[j]! * response;
        for (let k = 0; k < width; k++) normal[j]![k]! += weight * row[j]! * row[k]!;
      }
    }
    const next = solve(normal, right);
    const moved = Math.max(...next.map((value, j) => Math.abs(value - beta[j]!)));
    beta = next.map((value, j) => beta[j]! + Math.max(-2, Math.min(2, value - beta[j]!)));
    if (moved < 1e-8) break;
  }
  return beta;
}

/** Returns the solution of a small positive definite system, by Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const width = rows.length;
  for (let j = 0; j < width; j++) {
    let pivot = j;
    for (let i = j + 1; i < width; i++) if (Math.abs(rows[i]![j]!) > Math.abs(rows[pivot]![j]!)) pivot = i;
    [rows[j], rows[pivot]] = [rows[pivot]!, rows[j]!];
    for (let i = 0; i < width; i++) {
      if (i === j) continue;
      const factor = rows[i]![j]! / rows[j]![j]!;
      for (let k = j; k <= width; k++) rows[i]![k]! -= factor * rows[j]![k]!;
    }
  }
  return rows.map((row, j) => row[width]! / row[j]!);
}

function bestTheta(counts: readonly number[], means: readonly number[]): number {
  const likelihood = (logTheta: number) => {
    const theta = Math.exp(logTheta);
    let sum = counts.length * (theta * logTheta - gammaln(theta));
    for (const [i, count] of counts.entries()) {
      sum += gammaln(count + theta) - (count + theta) * Math.log(theta + means[i]!) + count * Math.log(means[i]!);
    }
    return sum;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.05), Math.log(LARGEST_THETA)];
  for (let i = 0; i < 40; i++) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (likelihood(a) < likelihood(b)) low = a;
    else high = b;
  }
  return Math.exp((low + high) / 2);
}
