import { probit } from "simple-statistics";
import type { Stratum } from "./prediction-powered.ts";

export interface RoganGladen {
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Below this the machine's yes says so little that a division by it says nothing. */
const LEAST_INFORMED = 0.05;

/**
 * Returns the machine's share of a label, corrected by its sensitivity and specificity (Rogan & Gladen 1978), as they
 * are among the labelled rows: `(machine + specificity − 1) / (sensitivity + specificity − 1)`, with the interval of the delta method.
 *
 * Null where no row has the label, or all have, or the machine knows nothing of it.
 */
export function roganGladen(strata: readonly Stratum[], machineShare: number, level = 0.95): RoganGladen {
  let [yes, no, hits, rejected, yesRows, noRows] = [0, 0, 0, 0, 0, 0];
  for (const { size, rows } of strata) {
    const weight = size / rows.length;
    for (const { truth, machine } of rows) {
      yes += weight * truth;
      no += weight * (1 - truth);
      hits += weight * truth * machine;
      rejected += weight * (1 - truth) * (1 - machine);
      yesRows += truth;
      noRows += 1 - truth;
    }
  }
  return adjustedShare(
    { sensitivity: hits / yes, specificity: rejected / no, yes: yesRows, no: noRows },
    machineShare,
    {
      level,
    },
  );
}

/** What a machine does with rows that people gave a label (`yes` of them), and with those that they did not. */
export interface Rates {
  readonly sensitivity: number;
  readonly specificity: number;
  readonly yes: number;
  readonly no: number;
}

/** How sure an adjusted share is to be. */
export interface AdjustedOptions {
  readonly level?: number;
  /** How many rows the machine's share is of, where these are taken for a draw: the error of the count comes in too. */
  readonly counted?: number;
}

/**
 * Returns a machine's share of a label, adjusted by its hits and misses (Rogan & Gladen 1978), with the interval of the
 * delta method; null where no row has the label, or all have, or the machine knows nothing of it.
 */
export function adjustedShare(
  { sensitivity, specificity, yes, no }: Rates,
  machineShare: number,
  { level = 0.95, counted = Number.POSITIVE_INFINITY }: AdjustedOptions = {},
): RoganGladen {
  const informed = sensitivity + specificity - 1;
  if (yes === 0 || no === 0 || informed < LEAST_INFORMED) return { share: null, low: null, high: null };
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  const share = (machineShare + specificity - 1) / informed;
  // What the machine would say yes to, were the share so: its count has an error even where it counts none.
  const called = inside(share) * sensitivity + (1 - inside(share)) * (1 - specificity);
  const variance =
    (share ** 2 * sensitivity * (1 - sensitivity)) / yes +
    ((1 - share) ** 2 * specificity * (1 - specificity)) / no +
    (called * (1 - called)) / counted;
  const half = (probit((1 + level) / 2) * Math.sqrt(variance)) / informed;
  return { share: inside(share), low: inside(share - half), high: inside(share + half) };
}
