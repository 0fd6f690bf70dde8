/** Trains a multinomial logistic regression over dense and hashed sparse features, deterministically. */

/** One row to learn from. */
export interface TrainingRow {
  readonly dense: Float64Array;
  readonly slots: Int32Array;
  readonly label: number;
  readonly weight: number;
}

export interface TrainOptions {
  readonly classes: number;
  readonly slots: number;
  readonly epochs?: number;
  readonly rate?: number;
  /** L2 penalty on sparse weights per update. */
  readonly decay?: number;
  /** Factor on sparse features, which sets how much they are trusted against the dense ones. */
  readonly slotScale?: number;
  /** N-grams seen in fewer rows stay 0. */
  readonly rare?: number;
  /** Whether sparse weights are averaged as the dense ones are. */
  readonly averageSparse?: boolean;
}

export interface Trained {
  readonly dense: Float64Array;
  readonly sparse: Float32Array;
}

/** AdaGrad (Duchi et al. 2011) over rows in a seeded order, with the average of the last half of the epochs. */
export function trainLinear(
  rows: readonly TrainingRow[],
  {
    classes,
    slots,
    epochs = 12,
    rate = 0.15,
    decay = 1e-4,
    slotScale = 1,
    rare = 2,
    averageSparse = false,
  }: TrainOptions,
): Trained {
  const width = rows[0]!.dense.length;
  const dense = new Float64Array(width * classes);
  const denseG = new Float64Array(width * classes).fill(1e-2);
  const sparse = new Float32Array(slots * classes);
  const sparseG = new Float32Array(slots * classes).fill(1e-2);
  const sum = new Float64Array(width * classes);
  const sparseSum = averageSparse ? new Float32Array(slots * classes) : null;
  const seen = new Uint8Array(slots);
  for (const row of rows) for (const slot of new Set(row.slots)) if (seen[slot]! < 255) seen[slot]!++;
  const kept = rows.map((row) => row.slots.filter((slot) => seen[slot]! >= rare));
  const order = Int32Array.from(rows, (_, i) => i);
  let state = 20240229;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const p = new Float64Array(classes);
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const swap = order[i]!;
      order[i] = order[j]!;
      order[j] = swap;
    }
    for (const at of order) {
      const row = rows[at]!;
      const mine = kept[at]!;
      const norm = slotScale / Math.sqrt(Math.max(1, row.slots.length));
      p.fill(0);
      for (const slot of mine) for (let c = 0; c < classes; c++) p[c]! += sparse[slot * classes + c]!;
      for (let c = 0; c < classes; c++) {
        p[c]! *= norm;
        for (let f = 0; f < width; f++) p[c]! += dense[f * classes + c]! * row.dense[f]!;
      }
      const most = Math.max(...p);
      let total = 0;
      for (let c = 0; c < classes; c++) total += p[c] = Math.exp(p[c]! - most);
      for (let c = 0; c < classes; c++) {
        const error = (p[c]! / total - (c === row.label ? 1 : 0)) * row.weight;
        for (let f = 0; f < width; f++) {
          const k = f * classes + c;
          const g = error * row.dense[f]! + 1e-5 * dense[k]!;
          denseG[k]! += g * g;
          dense[k]! -= (rate * g) / Math.sqrt(denseG[k]!);
        }
        const step = error * norm;
        for (const slot of mine) {
          const k = slot * classes + c;
          const g = step + decay * sparse[k]!;
          sparseG[k]! += g * g;
          sparse[k]! -= (rate * g) / Math.sqrt(sparseG[k]!);
        }
      }
    }
    if (epoch * 2 >= epochs) {
      for (let k = 0; k < sum.length; k++) sum[k]! += dense[k]!;
      if (sparseSum !== null) for (let k = 0; k < sparse.length; k++) sparseSum[k]! += sparse[k]!;
      averaged++;
    }
  }
  for (let k = 0; k < sum.length; k++) sum[k]! /= averaged;
  if (sparseSum !== null) for (let k = 0; k < sparse.length; k++) sparse[k] = sparseSum[k]! / averaged;
  if (slotScale !== 1) for (let k = 0; k < sparse.length; k++) sparse[k]! *= slotScale;
  return { dense: sum, sparse };
}

/** Logits of a row under trained weights (whose sparse part already holds the scale). */
export function logitsOf(
  { dense, sparse }: Trained,
  row: Pick<TrainingRow, "dense" | "slots">,
  classes: number,
): Float64Array {
  const logits = new Float64Array(classes);
  for (const slot of row.slots) for (let c = 0; c < classes; c++) logits[c]! += sparse[slot * classes + c]!;
  const norm = 1 / Math.sqrt(Math.max(1, row.slots.length));
  for (let c = 0; c < classes; c++) {
    logits[c]! *= norm;
    for (let f = 0; f < row.dense.length; f++) logits[c]! += dense[f * classes + c]! * row.dense[f]!;
  }
  return logits;
}
