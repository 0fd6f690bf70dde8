import type { SentimentLabel } from "../../../model/layers.ts";
import { RULE_FEATURES } from "./rule-features.ts";
import { SLOTS } from "./slots.ts";

/** Classes of the model, in the order of its columns. */
export const LABELS: readonly SentimentLabel[] = ["positive", "neutral", "negative", "mixed"];
export const CLASSES = LABELS.length;
export const POSITIVE = 0;
export const NEUTRAL = 1;
export const NEGATIVE = 2;

const MAGIC = 0x59534d32; // "YSM2"

/** Weights of a multinomial logistic regression over rule features and hashed n-grams. */
export interface LinearModel {
  /** `RULE_FEATURES.length × CLASSES`. */
  readonly rules: Float32Array;
  /** `SLOTS × CLASSES`, to be multiplied by `scale`. */
  readonly slots: Int8Array;
  readonly scale: number;
  /** Divides the logits, so that probabilities are as right as they say (Guo et al. 2017). */
  readonly temperature: number;
}

/** What n-grams weigh against rule features: a sum over n n-grams is divided by the square root of n. */
export function slotNorm(count: number): number {
  return count === 0 ? 0 : 1 / Math.sqrt(count);
}

/** Turns logits into probabilities, in place. */
export function softmax(logits: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const logit of logits) most = Math.max(most, logit);
  let sum = 0;
  for (let c = 0; c < logits.length; c++) {
    logits[c] = Math.exp(logits[c]! - most);
    sum += logits[c]!;
  }
  for (let c = 0; c < logits.length; c++) logits[c]! /= sum;
}

/** Writes a model: magic, number of rule features, scale, temperature, then the columns. */
export function encodeModel({ rules, slots, scale, temperature }: LinearModel): Uint8Array {
  const bytes = new Uint8Array(16 + rules.byteLength + slots.byteLength);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, MAGIC, true);
  view.setInt32(4, rules.length, true);
  view.setFloat32(8, scale, true);
  view.setFloat32(12, temperature, true);
  rules.forEach((weight, i) => view.setFloat32(16 + i * 4, weight, true));
  bytes.set(new Uint8Array(slots.buffer, slots.byteOffset, slots.byteLength), 16 + rules.byteLength);
  return bytes;
}

/** Reads what {@link encodeModel} wrote; null if the bytes are another model's. */
export function decodeModel(bytes: Uint8Array): LinearModel | null {
  const size = RULE_FEATURES.length * CLASSES;
  if (bytes.byteLength !== 16 + size * 4 + SLOTS * CLASSES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getInt32(0, true) !== MAGIC || view.getInt32(4, true) !== size) return null;
  return {
    rules: Float32Array.from({ length: size }, (_, i) => view.getFloat32(16 + i * 4, true)),
    slots: new Int8Array(bytes.buffer, bytes.byteOffset + 16 + size * 4, SLOTS * CLASSES),
    scale: view.getFloat32(8, true),
    temperature: view.getFloat32(12, true),
  };
}

/** A model that knows nothing: all weights 0. */
export function blankModel(): LinearModel {
  return {
    rules: new Float32Array(RULE_FEATURES.length * CLASSES),
    slots: new Int8Array(SLOTS * CLASSES),
    scale: 1,
    temperature: 1,
  };
}
