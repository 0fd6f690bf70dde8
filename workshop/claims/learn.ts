/** Learns the weights of kinds, and cross-validates them on real comments. */
import { CLAIM_KINDS } from "../../src/model/layers.ts";
import { FeatureIndex } from "../linear/feature-index.ts";
import { logitsOf, trainRows } from "../linear/train-rows.ts";
import type { KindRow } from "./examples.ts";

const KINDS = CLAIM_KINDS.length;
/** How much the words' vectors count against the n-grams. */
export const VECTOR_SCALE = 2;
const FOLDS = 5;
/** What a row of each source counts for: real comments are what the model is for. */
const SOURCE_WEIGHTS: Readonly<Record<string, number>> = { pool: 4, own: 2, written: 0.1 };
/** A comment of several pieces has one label for all. */
const SEVERAL = 0.5;

/** What was learned: weights of features, then of the vectors' dimensions; one row of kinds each. */
export interface LearnedKinds {
  readonly index: FeatureIndex;
  readonly weights: Float32Array;
}

/** Learns from rows; `least` is how many rows a feature must be in. */
export function learnKinds(rows: readonly KindRow[], least = 2): LearnedKinds {
  const index = new FeatureIndex(
    rows.map(({ hashes }) => hashes),
    least,
  );
  const linear = rows.map((row) => ({
    ...vectorOf(row, index),
    gold: [row.label],
    weight:
      (SOURCE_WEIGHTS[row.example.source] ?? 1) * (row.example.source === "written" && row.pieces > 1 ? SEVERAL : 1),
  }));
  const size = index.size + rows[0]!.vector.length;
  return {
    index,
    weights: trainRows(linear, size, { classes: KINDS, loss: "softmax", epochs: 8, rate: 0.03, decay: 3e-3 }),
  };
}

function vectorOf({ hashes, once, vector }: KindRow, index: FeatureIndex) {
  const norm = 1 / Math.sqrt(Math.max(1, hashes.length - once));
  const { features, values } = index.row(hashes, (place) => (place < once ? 1 : norm));
  return {
    features: Int32Array.from([...features, ...Array.from(vector, (_, d) => index.size + d)]),
    values: Float32Array.from([...values, ...vector.map((value) => VECTOR_SCALE * value)]),
  };
}

/** A real sentence with what a model says that never saw its comment. */
export interface HeldOutKind {
  readonly row: KindRow;
  readonly logits: Float64Array;
}

/** Predicts every real sentence by a model that learned from other comments; `always` are learned from each time. */
export function crossValidateKinds(pool: readonly KindRow[], always: readonly KindRow[]): HeldOutKind[] {
  const foldOf = ({ example }: KindRow) => Number(example.group) % FOLDS;
  return Array.from({ length: FOLDS }, (_, fold) => {
    const { index, weights } = learnKinds([...pool.filter((row) => foldOf(row) !== fold), ...always]);
    return pool
      .filter((row) => foldOf(row) === fold)
      .map((row) => {
        const logits = new Float64Array(KINDS);
        logitsOf(weights, vectorOf(row, index), KINDS, logits);
        return { row, logits };
      });
  }).flat();
}
