/** What a model of sides says of comments on measures that it never saw, and what is set by that. */
import { calledSide } from "../../src/annotate/sides/decide.ts";
import { SLOTS } from "../../src/annotate/sides/grams.ts";
import { replyFeatures, withParent } from "../../src/annotate/sides/replies.ts";
import { CLASSES, probabilitiesOf, REPLY_FEATURES } from "../../src/annotate/sides/side-model.ts";
import { SIDES, type SideLabel, type Stance } from "../../src/model/layers.ts";
import { logitsOf, type TrainOptions, trainLinear } from "../sentiment/train-linear.ts";
import { handOf } from "../thread-names.ts";
import type { SideRow } from "./rows.ts";

/** How the model is trained; nothing near these does better in cross-validation. */
export const SIDE_OPTIONS: TrainOptions = {
  classes: CLASSES,
  slots: SLOTS,
  epochs: 12,
  rate: 0.15,
  decay: 2e-4,
  slotScale: 1,
  rare: 2,
  averageSparse: true,
};

/** Measures are left out in this many groups; threads by their writer. */
const FOLDS = 7;

/** A comment with the logits of a model that never saw its measure. */
export interface HeldOutSide {
  readonly row: SideRow;
  readonly logits: Float64Array;
}

/** Returns every comment with the logits of a model trained on other measures and threads. */
export function heldOutSides(rows: readonly SideRow[]): HeldOutSide[] {
  const measures = [...new Set(rows.map(({ example }) => example.measure))];
  const fold = new Map(
    measures.map((measure, i) => [measure, measure.startsWith("t") ? handOf(measure) : `${i % FOLDS}`]),
  );
  const foldOf = (row: SideRow) => fold.get(row.example.measure)!;
  return [...new Set(fold.values())].flatMap((left) => {
    const trained = trainLinear(
      rows.filter((row) => foldOf(row) !== left),
      SIDE_OPTIONS,
    );
    return rows.filter((row) => foldOf(row) === left).map((row) => ({ row, logits: logitsOf(trained, row, CLASSES) }));
  });
}

/** A reply with its own logits and what its parent says of it. */
export interface ReplyRow {
  readonly logits: Float64Array;
  readonly parent: Float64Array;
  readonly stance: Stance["stance"];
  readonly label: number;
}

/** Returns the weights of a reply's features, by gradient descent on the logits of its words, drawn to 0 by a ridge. */
export function fitReplies(rows: readonly ReplyRow[], temperature: number): Float32Array {
  const replies = new Float32Array(REPLY_FEATURES * CLASSES);
  for (let step = 0; step < 400; step++) {
    const gradient = new Float64Array(replies.length);
    for (const { logits, parent, stance, label } of rows) {
      const features = replyFeatures(parent, stance);
      const p = probabilitiesOf(withParent(logits, features, { replies }), temperature);
      for (let c = 0; c < CLASSES; c++) {
        const error = p[c]! - (c === label ? 1 : 0);
        features.forEach((value, f) => {
          gradient[f * CLASSES + c]! += error * value;
        });
      }
    }
    for (let k = 0; k < replies.length; k++)
      replies[k]! -= 0.3 * (gradient[k]! / Math.max(1, rows.length) + 0.01 * replies[k]!);
  }
  return replies;
}

/** A comment's side as people and the finder tell it. */
export interface Judged {
  readonly side: SideLabel;
  readonly said: SideLabel;
  readonly confidence: number;
}

/** Returns how often what is called for or against is of the other sign. */
export function wrongSign(rows: readonly Pick<Judged, "side" | "said">[]): number {
  const called = rows.filter(({ said }) => said === "for" || said === "against");
  const wrong = called.filter(({ side, said }) => side !== said && (side === "for" || side === "against"));
  return called.length === 0 ? 0 : wrong.length / called.length;
}

/** A comment with its probabilities, or what the rules decide. */
export interface Weighed {
  readonly side: SideLabel;
  readonly ruled: SideLabel | null;
  readonly p: Float64Array;
}

/** Returns what is said of comments at a share of doubt. */
export function judge(rows: readonly Weighed[], doubt: number): Judged[] {
  return rows.map(({ side, ruled, p }) => {
    if (ruled !== null) return { side, said: ruled, confidence: 1 };
    const { place } = calledSide(p, doubt);
    return { side, said: SIDES[place]!, confidence: p[place]! };
  });
}

/** Returns the largest share of doubt at which at most `most` of what is called is of the wrong sign. */
export function doubtFor(rows: readonly Weighed[], most: number): number {
  let found = 0;
  for (let hundredths = 1; hundredths <= 50; hundredths++)
    if (wrongSign(judge(rows, hundredths / 100)) <= most) found = hundredths / 100;
  return found;
}
