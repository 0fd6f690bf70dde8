import { CLAIM_KINDS } from "../../model/layers.ts";
import { FEATURE_COLUMNS, FeatureRows } from "../../words/feature-rows.ts";
import type { NamedVectors } from "../../words/load-word-vectors.ts";
import { unpack } from "../../words/packed.ts";
import { SMOOTH, type WordVectors } from "../../words/word-vectors.ts";
import type { KindFeatures } from "./features.ts";

/** The model of kinds as it is packed; `sure: NAME` tells how often the rule of that name is right. */
export const KIND_MODEL = {
  kind: "model of claims",
  version: 1,
  columns: {
    ...FEATURE_COLUMNS,
    /** Weights of each row of the word vectors, one a class: the vector times the weights of its dimensions. */
    wordWeights: "int8",
  },
} as const;

const KINDS = CLAIM_KINDS.length;

/** Weights of a multinomial logistic regression over hashed features, one class a kind. */
export interface KindModel {
  readonly rows: FeatureRows;
  readonly scale: number;
  readonly vectors: WordVectors;
  readonly wordWeights: Int8Array;
  readonly wordScale: number;
  /** What divides the logits, so that probabilities are as right as they say (Guo et al. 2017). */
  readonly temperature: number;
  /** How often each rule is right, by name. */
  readonly sure: ReadonlyMap<string, number>;
}

/** Returns the model that training packed; null where it was made of other word vectors. */
export function readKindModel(bytes: Uint8Array, { vectors, mark }: NamedVectors): KindModel | null {
  const { columns, facts } = unpack(KIND_MODEL, bytes);
  if (facts.vectors !== mark) return null;
  const sure = Object.entries(facts).flatMap(([name, value]) =>
    name.startsWith("sure: ") ? [[name.slice(6), value] as const] : [],
  );
  return Object.freeze({
    rows: new FeatureRows(columns, KINDS),
    scale: facts.scale ?? 1,
    vectors,
    wordWeights: columns.wordWeights,
    wordScale: facts.wordScale ?? 1,
    temperature: facts.temperature ?? 1,
    sure: new Map(sure),
  });
}

/** Scratch space that holds nothing between two calls. */
const SUMS = new Int32Array(KINDS);
const ONCE = new Float64Array(KINDS);

/** Fills `probabilities` with that of each kind. */
export function weighKinds(model: KindModel, { ids, once, words }: KindFeatures, probabilities: Float64Array): void {
  const { rows, scale, temperature } = model;
  SUMS.fill(0);
  rows.add(ids.values, 0, once, SUMS);
  for (let c = 0; c < KINDS; c++) ONCE[c] = SUMS[c]! * scale;
  addWords(model, words, ONCE);
  SUMS.fill(0);
  rows.add(ids.values, once, ids.length, SUMS);
  const norm = scale / Math.sqrt(Math.max(1, ids.length - once));
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < KINDS; c++) {
    const logit = (ONCE[c]! + norm * SUMS[c]!) / temperature;
    probabilities[c] = logit;
    most = Math.max(most, logit);
  }
  let total = 0;
  for (let c = 0; c < KINDS; c++) total += probabilities[c] = Math.exp(probabilities[c]! - most);
  for (let c = 0; c < KINDS; c++) probabilities[c]! /= total;
}

const WORDS = new Float64Array(KINDS);

/** Adds what the words weigh by the company that they keep. */
function addWords(
  { vectors, wordWeights, wordScale }: KindModel,
  { values, length }: KindFeatures["words"],
  sums: Float64Array,
): void {
  let known = 0;
  WORDS.fill(0);
  for (let i = 0; i < length; i++) {
    const place = vectors.findHash(values[i]!);
    if (place < 0) continue;
    known++;
    const weight = SMOOTH / (SMOOTH + vectors.frequency(place));
    const from = vectors.row(place) * KINDS;
    for (let c = 0; c < KINDS; c++) WORDS[c]! += weight * wordWeights[from + c]!;
  }
  const norm = wordScale / Math.sqrt(Math.max(1, known));
  for (let c = 0; c < KINDS; c++) sums[c]! += norm * WORDS[c]!;
}
