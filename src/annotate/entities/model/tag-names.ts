import type { EntityLabel } from "../../../model/layers.ts";
import type { Sentence, Tokens } from "../../../model/tokens.ts";
import type { Gazetteer } from "../gazetteer.ts";
import { confidenceOf } from "./confidence.ts";
import { decode } from "./decode.ts";
import type { EntityModel } from "./entity-model.ts";
import { hashText } from "./hash.ts";
import { BEGIN, END, INSIDE, LABELS, labelOf, OUTSIDE, SINGLE, TYPES } from "./labels.ts";
import { labelSpan, MOST_SPAN_FEATURES, SPAN_LABELS, writeSpanFeatures } from "./span-types.ts";
import { MOST_FEATURES, writeFeatures, writeGazetteerFeatures } from "./templates.ts";
import { featureColumns, type PosHashes } from "./token-columns.ts";

/** A name that the sequence model found: tokens `[first, last]`, its coarse type (an index), and the label that its look and surroundings give it. */
export interface TaggedName {
  readonly first: number;
  readonly last: number;
  readonly type: number;
  readonly label: EntityLabel;
  readonly confidence: number;
}

/** How far the templates look. */
const REACH = 5;
/** What a name is worth beyond its score: training texts leave out more names than they invent. */
const EAGERNESS = Number(process.env.EAGER ?? 0.2);
/** What a gazetteer's word adds for a label of its type; training saw less of what comments speak of than the gazetteers know. */
const GAZETTEER_TRUST = Number(process.env.TRUST ?? 1);
/** The coarse type of each code of the gazetteer column. */
const TYPE_OF_LABEL: readonly (number | undefined)[] = [undefined, 0, 1, 2, 2, 2, 3, 3, 3, 3];
/** So many dull tokens may stand inside a stretch that is looked at. */
const BRIDGE = 2;

/**
 * Tags the names of a text with a linear-chain model.
 *
 * Only stretches around words that training saw in names, or did not see at all, are scored; the rest is outside.
 */
export function tagNames(
  tokens: Tokens,
  sentences: readonly Sentence[],
  folded: string,
  model: EntityModel,
  hashes: PosHashes,
  gazetteer: Gazetteer,
  known: Uint8Array,
): TaggedName[] {
  const found: TaggedName[] = [];
  const features = new Int32Array(MOST_FEATURES);
  const spanFeatures = new Int32Array(MOST_SPAN_FEATURES);
  const clusterOf = (hash: number) => model.clusters.get(hash);
  for (const { firstToken, lastToken } of sentences) {
    let from = -1;
    let lively = -1;
    const flush = () => {
      if (from < 0) return;
      const low = Math.max(firstToken, from - REACH);
      const high = Math.min(lastToken, lively + 1 + REACH);
      const columns = featureColumns(tokens, folded, low, high, hashes, model.clusters, known);
      const length = lively + 1 - from;
      const sums = new Int32Array(length * LABELS);
      for (let i = 0; i < length; i++) {
        const end = writeGazetteerFeatures(columns, from - low + i, features, writeFeatures(columns, from - low + i, features, 0));
        for (let f = 0; f < end; f++) model.features.add(features[f]!, sums, i * LABELS);
      }
      const scores = Float32Array.from(sums, (sum) => sum * model.features.scale);
      for (let i = 0; i < length; i++) {
        scores[i * LABELS + OUTSIDE]! -= EAGERNESS;
        const code = columns.known[from - low + i]!;
        const type = TYPE_OF_LABEL[code >> 2];
        if (code > 0 && type !== undefined) scores[i * LABELS + labelOf(type, code & 3)]! += GAZETTEER_TRUST;
      }
      const labels = new Uint8Array(length);
      decode(scores, length, model.transitions, labels);
      let start = 0;
      const first = found.length;
      for (let i = 0; i < length; i++) {
        if (labels[i] === OUTSIDE) continue;
        const part = (labels[i]! - 1) & 3;
        if (part === 0 || part === 3) start = i;
        if (part >= 2) found.push({ first: from + start, last: from + i, type: (labels[i]! - 1) >> 2, label: "PERSON", confidence: 0 });
      }
      if (found.length > first) {
        const sure = confidenceOf(scores, length, model.transitions, labels);
        for (let k = first; k < found.length; k++) {
          const name = found[k]!;
          const logits = typeLogits(scores, model.transitions, name.first - from, name.last - from);
          const count = writeSpanFeatures(tokens, folded, name.first, name.last, clusterOf, hashes, gazetteer, spanFeatures);
          const { label, confidence } = labelSpan(model, spanFeatures, count, logits);
          found[k] = { ...name, label: SPAN_LABELS[label]!, confidence: sure(name.first - from, name.last - from) ** 0.5 * confidence ** 0.5 };
        }
      }
      from = -1;
    };
    for (let i = firstToken; i < lastToken; i++) {
      const dull = known[i] === 0 && process.env.GATE !== "0" && (model.clusters.isDull(hashText(folded, tokens.start(i), tokens.end(i))) ?? !hashes.joins(tokens, i));
      if (dull) {
        if (from >= 0 && i - lively > BRIDGE) flush();
      } else {
        if (from < 0) from = i;
        lively = i;
      }
    }
    flush();
  }
  return found;
}

/** Scores of a stretch read as a name of each type, the best of them 0. */
function typeLogits(scores: Float32Array, transitions: Float32Array, first: number, last: number): number[] {
  const logits = TYPES.map((_, type) => {
    let score = 0;
    for (let i = first; i <= last; i++) {
      const label = labelOf(type, first === last ? SINGLE : i === first ? BEGIN : i === last ? END : INSIDE);
      score += scores[i * LABELS + label]!;
      if (i > first) score += transitions[labelOf(type, i - 1 === first ? BEGIN : INSIDE) * LABELS + label]!;
    }
    return score;
  });
  const top = Math.max(...logits);
  return logits.map((score) => score - top);
}
