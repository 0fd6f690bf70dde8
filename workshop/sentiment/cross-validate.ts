/** Cross-validation, calibration and rounding, shared by the models of sentences and of targets. */
import { type LinearModel, makeModel, softmax } from "../../src/annotate/sentiment/model/linear-model.ts";
import { logitsOf, type Trained, type TrainingRow, type TrainOptions, trainLinear } from "./train-linear.ts";

/** A held-out row with the logits that a model trained without its fold gives it. */
export interface HeldOut<Row extends TrainingRow> {
  readonly row: Row;
  readonly logits: Float64Array;
}

/** Learns from rows and returns what gives the logits of others. */
export type Learner<Row extends TrainingRow> = (rows: readonly Row[]) => (row: Row) => Float64Array;

/** One regression. */
export function linear(options: TrainOptions): Learner<TrainingRow> {
  return (rows) => {
    const trained = trainLinear(rows, options);
    return (row) => logitsOf(trained, row, options.classes);
  };
}

/** Predicts every row by a model trained on the rows of all other folds and on `always`. */
export function crossValidate<Row extends Other, Other extends TrainingRow>(
  rows: readonly Row[],
  foldOf: (row: Row) => string,
  always: readonly Other[],
  learn: Learner<Other>,
): HeldOut<Row>[] {
  const folds = rows.map(foldOf);
  return [...new Set(folds)].flatMap((fold) => {
    const logits = learn([...rows.filter((_, i) => folds[i] !== fold), ...always]);
    return rows.filter((_, i) => folds[i] === fold).map((row) => ({ row, logits: logits(row) }));
  });
}

/** Probabilities from logits at a temperature. */
export function probabilities(logits: Float64Array, temperature: number): Float64Array {
  const p = logits.map((logit) => logit / temperature);
  softmax(p);
  return p;
}

/** The label with the highest probability, and that probability. */
export function best<Label>(p: Float64Array, labels: readonly Label[]): readonly [label: Label, confidence: number] {
  const confidence = Math.max(...p);
  return [labels[p.indexOf(confidence)]!, confidence];
}

/** The temperature that makes held-out labels most likely (Guo et al. 2017), to two digits. */
export function fitTemperature(rows: readonly HeldOut<TrainingRow>[]): number {
  let found = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let hundredths = 50; hundredths < 300; hundredths += 2) {
    let loss = 0;
    for (const { row, logits } of rows) {
      loss -= row.weight * Math.log(Math.max(1e-9, probabilities(logits, hundredths / 100)[row.label]!));
    }
    if (loss < least) {
      least = loss;
      found = hundredths / 100;
    }
  }
  return found;
}

/** Rounds trained weights to the bytes that ship. */
export function quantise({ dense, sparse }: Trained, classes: number, temperature: number): LinearModel {
  const scale = stepOf(sparse);
  return makeModel({
    classes,
    rules: Float32Array.from(dense),
    slots: Int8Array.from(sparse, (weight) => inSteps(weight, scale)),
    scale,
    temperature,
  });
}

/** The step by which weights are told in a byte; the few largest are clipped. */
export function stepOf(weights: Float32Array): number {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  return (sizes[Math.floor(sizes.length * 0.9999)] ?? 1) / 127;
}

/** A weight in steps that fit a byte. */
export function inSteps(weight: number, step: number): number {
  return Math.max(-127, Math.min(127, Math.round(weight / step)));
}
