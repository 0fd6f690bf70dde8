import { type Correction, corrected, type Fit, logOdds } from "../../annotate/sentiment/tuning.ts";

/** One of the machine's answers: how sure it was, and the share of people who bear it out. */
export interface Borne {
  readonly confidence: number;
  readonly right: number;
}

const STEPS = 60;
/** A logistic curve over log-odds. */
export type Curve = Extract<Correction, { readonly method: "platt" }>;

/** The curve that changes nothing. */
const SAME: Curve = { method: "platt", slope: 1, intercept: 0 };

/**
 * Returns the logistic curve that makes what is right likeliest (Platt 1999), by Newton's method.
 *
 * Where rows are few it stays near another curve, `near`, as if that had been learned from some rows, too; `pull` says how many.
 */
export function fitPlatt(rows: readonly Borne[], near: Curve = SAME, pull = 1): Curve {
  // From a flat curve Newton's steps do not overshoot.
  const level = logOdds((rows.reduce((sum, { right }) => sum + right, 0) + 0.5) / (rows.length + 1));
  let slope = 0;
  let intercept = level;
  for (let step = 0; step < STEPS; step++) {
    let [gs, gi] = [pull * (slope - near.slope), pull * (intercept - near.intercept)];
    let [hss, hsi, hii] = [pull, 0, pull];
    for (const { confidence, right } of rows) {
      const x = logOdds(confidence);
      const p = 1 / (1 + Math.exp(-(slope * x + intercept)));
      const w = p * (1 - p);
      gs += (p - right) * x;
      gi += p - right;
      hss += w * x * x;
      hsi += w * x;
      hii += w;
    }
    const determinant = hss * hii - hsi * hsi;
    const [ds, di] = [(hii * gs - hsi * gi) / determinant, (hss * gi - hsi * gs) / determinant];
    slope -= ds;
    intercept -= di;
    if (Math.abs(ds) + Math.abs(di) < 1e-9) break;
  }
  // Who was surer is never told to be less sure.
  return slope < 0
    ? { method: "platt", slope: 0, intercept: round(level) }
    : { method: "platt", slope: round(slope), intercept: round(intercept) };
}

/** Returns the rising steps nearest to what is right, by pooling neighbours that fall (Ayer et al. 1955). */
export function fitIsotonic(rows: readonly Borne[]): Correction {
  const sorted = [...rows].sort((a, b) => a.confidence - b.confidence);
  const pools: { confidence: number; right: number; count: number }[] = [];
  for (const { confidence, right } of sorted) {
    pools.push({ confidence, right, count: 1 });
    while (pools.length > 1 && share(pools.at(-2)!) >= share(pools.at(-1)!)) {
      const last = pools.pop()!;
      const before = pools.at(-1)!;
      before.confidence += last.confidence;
      before.right += last.right;
      before.count += last.count;
    }
  }
  return {
    method: "isotonic",
    from: pools.map(({ confidence, count }) => round(confidence / count)),
    to: pools.map((pool) => round(share(pool))),
  };
}

const share = ({ right, count }: { readonly right: number; readonly count: number }): number => right / count;
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

const BINS = 10;

/** Returns how well confidences are borne out: expected calibration error over ten bins, and the mean loss of the log. */
export function fitOf(rows: readonly Borne[]): Fit {
  const bins = Array.from({ length: BINS }, () => ({ sure: 0, right: 0 }));
  let loss = 0;
  for (const { confidence, right } of rows) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!;
    bin.sure += confidence;
    bin.right += right;
    const p = Math.min(1 - 1e-6, Math.max(1e-6, confidence));
    loss -= right * Math.log(p) + (1 - right) * Math.log(1 - p);
  }
  const gap = bins.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0);
  return { calibrationError: round(gap / rows.length), logLoss: round(loss / rows.length) };
}

/** Returns a row as a correction has it. */
export function correctedRow(correction: Correction, { confidence, right }: Borne): Borne {
  return { confidence: corrected(correction, confidence), right };
}
