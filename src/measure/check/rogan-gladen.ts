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
 * Returns the machine's share of a label, corrected by its sensitivity and specificity (Rogan & Gladen 1978), as they are among the
 * labelled rows: `(machine + specificity − 1) / (sensitivity + specificity − 1)`, with the interval of the delta method.
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
  const none = { share: null, low: null, high: null };
  if (yes === 0 || no === 0) return none;
  const [sensitivity, specificity] = [hits / yes, rejected / no];
  const informed = sensitivity + specificity - 1;
  if (informed < LEAST_INFORMED) return none;
  const share = (machineShare + specificity - 1) / informed;
  const variance =
    (share ** 2 * sensitivity * (1 - sensitivity)) / yesRows +
    ((1 - share) ** 2 * specificity * (1 - specificity)) / noRows;
  const half = (probit((1 + level) / 2) * Math.sqrt(variance)) / informed;
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  return { share: inside(share), low: inside(share - half), high: inside(share + half) };
}
