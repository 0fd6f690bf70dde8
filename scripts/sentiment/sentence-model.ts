/** Trains and cross-validates the sentence model. */
import { CLASSES, LABELS, type LinearModel, softmax } from "../../src/annotate/sentiment/model/linear-model.ts";
import { SLOTS } from "../../src/annotate/sentiment/model/slots.ts";
import type { ExampleRow } from "./rows.ts";
import { logitsOf, type Trained, type TrainOptions, trainLinear } from "./train-linear.ts";

/** Chosen by cross-validation by subject. */
export const OPTIONS: TrainOptions = {
  classes: CLASSES,
  slots: SLOTS,
  epochs: 12,
  rate: 0.15,
  decay: 2e-4,
  slotScale: 1,
  rare: 2,
};
/** chABSA has one style and many sentences; each counts this much of one of the project's. */
export const CHABSA_WEIGHT = 0.3;

/** A held-out text with the logits that a model trained without its fold gives it. */
export interface HeldOut {
  readonly row: ExampleRow;
  readonly logits: Float64Array;
}

/** Predicts every row of `rows` by a model trained on the rows of all other folds and on `always`. */
export function crossValidate(
  rows: readonly ExampleRow[],
  foldOf: (row: ExampleRow, index: number) => string,
  always: readonly ExampleRow[] = [],
  options: TrainOptions = OPTIONS,
): HeldOut[] {
  const folds = rows.map(foldOf);
  return [...new Set(folds)].flatMap((fold) => {
    const trained = trainLinear([...rows.filter((_, i) => folds[i] !== fold), ...always], options);
    return rows.filter((_, i) => folds[i] === fold).map((row) => ({ row, logits: logitsOf(trained, row, CLASSES) }));
  });
}

/** Probabilities from logits at a temperature. */
export function probabilities({ logits }: HeldOut, temperature: number): Float64Array {
  const p = logits.map((logit) => logit / temperature);
  softmax(p);
  return p;
}

/** The label with the highest probability, and that probability. */
export function best(p: Float64Array): readonly [label: string, confidence: number] {
  const confidence = Math.max(...p);
  return [LABELS[p.indexOf(confidence)]!, confidence];
}

/** The temperature that makes held-out labels most likely (Guo et al. 2017), to two digits. */
export function fitTemperature(rows: readonly HeldOut[]): number {
  let found = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let temperature = 0.5; temperature < 3; temperature += 0.02) {
    let loss = 0;
    for (const held of rows)
      loss -= held.row.weight * Math.log(Math.max(1e-9, probabilities(held, temperature)[held.row.label]!));
    if (loss < least) {
      least = loss;
      found = temperature;
    }
  }
  return Math.round(found * 100) / 100;
}

/** Rounds trained weights to the bytes that ship; the few largest are clipped. */
export function quantise({ dense, sparse }: Trained, temperature: number): LinearModel {
  const sizes = sparse
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const largest = sizes[Math.floor(sizes.length * 0.9999)] ?? 1;
  const scale = largest / 127;
  return {
    rules: Float32Array.from(dense),
    slots: Int8Array.from(sparse, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
    scale,
    temperature,
  };
}
