import type { Stance } from "../../model/layers.ts";
import { FEATURE_COLUMNS, FeatureRows } from "../../words/feature-rows.ts";
import { unpack } from "../../words/packed.ts";
import { SIGNALS } from "./signal-names.ts";

/** What a reply may do, in the order of the model's weights. */
export const STANCES = ["agree", "disagree", "mixed", "none"] as const satisfies readonly Stance["stance"][];

/** What the wording of a comment tends to, each learned from comments with labels of their own. */
export const TENDENCIES = ["speaks well", "is for", "takes a side", "weighs"] as const;

/** The model of stances as it is packed. */
export const STANCE_MODEL = {
  kind: "stance model",
  version: 1,
  columns: {
    /** N-grams of any comment, with weights of its tendencies. */
    tendencyFeatures: FEATURE_COLUMNS.features,
    tendencyRows: FEATURE_COLUMNS.rowOf,
    tendencyWeights: FEATURE_COLUMNS.weights,
    /** N-grams of a reply, with weights of its stance. */
    features: FEATURE_COLUMNS.features,
    rowOf: FEATURE_COLUMNS.rowOf,
    weights: FEATURE_COLUMNS.weights,
    /** Signals × stances. */
    signals: "float32",
    /** Dimensions of the word vectors × stances: what parent and reply have in common in each. */
    shared: "float32",
  },
} as const;

/** Weights of a multinomial logistic regression over n-grams of a reply, named signals, and what it has in common with its parent. */
export interface StanceModel {
  readonly tendencies: FeatureRows;
  readonly tendencyScale: number;
  readonly grams: FeatureRows;
  readonly scale: number;
  readonly signals: Float32Array;
  readonly shared: Float32Array;
  /** What the logits are divided by, so that probabilities are as right as they say (Guo et al. 2017). */
  readonly temperature: number;
  /** A side is called where the other has at most this share of what both have. */
  readonly doubt: number;
  /** What rules found stands unless something else has at least this probability. */
  readonly sure: number;
  /** Rules that are as sure as this stand where the model holds the other side for likelier. */
  readonly certain: number;
  /** Anything but none is called where it has at least this probability. */
  readonly least: number;
  /** Which file of word vectors it was made with. */
  readonly vectors: number;
}

/** Returns the model that training packed; throws a RangeError on bytes of one with other signals. */
export function readStanceModel(bytes: Uint8Array): StanceModel {
  const { columns, facts } = unpack(STANCE_MODEL, bytes);
  if (columns.signals.length !== SIGNALS.length * STANCES.length) throw new RangeError("stance model of other signals");
  const {
    tendencyScale = 1,
    scale = 1,
    temperature = 1,
    doubt = 0,
    sure = 1,
    certain = 1,
    least = 0,
    vectors = 0,
  } = facts;
  const { tendencyFeatures, tendencyRows, tendencyWeights, signals, shared } = columns;
  return Object.freeze({
    tendencies: new FeatureRows(
      { features: tendencyFeatures, rowOf: tendencyRows, weights: tendencyWeights },
      TENDENCIES.length,
    ),
    tendencyScale,
    grams: new FeatureRows(columns, STANCES.length),
    scale,
    signals,
    shared,
    temperature,
    doubt,
    sure,
    certain,
    least,
    vectors,
  });
}
