import { type DataReader, dataReader } from "../../../model/data-folder.ts";

/** Where a vector of words lies among the grounds of public debate: a number a ground. */
export interface Projection {
  /** A row a dimension of the word vectors, a column a ground. */
  readonly matrix: Float32Array;
  readonly grounds: number;
  /** What the grounds weigh beside the words' own direction. */
  readonly share: number;
}

/** What each sign of likeness weighs; together the log-odds that two claims are of one opinion. */
export interface LikenessWeights {
  readonly bias: number;
  /** Of the likeness of vectors, in standard deviations of the thread's pairs. */
  readonly vectors: number;
  /** Of the words in common, likewise. */
  readonly words: number;
  /** Of considerations in common, [0, 1]. */
  readonly considerations: number;
  /** Of an answer and what it answers. */
  readonly reply: number;
}

/** What was learned of when two claims are of one opinion. */
export interface LikenessModel {
  readonly projection: Projection;
  readonly weights: LikenessWeights;
}

/** The model as it is stored. */
export interface StoredLikeness {
  readonly grounds: readonly string[];
  readonly share: number;
  readonly weights: LikenessWeights;
  readonly matrix: readonly (readonly number[])[];
}

/** Returns the package's model of likeness. */
export function loadLikenessModel(data: DataReader = dataReader()): LikenessModel {
  // Written by workshop/opinions/train-likeness.ts.
  const { grounds, share, weights, matrix } = JSON.parse(
    data.text("data/models/opinion-likeness.json"),
  ) as StoredLikeness;
  return {
    projection: { matrix: Float32Array.from(matrix.flat()), grounds: grounds.length, share },
    weights,
  };
}
