import { YoronError } from "../../model/error.ts";
import type { SentimentLabel } from "../../model/layers.ts";
import { LABELS } from "./model/linear-model.ts";

/**
 * How confidences of one label are corrected: by a logistic curve over their log-odds (Platt 1999), or by steps that only rise
 * (isotonic regression), told by the confidences and shares at their corners, between which it is drawn straight.
 */
export type Correction =
  | { readonly method: "platt"; readonly slope: number; readonly intercept: number }
  | { readonly method: "isotonic"; readonly from: readonly number[]; readonly to: readonly number[] };

/** How well confidences are borne out: mean gap between what they say and what is right, and the loss of the log. */
export interface Fit {
  readonly calibrationError: number;
  readonly logLoss: number;
}

/** A correction of the confidence of tone, learned from what people said of some comments. */
export interface Tuning {
  readonly kind: "yoron tuning";
  readonly version: 1;
  readonly of: "tone";
  /** The mark of the model whose confidences were looked at. */
  readonly model: string;
  /** Labelled comments, coders and discussions that it was learned from. */
  readonly rows: number;
  readonly coders: number;
  readonly discussions: readonly string[];
  /** As it was, and corrected, on rows that the correction had not seen. */
  readonly before: Fit;
  readonly after: Fit;
  readonly labels: Readonly<Record<SentimentLabel, Correction>>;
}

/** No confidence is certain. */
const LEAST = 0.001;

/** Returns a confidence as a correction has it, in [0, 1]. */
export function corrected(correction: Correction, confidence: number): number {
  if (correction.method === "platt") {
    const odds = correction.slope * logOdds(confidence) + correction.intercept;
    return bounded(1 / (1 + Math.exp(-odds)));
  }
  const { from, to } = correction;
  let next = 0;
  while (next < from.length && from[next]! < confidence) next++;
  if (next === 0) return bounded(to[0]!);
  if (next === from.length) return bounded(to.at(-1)!);
  const [left, right] = [from[next - 1]!, from[next]!];
  const way = right === left ? 1 : (confidence - left) / (right - left);
  return bounded(to[next - 1]! + way * (to[next]! - to[next - 1]!));
}

/** The log-odds of a confidence, which 0 and 1 do not have. */
export function logOdds(confidence: number): number {
  const p = bounded(confidence);
  return Math.log(p / (1 - p));
}

function bounded(share: number): number {
  return Math.min(1 - LEAST, Math.max(LEAST, share));
}

/**
 * Returns the tuning that a JSON file holds.
 *
 * Throws `bad-value` for a file of another kind or version, one that was learned of another model (`model` is the mark of the
 * one in use; null asks for none), and one with a label that there is not.
 */
export function readTuning(text: string, model: string | null): Tuning {
  const read = parsed(text);
  if (read === null || read.kind !== "yoron tuning")
    throw wrong("this is no file of `yoron agreement --tune`; its kind is", read?.kind ?? null);
  if (read.version !== 1 || read.of !== "tone")
    throw wrong("the tuning is of a form that this version of yoron does not read:", `${read.of} ${read.version}`);
  const labels = isObject(read.labels) ? read.labels : {};
  const stray = Object.keys(labels).find((label) => !LABELS.some((known) => known === label));
  if (stray !== undefined) throw wrong("the tuning corrects a label that there is not:", stray);
  const missing = LABELS.find((label) => !isCorrection(labels[label]));
  if (missing !== undefined) throw wrong("the tuning has no correction, or a damaged one, for", missing);
  if (![read.before, read.after].every(isFit) || !Array.isArray(read.discussions) || typeof read.rows !== "number")
    throw wrong("the tuning does not tell what it was learned from; it has", Object.keys(read));
  if (model !== null && read.model !== model)
    throw wrong("the tuning was learned of another model of tone:", read.model);
  // Every part of it was looked at.
  return Object.freeze(read) as unknown as Tuning;
}

function wrong(what: string, value: unknown): YoronError {
  return new YoronError({
    code: "bad-value",
    what,
    value,
    next: "make one with `yoron agreement sample.csv FILE… --tune tuned.json`",
  });
}

type Parsed = Readonly<Record<string, unknown>>;

function parsed(text: string): Parsed | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Parsed {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFit(value: unknown): boolean {
  return isObject(value) && isNumber(value.calibrationError) && isNumber(value.logLoss);
}

function isCorrection(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value.method === "platt") return isNumber(value.slope) && isNumber(value.intercept);
  const { from, to } = value;
  return (
    value.method === "isotonic" &&
    Array.isArray(from) &&
    Array.isArray(to) &&
    from.length > 0 &&
    from.length === to.length &&
    [...from, ...to].every(isNumber)
  );
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value);
}
