import { probit } from "simple-statistics";
import { wilsonInterval } from "../wilson-interval.ts";

/** A row that a person labelled: what they say of one label, and whether the machine says it, in [0, 1]. */
export interface Checked {
  readonly truth: number;
  readonly machine: number;
}

/** A part of the whole, with the rows of it that people labelled. */
export interface Stratum<Row = Checked> {
  readonly size: number;
  readonly rows: readonly Row[];
}

export interface Corrected {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** How much the machine was trusted, in [0, 1]. */
  readonly lambda: number;
}

/**
 * Returns the machine's share of a label, corrected by rows that people labelled: `λ·machine + mean(truth − λ·machine)`
 * (prediction-powered inference: Angelopoulos, Bates, Fannjiang, Jordan & Zrnic 2023; λ as in PPI++, Angelopoulos, Duchi &
 * Zrnic 2023), the mean by strata, for a whole that is finite and that the rows are drawn from.
 *
 * The interval holds whatever the machine's errors. It is Wilson's, for as many rows as would tell the share as exactly: it
 * stays in [0, 1]. One row on which person and machine differ is added in effect, or a machine without an error among few
 * rows would be taken to have none at all. `machineVariance` is that of the machine's share, where it did not see the whole.
 */
export function predictionPowered(
  strata: readonly Stratum[],
  machineShare: number,
  {
    level = 0.95,
    lambda = tuned(strata),
    machineVariance = 0,
  }: { readonly level?: number; readonly lambda?: number; readonly machineVariance?: number } = {},
): Corrected {
  const whole = strata.reduce((sum, { size }) => sum + size, 0);
  const labelled = strata.reduce((sum, { rows }) => sum + rows.length, 0);
  let mean = 0;
  let variance = (1 - labelled / whole) / labelled ** 2 + lambda ** 2 * machineVariance;
  for (const { size, rows } of strata) {
    const rests = rows.map(({ truth, machine }) => truth - lambda * machine);
    const middle = meanOf(rests);
    mean += (size / whole) * middle;
    variance += factor(size, rows.length, whole) * covariance(rests, rests);
  }
  const share = Math.min(1, Math.max(0, lambda * machineShare + mean));
  const inner = Math.min(1 - 0.5 / labelled, Math.max(0.5 / labelled, share));
  if (labelled === whole) return { share, low: share, high: share, lambda };
  const rows = (inner * (1 - inner)) / variance;
  const { low, high } = wilsonInterval(inner * rows, rows, probit((1 + level) / 2));
  return { share, low: Math.min(share, low), high: Math.max(share, high), lambda };
}

/** The λ for which the estimate varies least: no trust in a machine that knows nothing. */
function tuned(strata: readonly Stratum[]): number {
  const whole = strata.reduce((sum, { size }) => sum + size, 0);
  let both = 0;
  let own = 0;
  for (const { size, rows } of strata) {
    const machine = rows.map((row) => row.machine);
    const weight = factor(size, rows.length, whole);
    both +=
      weight *
      covariance(
        rows.map(({ truth }) => truth),
        machine,
      );
    own += weight * covariance(machine, machine);
  }
  return own === 0 ? 0 : Math.min(1, Math.max(0, both / own));
}

/** What a stratum's variance counts: the square of its part, by its rows, less those that are known. */
const factor = (size: number, rows: number, whole: number): number => ((size / whole) ** 2 * (1 - rows / size)) / rows;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function covariance(first: readonly number[], second: readonly number[]): number {
  if (first.length < 2) return 0;
  const [a, b] = [meanOf(first), meanOf(second)];
  return first.reduce((sum, value, i) => sum + (value - a) * (second[i]! - b), 0) / (first.length - 1);
}
