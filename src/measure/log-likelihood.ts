import { errorFunction } from "simple-statistics";

/**
 * Returns the association in a 2×2 table of counts (Dunning 1993): `2 Σ observed · ln(observed / expected)`.
 *
 * Above 3.84 chance would give so much in one of twenty tables, above 10.83 in one of a thousand, if occurrences were
 * independent; in texts they are not, so read it as a ranking.
 *
 * @example
 * logLikelihood(10, 90, 5, 895); // 27.4
 */
export function logLikelihood(both: number, firstOnly: number, secondOnly: number, neither: number): number {
  const total = both + firstOnly + secondOnly + neither;
  const term = (observed: number, row: number, column: number) =>
    observed === 0 ? 0 : observed * Math.log((observed * total) / (row * column));
  const [first, second] = [both + firstOnly, both + secondOnly];
  const sum =
    term(both, first, second) +
    term(firstOnly, first, total - second) +
    term(secondOnly, total - first, second) +
    term(neither, total - first, total - second);
  return Math.max(0, 2 * sum);
}

/**
 * Returns how often chance alone gives a G² so large: the upper tail of χ² with one degree of freedom.
 *
 * @example
 * chanceOfLogLikelihood(3.8415); // 0.05
 */
export function chanceOfLogLikelihood(logLikelihood: number): number {
  return Math.max(0, 1 - errorFunction(Math.sqrt(logLikelihood / 2)));
}
