/** Trains linear models over hashed features, deterministically: one class of several, or any number of labels. */

/** A row to learn from: features by number, how much of each, and what it is. */
export interface LinearRow {
  readonly features: Int32Array;
  readonly values: Float32Array;
  /** The classes that it has; one for `softmax`. */
  readonly gold: readonly number[];
  readonly weight: number;
}

export interface LinearOptions {
  readonly classes: number;
  readonly loss: "softmax" | "sigmoid";
  readonly epochs?: number;
  readonly rate?: number;
  /** L2 penalty on a weight each time that it is touched. */
  readonly decay?: number;
  /** What an example of a class counts for, by class; 1 by default. */
  readonly classWeights?: readonly number[];
}

/** AdaGrad (Duchi et al. 2011) over rows in a seeded order, averaged over the last half of the epochs; features × classes. */
export function trainRows(
  rows: readonly LinearRow[],
  features: number,
  { classes, loss, epochs = 12, rate = 0.2, decay = 1e-4, classWeights = [] }: LinearOptions,
): Float32Array {
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(1e-2);
  const sum = new Float32Array(features * classes);
  const order = Int32Array.from(rows, (_, i) => i);
  const random = seeded(20261129);
  const errors = new Float64Array(classes);
  const targets = rows.map(({ gold }) => Uint8Array.from({ length: classes }, (_, c) => Number(gold.includes(c))));
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at]!;
      logitsOf(weights, row, classes, errors);
      (loss === "softmax" ? softmax : sigmoid)(errors);
      const target = targets[at]!;
      for (let c = 0; c < classes; c++) {
        const own = loss === "sigmoid" && target[c] === 1 ? (classWeights[c] ?? 1) : 1;
        errors[c] = (errors[c]! - target[c]!) * row.weight * own;
      }
      if (loss === "softmax") {
        const own = classWeights[row.gold[0]!] ?? 1;
        for (let c = 0; c < classes; c++) errors[c]! *= own;
      }
      for (let f = 0; f < row.features.length; f++) {
        const value = row.values[f]!;
        const from = row.features[f]! * classes;
        for (let c = 0; c < classes; c++) {
          const k = from + c;
          const g = errors[c]! * value + decay * weights[k]!;
          squares[k]! += g * g;
          weights[k]! -= (rate * g) / Math.sqrt(squares[k]!);
        }
      }
    }
    if (epoch * 2 < epochs) continue;
    for (let k = 0; k < sum.length; k++) sum[k]! += weights[k]!;
    averaged++;
  }
  for (let k = 0; k < sum.length; k++) sum[k]! /= averaged;
  return sum;
}

/** Fills `logits` with what the weights make of a row. */
export function logitsOf(
  weights: Float32Array,
  { features, values }: Pick<LinearRow, "features" | "values">,
  classes: number,
  logits: Float64Array,
): void {
  logits.fill(0);
  for (let f = 0; f < features.length; f++) {
    const value = values[f]!;
    const from = features[f]! * classes;
    for (let c = 0; c < classes; c++) logits[c]! += weights[from + c]! * value;
  }
}

/** Turns logits into probabilities of one class each, in place. */
export function softmax(logits: Float64Array): void {
  const most = Math.max(...logits);
  let total = 0;
  for (let c = 0; c < logits.length; c++) total += logits[c] = Math.exp(logits[c]! - most);
  for (let c = 0; c < logits.length; c++) logits[c]! /= total;
}

/** Turns logits into probabilities of any number of labels, in place. */
export function sigmoid(logits: Float64Array): void {
  for (let c = 0; c < logits.length; c++) logits[c] = 1 / (1 + Math.exp(-logits[c]!));
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const swap = order[i]!;
    order[i] = order[j]!;
    order[j] = swap;
  }
}
