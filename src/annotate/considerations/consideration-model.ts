import { FEATURE_COLUMNS, FeatureRows } from "../../words/feature-rows.ts";
import { unpack } from "../../words/packed.ts";
import { SMOOTH, type WordVectors } from "../../words/word-vectors.ts";
import type { Subject } from "./features.ts";

/** The model of considerations as it is packed. */
export const CONSIDERATION_MODEL = {
  kind: "model of considerations",
  version: 1,
  columns: {
    features: FEATURE_COLUMNS.features,
    rowOf: FEATURE_COLUMNS.rowOf,
    /** The largest weights of each row: the class in the lower byte, the weight in the upper. */
    cells: "int16",
    /** Which row of `wordWeights` each row of the word vectors has, from 1; 0 for none. */
    wordRow: "uint16",
    /** The largest weights of the words, the vector times the weights of its dimensions, as those of `cells`. */
    wordCells: "int16",
    bias: "float32",
    /** What the probability of each consideration must reach. */
    thresholds: "float32",
    /** Calibrated confidence: that of a logit x of the probability is 1 / (1 + exp(-(slope x + offset))). */
    calibration: "float32",
  },
} as const;

/** Weights in a row of n-grams and of words, the largest. */
export const WIDTH = 12;
export const WORD_WIDTH = 16;

/** Weights of a multinomial logistic regression: one class a consideration, and the last for none. */
export interface ConsiderationModel {
  readonly classes: number;
  readonly grams: FeatureRows;
  readonly cells: Int16Array;
  readonly scale: number;
  readonly wordRow: Uint16Array;
  readonly wordCells: Int16Array;
  readonly wordScale: number;
  readonly bias: Float32Array;
  readonly thresholds: Float32Array;
  readonly slope: number;
  readonly offset: number;
  /** Which file of word vectors the words' weights were made of. */
  readonly vectors: number;
}

/** The rows of n-grams are found by {@link FeatureRows}, their weights lie in cells. */
const NO_WEIGHTS = new Int8Array(0);

/** Returns the model that training packed. */
export function readConsiderationModel(bytes: Uint8Array): ConsiderationModel {
  const { columns, facts } = unpack(CONSIDERATION_MODEL, bytes);
  const classes = columns.bias.length;
  return Object.freeze({
    classes,
    grams: new FeatureRows({ ...columns, weights: NO_WEIGHTS }, WIDTH),
    cells: columns.cells,
    scale: facts.scale ?? 1,
    wordRow: columns.wordRow,
    wordCells: columns.wordCells,
    wordScale: facts.wordScale ?? 1,
    bias: columns.bias,
    thresholds: columns.thresholds,
    slope: columns.calibration[0] ?? 1,
    offset: columns.calibration[1] ?? 0,
    vectors: facts.vectors ?? 0,
  });
}

/** A scale for what stretches of text speak of, with scratch space of its own. */
export class ConsiderationWeigher {
  readonly probabilities: Float64Array;
  readonly #model: ConsiderationModel;
  readonly #vectors: WordVectors;
  readonly #sums: Int32Array;
  readonly #words: Float64Array;

  constructor(model: ConsiderationModel, vectors: WordVectors) {
    this.#model = model;
    this.#vectors = vectors;
    this.probabilities = new Float64Array(model.classes);
    this.#sums = new Int32Array(model.classes);
    this.#words = new Float64Array(model.classes);
  }

  /** Fills {@link probabilities} with that of each consideration and, last, of none. */
  weigh({ grams, words }: Subject): void {
    const { classes, scale, wordScale, bias } = this.#model;
    const [sums, own, p] = [this.#sums.fill(0), this.#words.fill(0), this.probabilities];
    this.#addGrams(grams.values, grams.length, sums);
    const known = this.#addWords(words.values, words.length, own);
    const norm = scale / Math.sqrt(Math.max(1, grams.length));
    const wordNorm = wordScale / Math.sqrt(Math.max(1, known));
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < classes; c++) {
      p[c] = bias[c]! + norm * sums[c]! + wordNorm * own[c]!;
      if (p[c]! > most) most = p[c]!;
    }
    let total = 0;
    for (let c = 0; c < classes; c++) total += p[c] = Math.exp(p[c]! - most);
    for (let c = 0; c < classes; c++) p[c]! /= total;
  }

  #addGrams(hashes: Int32Array, count: number, sums: Int32Array): void {
    const { grams, cells } = this.#model;
    for (let i = 0; i < count; i++) {
      const at = grams.find(hashes[i]!);
      if (at < 0) continue;
      for (let k = at; k < at + WIDTH; k++) {
        const cell = cells[k]!;
        sums[cell & 0xff]! += cell >> 8;
      }
    }
  }

  /** Adds the weights of words to sums; returns how many the vectors know. */
  #addWords(hashes: Int32Array, count: number, sums: Float64Array): number {
    const { wordRow, wordCells } = this.#model;
    let known = 0;
    for (let i = 0; i < count; i++) {
      const place = this.#vectors.findHash(hashes[i]!);
      if (place < 0) continue;
      known++;
      const row = wordRow[this.#vectors.row(place)]!;
      if (row === 0) continue;
      const weight = SMOOTH / (SMOOTH + this.#vectors.frequency(place));
      const from = (row - 1) * WORD_WIDTH;
      for (let k = from; k < from + WORD_WIDTH; k++) {
        const cell = wordCells[k]!;
        sums[cell & 0xff]! += weight * (cell >> 8);
      }
    }
    return known;
  }
}
