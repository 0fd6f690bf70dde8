/** Trains the model of tone: a regression of reviews and posts, one of all texts, and one that tells which of them is asked. */

import { RULE_FEATURES } from "../../src/annotate/sentiment/model/rule-features.ts";
import {
  COMMENT,
  DOUBT,
  GENRE,
  MOVED,
  PLAIN,
  RULE_COLUMNS,
  SLOT_COLUMNS,
} from "../../src/annotate/sentiment/model/tone-model.ts";
import { COMMENT_SOURCES, GENRE_OPTIONS, SENTENCE_OPTIONS } from "./options.ts";
import type { ExampleRow } from "./rows.ts";
import { logitsOf, type Trained, trainLinear } from "./train-linear.ts";

/** The three regressions. */
export interface TrainedTone {
  readonly plain: Trained;
  readonly comment: Trained;
  readonly genre: Trained;
}

/** Comments on invented measures teach the regression of comments alone: what is neutral there is praise in a review. */
const ARGUED: ReadonlySet<string> = new Set(["written", "threads"]);

/** Learns from rows of all genres. */
export function trainTone(rows: readonly ExampleRow[]): TrainedTone {
  const genre = trainGenre(rows);
  const shares = heldOutShares(rows);
  const moved = rows.map((row, i) => ({ ...row, dense: movedBy(row.dense, shares[i]!) }));
  const plain = trainLinear(
    moved.filter(({ example }) => !ARGUED.has(example.subject)),
    SENTENCE_OPTIONS,
  );
  return { plain, comment: trainLinear(moved, SENTENCE_OPTIONS), genre };
}

function trainGenre(rows: readonly ExampleRow[]): Trained {
  return trainLinear(
    rows.map((row) => ({ ...row, label: Number(COMMENT_SOURCES.includes(row.example.subject)), weight: 1 })),
    GENRE_OPTIONS,
  );
}

/** How far each row is a comment, as told by a model that was trained without it. */
function heldOutShares(rows: readonly ExampleRow[]): number[] {
  const shares: number[] = [];
  for (let half = 0; half < 2; half++) {
    const genre = trainGenre(rows.filter((_, i) => i % 2 !== half));
    for (let i = half; i < rows.length; i += 2) shares[i] = shareOf(genre, rows[i]!);
  }
  return shares;
}

function shareOf(genre: Trained, row: ExampleRow, doubt = 0): number {
  const [other, same] = logitsOf(genre, row, GENRE_OPTIONS.classes);
  return 1 / (1 + Math.exp(other! - same! + doubt));
}

/** Adds the rule features once more, as far as a text is a comment. */
function movedBy(dense: Float64Array, share: number): Float64Array {
  const moved = new Float64Array(dense.length + RULE_FEATURES.length);
  moved.set(dense);
  for (let f = 0; f < RULE_FEATURES.length; f++) moved[dense.length + f] = dense[f]! * share;
  return moved;
}

/** Logits of a row. */
export function toneLogits({ plain, comment, genre }: TrainedTone, row: ExampleRow): Float64Array {
  const share = shareOf(genre, row, DOUBT);
  const moved = { dense: movedBy(row.dense, shareOf(genre, row)), slots: row.slots };
  const there = logitsOf(comment, moved, SENTENCE_OPTIONS.classes);
  return logitsOf(plain, moved, SENTENCE_OPTIONS.classes).map((logit, c) => (1 - share) * logit + share * there[c]!);
}

/** Learns and predicts, for cross-validation. */
export function learnTone(rows: readonly ExampleRow[]): (row: ExampleRow) => Float64Array {
  const trained = trainTone(rows);
  return (row) => toneLogits(trained, row);
}

/** Weights by column, as the model has them. */
export interface ToneColumns {
  readonly rules: Float64Array;
  readonly slots: Float32Array;
}

/** Joins the regressions into columns; rule features alone, without the numbers of word vectors behind them. */
export function joinColumns({ plain, comment, genre }: TrainedTone): ToneColumns {
  const slots = plain.sparse.length / SENTENCE_OPTIONS.classes;
  const joined: ToneColumns = {
    rules: new Float64Array(RULE_FEATURES.length * RULE_COLUMNS),
    slots: new Float32Array(slots * SLOT_COLUMNS),
  };
  for (let f = 0; f < RULE_FEATURES.length; f++)
    putRule(joined.rules.subarray(f * RULE_COLUMNS), { plain, comment, genre }, f);
  for (let s = 0; s < slots; s++) {
    const at = s * SLOT_COLUMNS;
    // What all classes gain alike moves none: told against mixed, three weights say what four do.
    const mixed = plain.sparse[s * 4 + 3]!;
    for (let c = 0; c < 3; c++) joined.slots[at + c] = plain.sparse[s * 4 + c]! - mixed;
    joined.slots[at + 3] = genre.sparse[s * 2 + 1]! - genre.sparse[s * 2]!;
    for (let c = 0; c < 4; c++) joined.slots[at + 4 + c] = comment.sparse[s * 4 + c]!;
  }
  return joined;
}

/** Writes the weights of the dense feature `f` by column. */
export function putRule(columns: Float64Array, { plain, comment, genre }: TrainedTone, f: number): void {
  for (let c = 0; c < 4; c++) {
    columns[PLAIN + c] = plain.dense[f * 4 + c]!;
    columns[COMMENT + c] = comment.dense[f * 4 + c]!;
  }
  columns[GENRE] = genre.dense[f * 2 + 1]! - genre.dense[f * 2]!;
  if (f >= RULE_FEATURES.length) return;
  const width = genre.dense.length / GENRE_OPTIONS.classes;
  for (let c = 0; c < 4; c++) {
    columns[MOVED + c] = plain.dense[(width + f) * 4 + c]!;
    columns[MOVED + COMMENT + c] = comment.dense[(width + f) * 4 + c]!;
  }
}
