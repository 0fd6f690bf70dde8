/** Learns the weights of considerations, and cross-validates them by whole measures. */
import { WIDTH } from "../../src/annotate/considerations/consideration-model.ts";
import { FeatureIndex } from "../linear/feature-index.ts";
import { largestOfRows } from "../linear/quantise.ts";
import { type LinearRow, logitsOf, softmax, trainRows } from "../linear/train-rows.ts";
import type { SubjectRow } from "./examples.ts";

/** How much the words' vectors count against the n-grams. */
export const VECTOR_SCALE = 3;
/** How much the n-grams count. */
export const GRAM_SCALE = 3;
/** Features that fewer rows have are left out. */
export const LEAST = 2;
const FOLDS = 5;
/** A comment with two considerations teaches each of them less. */
const SHARED = 0.6;

/** What was learned: weights of features, then of the vectors' dimensions, then the bias; one row of classes each. */
export interface Learned {
  readonly index: FeatureIndex;
  readonly weights: Float32Array;
  readonly classes: number;
}

/** Learns from rows; the last class is none. */
export function learn(rows: readonly SubjectRow[], classes: number): Learned {
  const index = new FeatureIndex(
    rows.map(({ hashes }) => hashes),
    LEAST,
  );
  const dimensions = rows[0]!.vector.length;
  const linear = rows.flatMap((row): LinearRow[] => {
    const vector = vectorOf(row, index);
    const gold = row.gold.length === 0 ? [classes - 1] : row.gold;
    return gold.map((c) => ({ ...vector, gold: [c], weight: row.weight * (gold.length > 1 ? SHARED : 1) }));
  });
  const weights = trainRows(linear, index.size + dimensions + 1, {
    classes,
    loss: "softmax",
    epochs: 6,
    rate: 0.1,
    decay: 1e-4,
  });
  keepWidth(weights, index.size, classes);
  return { index, weights, classes };
}

/** Leaves each n-gram its largest weights, as the model that ships has them. */
function keepWidth(weights: Float32Array, grams: number, classes: number): void {
  const { weights: kept, classOf } = largestOfRows(weights.subarray(0, grams * classes), classes, WIDTH);
  weights.fill(0, 0, grams * classes);
  kept.forEach((weight, k) => {
    weights[Math.floor(k / WIDTH) * classes + classOf[k]!] = weight;
  });
}

/** Returns a row's features by number and how much of each. */
export function vectorOf({ hashes, vector }: Pick<SubjectRow, "hashes" | "vector">, index: FeatureIndex) {
  const norm = GRAM_SCALE / Math.sqrt(Math.max(1, hashes.length));
  const { features, values } = index.row(hashes, () => norm);
  return {
    features: Int32Array.from([
      ...features,
      ...Array.from(vector, (_, d) => index.size + d),
      index.size + vector.length,
    ]),
    values: Float32Array.from([...values, ...vector.map((value) => VECTOR_SCALE * value), 1]),
  };
}

/** Returns the probabilities of a row's classes. */
export function probabilitiesOf({ index, weights, classes }: Learned, row: SubjectRow): Float64Array {
  const logits = new Float64Array(classes);
  logitsOf(weights, vectorOf(row, index), classes, logits);
  softmax(logits);
  return logits;
}

/** A row with the probabilities that a model gives it which knew nothing of its measure. */
export interface HeldOutRow {
  readonly row: SubjectRow;
  readonly probabilities: Float64Array;
  readonly fold: number;
}

/** Predicts every row by a model that learned from other measures; `always` are learned from each time. */
export function crossValidate(
  rows: readonly SubjectRow[],
  always: readonly SubjectRow[],
  classes: number,
): HeldOutRow[] {
  const measures = [...new Set(rows.map(({ measure }) => measure))].sort();
  const foldOf = new Map(measures.map((measure, i) => [measure, i % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const learned = learn([...rows.filter(({ measure }) => foldOf.get(measure) !== fold), ...always], classes);
    return rows
      .filter(({ measure }) => foldOf.get(measure) === fold)
      .map((row) => ({ row, probabilities: probabilitiesOf(learned, row), fold }));
  }).flat();
}

const LOWEST = 0.06;
const HIGHEST = 0.4;
/** As many comments as the threshold of all counts for against those of one consideration. */
const PRIOR = 30;

/**
 * Returns what the probability of each class must reach for the best F1; a class that few comments have keeps near the
 * threshold of all.
 */
export function thresholdsOf(held: readonly HeldOutRow[], classes: number): Float32Array {
  const steps = Array.from({ length: 18 }, (_, i) => LOWEST + (i * (HIGHEST - LOWEST)) / 17);
  const counts = steps.map(() => Array.from({ length: classes - 1 }, () => ({ hits: 0, wrong: 0, missed: 0 })));
  for (const { row, probabilities } of held) {
    for (let c = 0; c < classes - 1; c++) {
      const gold = row.gold.includes(c);
      steps.forEach((step, s) => {
        const own = counts[s]![c]!;
        if (probabilities[c]! >= step) own[gold ? "hits" : "wrong"]++;
        else if (gold) own.missed++;
      });
    }
  }
  const f1 = (own: readonly { hits: number; wrong: number; missed: number }[]) => {
    const sum = (key: "hits" | "wrong" | "missed") => own.reduce((total, one) => total + one[key], 0);
    return (2 * sum("hits")) / Math.max(1, 2 * sum("hits") + sum("wrong") + sum("missed"));
  };
  const best = (score: (s: number) => number): number => {
    const reached = steps.map((_, s) => score(s));
    return steps[reached.indexOf(Math.max(...reached))]!;
  };
  const common = best((s) => f1(counts[s]!));
  return Float32Array.from({ length: classes - 1 }, (_, c) => {
    const own = best((s) => f1([counts[s]![c]!]));
    const size = held.filter(({ row }) => row.gold.includes(c)).length;
    return (size * own + PRIOR * common) / (size + PRIOR);
  });
}

/** Fits the two numbers of a calibration (Platt 1999) on what the thresholds let through. */
export function calibrate(held: readonly HeldOutRow[], thresholds: Float32Array): Float32Array {
  const pairs: [x: number, right: number][] = [];
  for (const { row, probabilities } of held) {
    for (let c = 0; c < thresholds.length; c++) {
      const p = Math.min(0.999, Math.max(0.001, probabilities[c]!));
      if (p >= thresholds[c]!) pairs.push([Math.log(p / (1 - p)), Number(row.gold.includes(c))]);
    }
  }
  let [slope, offset] = [1, 0];
  for (let step = 0; step < 2000; step++) {
    let [a, b] = [0, 0];
    for (const [x, right] of pairs) {
      const error = 1 / (1 + Math.exp(-(slope * x + offset))) - right;
      a += error * x;
      b += error;
    }
    slope -= (0.5 * a) / pairs.length;
    offset -= (0.5 * b) / pairs.length;
  }
  return Float32Array.from([slope, offset]);
}
