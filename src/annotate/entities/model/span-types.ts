import { type EntityLabel, LABELS } from "../../../model/labels.ts";
import type { Tokens } from "../../../model/tokens.ts";
import type { Gazetteer } from "../gazetteer.ts";
import type { EntityModel } from "./entity-model.ts";
import { hashText, mix } from "./hash.ts";
import { TYPES } from "./labels.ts";
import type { PosHashes } from "./token-columns.ts";
import type { WordKinds } from "./word-kinds.ts";

const LEARNED = LABELS.filter(({ learned }) => learned !== null).sort((a, b) => a.learned! - b.learned!);
/** The labels between which a name is decided once its ends are known, and the coarse type that the sequence model gives each. */
export const SPAN_LABELS: readonly EntityLabel[] = LEARNED.map(({ label }) => label);
export const COARSE_OF: readonly number[] = LEARNED.map(({ coarse }) => TYPES.indexOf(coarse!));
/** Rows of the table of weights: features share rows where their hashes agree. */
export const SPAN_ROWS = 1 << 16;
export const MOST_SPAN_FEATURES = 192;

/** Writes the features of the name made of tokens `[first, last]`; gives their number. */
export function writeSpanFeatures(
  tokens: Tokens,
  folded: string,
  first: number,
  last: number,
  clusterOf: (hash: number) => number,
  kinds: WordKinds,
  hashes: PosHashes,
  gazetteer: Gazetteer,
  out: Int32Array,
): number {
  const start = tokens.start(first);
  const end = tokens.end(last);
  const word = (index: number): number =>
    index < 0 || index >= tokens.length ? -7 : hashText(folded, tokens.start(index), tokens.end(index));
  let o = 0;
  const add = (template: number, a: number, b = 0) => {
    if (o < MOST_SPAN_FEATURES) out[o++] = mix(1000 + template, a, b) & (SPAN_ROWS - 1);
  };
  add(0, 0);
  add(1, hashText(folded, start, end));
  for (let n = 1; n <= 4 && n <= end - start; n++) {
    add(2, hashText(folded, start, start + n), n);
    add(3, hashText(folded, end - n, end), n);
  }
  for (let i = start; i + 2 <= end && i < start + 20; i++) add(4, hashText(folded, i, i + 2));
  for (let i = start; i + 3 <= end && i < start + 20; i++) add(5, hashText(folded, i, i + 3));
  for (let i = first; i <= last && i < first + 8; i++) {
    add(6, word(i));
    add(7, clusterOf(word(i)));
    add(29, kinds.of(word(i)));
    add(8, hashes.of(tokens, i).full);
  }
  add(9, clusterOf(word(last)), hashes.of(tokens, last).full);
  add(10, word(first));
  add(11, word(last));
  add(12, Math.min(12, end - start), Math.min(4, last - first));
  const [a1, a2, b1, b2, b3] = [word(first - 1), word(first - 2), word(last + 1), word(last + 2), word(last + 3)];
  add(13, a1);
  add(14, a2, a1);
  add(15, b1);
  add(16, b1, b2);
  add(17, a1, b1);
  add(18, clusterOf(a1));
  add(19, clusterOf(b1));
  add(20, clusterOf(a2));
  add(21, clusterOf(b2), b1);
  add(22, mix(1, b1, b2), b3);
  add(23, b2);
  add(24, a2);
  add(25, clusterOf(b3), b1);
  const whole = kinds.of(hashText(folded, start, end));
  add(30, whole);
  add(31, kinds.familyOf(whole), shapeOf(folded, start, end));
  const [kindLast, kindBefore, kindAfter] = [kinds.of(word(last)), kinds.of(a1), kinds.of(b1)];
  add(32, kindLast, hashes.of(tokens, last).full);
  add(33, kinds.familyOf(kinds.of(word(first))), kinds.familyOf(kindLast));
  add(34, kindBefore);
  add(35, kindAfter);
  add(36, kinds.of(a2), a1);
  add(37, kinds.of(b2), b1);
  add(26, shapeOf(folded, start, end));
  add(27, shapeOf(folded, start, end), b1);
  const known = gazetteer.longest(folded, start, (offset) => offset === end);
  if (known !== null) add(28, hashText(known.label, 0, known.label.length));
  return o;
}

function shapeOf(text: string, start: number, end: number): number {
  let shape = 0;
  let previous = -1;
  for (let i = start; i < end && i < start + 24; i++) {
    const code = text.charCodeAt(i);
    const kind =
      code < 0x80
        ? code < 0x3a
          ? 1
          : 2
        : code < 0x30a0
          ? 3
          : code === 0x30fb
            ? 4
            : code < 0x3100
              ? 5
              : code < 0xa000
                ? 6
                : 7;
    if (kind !== previous) shape = (shape * 8 + kind) | 0;
    previous = kind;
  }
  return shape;
}

/** Labels a name whose ends are known: `logits` are the sequence model's for each coarse type. Gives an index into `SPAN_LABELS`. */
export function labelSpan(
  model: EntityModel,
  features: Int32Array,
  count: number,
  logits: readonly number[],
): { label: number; confidence: number } {
  const { spanWeights, spanScale } = model;
  SUMS.fill(0);
  for (let f = 0; f < count; f++) {
    const row = features[f]! * KINDS;
    for (let label = 0; label < KINDS; label++) SUMS[label]! += spanWeights[row + label]!;
  }
  let best = 0;
  for (let label = 0; label < KINDS; label++) {
    FINAL[label] = SUMS[label]! * spanScale + logits[COARSE_OF[label]!]!;
    if (FINAL[label]! > FINAL[best]!) best = label;
  }
  let total = 0;
  for (let label = 0; label < KINDS; label++) total += Math.exp(FINAL[label]! - FINAL[best]!);
  return { label: best, confidence: 1 / total };
}

const KINDS = SPAN_LABELS.length;
/** Scratch space that holds nothing between two calls. */
const SUMS = new Int32Array(KINDS);
const FINAL = new Float64Array(KINDS);
