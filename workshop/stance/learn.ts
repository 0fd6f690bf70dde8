/** Learns tendencies of comments and stances of replies, in the form that ships. */
import { type Exchange, signalValues } from "../../src/annotate/stance/signal-values.ts";
import { STANCES, TENDENCIES } from "../../src/annotate/stance/stance-model.ts";
import { sharedDirection } from "../../src/annotate/stance/weigh-wording.ts";
import { type FeatureColumns, placeFeatures } from "../../src/words/feature-rows.ts";
import { FeatureIndex } from "../linear/feature-index.ts";
import { keepLargest, quantise } from "../linear/quantise.ts";
import { type LinearRow, trainRows } from "../linear/train-rows.ts";
import type { StanceExample } from "./examples.ts";

/** N-grams with the largest weights that are kept of each kind: what a table of 32,768 places holds. */
const KEPT = 21_800;
/** How much n-grams count against the signals. */
const TENDENCY_SCALE = 3;
const GRAM_SCALE = 1.5;
const SHARED_SCALE = 10;
/** A reply of a thread is worth three written pairs: it is what replies are like. */
const THREAD_WEIGHT = 3;

/** A comment with what is known of its tendencies, in their order; null where it teaches nothing of one. */
export interface TendencyRow {
  readonly grams: Int32Array;
  readonly gold: readonly (boolean | null)[];
}

/** N-grams with their weights as they ship. */
export interface LearnedRows {
  readonly columns: FeatureColumns;
  readonly scale: number;
}

/** Returns weights of n-grams for each tendency, learned one by one. */
export function learnTendencies(rows: readonly TendencyRow[]): LearnedRows {
  const index = new FeatureIndex(
    rows.map(({ grams }) => grams),
    3,
  );
  const classes = TENDENCIES.length;
  const weights = new Float32Array(index.size * classes);
  for (let c = 0; c < classes; c++) {
    const linear = rows.flatMap(({ grams, gold }): LinearRow[] =>
      gold[c] === null ? [] : [{ ...scaled(grams, index, TENDENCY_SCALE), gold: gold[c] ? [0] : [], weight: 1 }],
    );
    const own = trainRows(linear, index.size, { classes: 1, loss: "sigmoid", epochs: 5, rate: 0.1 });
    own.forEach((weight, row) => {
      weights[row * classes + c] = weight;
    });
  }
  return packRows(weights, index, classes, TENDENCY_SCALE);
}

/** A reply as the model reads it, with what a person said of it. */
export interface StanceRow {
  readonly example: StanceExample;
  readonly exchange: Exchange;
  readonly grams: Int32Array;
}

/** What is learned of stances. */
export interface LearnedStances {
  readonly grams: LearnedRows;
  readonly signals: Float32Array;
  readonly shared: Float32Array;
}

/** Returns the weights of n-grams, signals and what parent and reply have in common. */
export function learnStances(rows: readonly StanceRow[]): LearnedStances {
  const index = new FeatureIndex(
    rows.map(({ grams }) => grams),
    2,
  );
  const classes = STANCES.length;
  const linear = rows.map((row): LinearRow => {
    const { features, values } = scaled(row.grams, index, GRAM_SCALE);
    const dense = [
      ...signalValues(row.exchange),
      ...Array.from(sharedDirection(row.exchange), (value) => value * SHARED_SCALE),
    ];
    return {
      features: Int32Array.from([...features, ...dense.map((_, i) => index.size + i)]),
      values: Float32Array.from([...values, ...dense]),
      gold: [STANCES.indexOf(row.example.stance)],
      weight: row.example.thread ? THREAD_WEIGHT : 1,
    };
  });
  const signals = signalValues(rows[0]!.exchange).length;
  const dimensions = rows[0]!.exchange.reply.reading.direction.length;
  const weights = trainRows(linear, index.size + signals + dimensions, {
    classes,
    loss: "softmax",
    epochs: 8,
    rate: 0.1,
  });
  const [grams, dense] = [index.size * classes, (index.size + signals) * classes];
  return {
    grams: packRows(weights.subarray(0, grams), index, classes, GRAM_SCALE),
    signals: weights.slice(grams, dense),
    shared: weights.slice(dense).map((weight) => weight * SHARED_SCALE),
  };
}

function scaled(grams: Int32Array, index: FeatureIndex, scale: number) {
  const norm = scale / Math.sqrt(Math.max(1, grams.length));
  return index.row(grams, () => norm);
}

function packRows(weights: Float32Array, index: FeatureIndex, classes: number, scale: number): LearnedRows {
  const largest = keepLargest(weights, classes, KEPT);
  const { steps, scale: step } = quantise(largest.weights);
  return {
    columns: { ...placeFeatures(largest.kept.map((row) => index.hashes[row]!)), weights: steps },
    scale: Math.fround(step * scale),
  };
}
