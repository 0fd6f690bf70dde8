import { SIDES } from "../../model/layers.ts";
import { unpack } from "../../words/packed.ts";
import { SIGNALS } from "./features.ts";
import { SLOTS } from "./grams.ts";

/** The model of sides as it is packed. */
export const SIDE_MODEL = {
  kind: "side model",
  version: 1,
  columns: { signals: "float32", slots: "int8", replies: "float32", rules: "float32" },
} as const;

export const CLASSES = SIDES.length;
/** What is known of a reply beside its words: see `replyFeatures`. */
export const REPLY_FEATURES = 5;

/** Weights of a multinomial logistic regression over named signals and hashed n-grams, and of what a reply's parent says. */
export interface SideModel {
  /** Signals × sides. */
  readonly signals: Float32Array;
  /** {@link SLOTS} × sides, to be multiplied by `scale`. */
  readonly slots: Int8Array;
  /** {@link REPLY_FEATURES} × sides. */
  readonly replies: Float32Array;
  /** How often each row of rules that decides is right. */
  readonly rules: Float32Array;
  readonly scale: number;
  /** What the logits are divided by, so that probabilities are as right as they say (Guo et al. 2017). */
  readonly temperature: number;
  /** A side is called where the other has at most this share of what both have. */
  readonly doubt: number;
}

/** Returns the model that training packed; null if the bytes are of one with other features. */
export function decodeSideModel(bytes: Uint8Array, rules: number): SideModel | null {
  try {
    const { columns, facts } = unpack(SIDE_MODEL, bytes);
    const { scale = 1, temperature = 1, doubt = 0 } = facts;
    const fits =
      columns.signals.length === SIGNALS.length * CLASSES &&
      columns.slots.length === SLOTS * CLASSES &&
      columns.replies.length === REPLY_FEATURES * CLASSES &&
      columns.rules.length === rules;
    return fits ? { ...columns, scale, temperature, doubt } : null;
  } catch {
    return null;
  }
}

/** Returns a model that knows nothing, for training. */
export function blankSideModel(rules: number): SideModel {
  return {
    signals: new Float32Array(SIGNALS.length * CLASSES),
    slots: new Int8Array(SLOTS * CLASSES),
    replies: new Float32Array(REPLY_FEATURES * CLASSES),
    rules: new Float32Array(rules).fill(0.9),
    scale: 1,
    temperature: 1,
    doubt: 0.5,
  };
}

/** Returns the logits of the sides, before temperature: n-grams are divided by the square root of their number. */
export function sideLogits(
  { signals, slots, scale }: SideModel,
  dense: Float64Array,
  ids: Int32Array,
  length: number,
): Float64Array {
  // One variable a side: sums in an array cost twice the time.
  let [a, b, c0, d, e] = [0, 0, 0, 0, 0];
  for (let i = 0; i < length; i++) {
    const from = ids[i]! * CLASSES;
    a += slots[from]!;
    b += slots[from + 1]!;
    c0 += slots[from + 2]!;
    d += slots[from + 3]!;
    e += slots[from + 4]!;
  }
  const logits = Float64Array.of(a, b, c0, d, e);
  const norm = length === 0 ? 0 : scale / Math.sqrt(length);
  for (let c = 0; c < CLASSES; c++) {
    logits[c]! *= norm;
    for (let f = 0; f < dense.length; f++) logits[c]! += signals[f * CLASSES + c]! * dense[f]!;
  }
  return logits;
}

/** Returns probabilities from logits at a temperature. */
export function probabilitiesOf(logits: Float64Array, temperature: number): Float64Array {
  const most = Math.max(...logits);
  const p = logits.map((logit) => Math.exp((logit - most) / temperature));
  const sum = p.reduce((total, value) => total + value, 0);
  return p.map((value) => value / sum);
}
