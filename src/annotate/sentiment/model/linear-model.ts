import type { SentimentLabel } from "../../../model/layers.ts";
import { unpack } from "../../../words/packed.ts";
import { SLOTS } from "./grams.ts";

/** Classes of the model, in the order of its columns. */
export const LABELS: readonly SentimentLabel[] = ["positive", "neutral", "negative", "mixed"];
export const CLASSES = LABELS.length;
/** Classes of the model of targets, in the order of its columns. */
export const TARGET_LABELS: readonly SentimentLabel[] = ["positive", "neutral", "negative"];
export const POSITIVE = 0;
export const NEUTRAL = 1;
export const NEGATIVE = 2;

/** A sentiment model as it is packed. */
export const SENTIMENT_MODEL = {
  kind: "sentiment model",
  version: 4,
  columns: { rules: "float32", slots: "int8" },
} as const;

/** Weights of a multinomial logistic regression over rule features and hashed n-grams. */
export interface LinearModel {
  readonly classes: number;
  /** Features × classes. */
  readonly rules: Float32Array;
  /** {@link SLOTS} × classes, to be multiplied by `scale`. */
  readonly slots: Int8Array;
  /** The same weights, those of an n-gram in one word, the first class lowest. */
  readonly words: Int32Array;
  readonly scale: number;
  /** Divisor of the logits, so that probabilities are as right as they say (Guo et al. 2017). */
  readonly temperature: number;
}

/** What n-grams weigh against rule features: a sum over n n-grams is divided by the square root of n. */
export function slotNorm(count: number): number {
  return count === 0 ? 0 : 1 / Math.sqrt(count);
}

/** Turns logits into probabilities, in place. */
export function softmax(logits: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < logits.length; c++) most = Math.max(most, logits[c]!);
  let sum = 0;
  for (let c = 0; c < logits.length; c++) {
    logits[c] = Math.exp(logits[c]! - most);
    sum += logits[c]!;
  }
  for (let c = 0; c < logits.length; c++) logits[c]! /= sum;
}

/** Returns the model that training packed; null if the bytes are of a model with other features or classes. */
export function decodeModel(bytes: Uint8Array, features: number, classes: number): LinearModel | null {
  const read = unpacked(bytes);
  if (read === null) return null;
  const { rules, slots } = read.columns;
  const { scale, temperature } = read.facts;
  if (rules.length !== features * classes || slots.length !== SLOTS * classes || read.facts.classes !== classes)
    return null;
  return scale === undefined || temperature === undefined
    ? null
    : makeModel({ classes, rules, slots, scale, temperature });
}

function unpacked(bytes: Uint8Array) {
  try {
    return unpack(SENTIMENT_MODEL, bytes);
  } catch {
    return null;
  }
}

/** A model that knows nothing: all weights 0. */
export function blankModel(features: number, classes: number): LinearModel {
  return makeModel({
    classes,
    rules: new Float32Array(features * classes),
    slots: new Int8Array(SLOTS * classes),
    scale: 1,
    temperature: 1,
  });
}

/** Adds the weights by words: a view where an n-gram has four of them and the bytes are aligned, else a copy. */
export function makeModel(parts: Omit<LinearModel, "words">): LinearModel {
  const { classes, slots } = parts;
  if (classes === 4 && slots.byteOffset % 4 === 0) {
    return { ...parts, words: new Int32Array(slots.buffer, slots.byteOffset, slots.length / 4) };
  }
  const bytes = new Int8Array((slots.length / classes) * 4);
  for (let from = 0, to = 0; from < slots.length; from += classes, to += 4) {
    for (let c = 0; c < classes; c++) bytes[to + c] = slots[from + c]!;
  }
  return { ...parts, words: new Int32Array(bytes.buffer) };
}
