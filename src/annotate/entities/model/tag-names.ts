import type { EntityLabel } from "../../../model/layers.ts";
import type { Sentence, Tokens } from "../../../model/tokens.ts";
import type { Gazetteer } from "../gazetteer.ts";
import { decode } from "./decode.ts";
import type { EntityModel } from "./entity-model.ts";
import { GATE_FEATURES, gateScore, writeGateFeatures } from "./gate.ts";
import { BEGIN, END, INSIDE, LABELS, labelOf, OUTSIDE, SINGLE, TYPES } from "./labels.ts";
import { labelSpan, MOST_SPAN_FEATURES, SPAN_LABELS, writeSpanFeatures } from "./span-types.ts";
import { MOST_FEATURES, writeCoreFeatures, writeGazetteerFeatures, writeMoreFeatures } from "./templates.ts";
import { fillColumns, gateColumns, makeColumns, type PosHashes } from "./token-columns.ts";

/** A name that the sequence model found: tokens `[first, last]`, and the label that its look and surroundings give it. */
export interface TaggedName {
  readonly first: number;
  readonly last: number;
  readonly label: EntityLabel;
  readonly confidence: number;
}

/** How far the templates look. */
const REACH = 3;
/** What a name is worth beyond its score: training texts leave out more names than they invent. */
const EAGERNESS = 0.2;
/** What a gazetteer's word adds for a label of its type; training saw less of what comments speak of than the gazetteers know. */
const GAZETTEER_TRUST = 0.5;
/** The coarse type of each code of the gazetteer column. */
const TYPE_OF_LABEL: readonly (number | undefined)[] = [undefined, 0, 1, 2, 2, 2, 3, 3, 3, 3];
/** So many tokens on either side of a run of nouns may still belong to a name in it. */
const MARGIN = 1;
/** A token whose core features put it so far outside a name is left there. */
const FAR = 0;
/** All features are read for so many tokens beside one that is not far outside. */
const NEAR = 1;
/** A run of nouns is followed so far. */
const LONGEST = 16;

/**
 * Tags the names of a text with a linear-chain model, then labels each by the look of the whole name.
 *
 * Only stretches around tokens that pass a cheap gate are scored; the rest is outside. `known` is the gazetteers' column.
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
  const tagger = new Tagger(tokens, folded, model, hashes, gazetteer, known);
  for (const { firstToken, lastToken } of sentences) tagger.tag(firstToken, lastToken);
  return tagger.names;
}

/** Scratch space for one text. */
class Tagger {
  readonly names: TaggedName[] = [];
  readonly #tokens: Tokens;
  readonly #folded: string;
  readonly #model: EntityModel;
  readonly #hashes: PosHashes;
  readonly #gazetteer: Gazetteer;
  readonly #known: Uint8Array;
  readonly #cheap: ReturnType<typeof gateColumns>;

  constructor(
    tokens: Tokens,
    folded: string,
    model: EntityModel,
    hashes: PosHashes,
    gazetteer: Gazetteer,
    known: Uint8Array,
  ) {
    this.#tokens = tokens;
    this.#folded = folded;
    this.#model = model;
    this.#hashes = hashes;
    this.#gazetteer = gazetteer;
    this.#known = known;
    this.#cheap = gateColumns(tokens, folded, hashes);
  }

  /** Tags the tokens `[from, to)` of one sentence. */
  tag(from: number, to: number): void {
    let first = -1;
    let last = -1;
    for (let i = from; i < to; i++) {
      if (!this.#passes(i, from, to)) continue;
      const low = Math.max(from, this.#chunkStart(i, from) - MARGIN);
      const high = Math.min(to, this.#chunkEnd(i, to) + MARGIN);
      if (first >= 0 && low > last) {
        this.#stretch(first, last, from, to);
        first = -1;
      }
      if (first < 0) first = low;
      last = high;
      i = Math.max(i, high - MARGIN - 1);
    }
    if (first >= 0) this.#stretch(first, last, from, to);
  }

  #chunkStart(i: number, from: number): number {
    let start = i;
    while (start > from && i - start < LONGEST && this.#cheap.joins[start - 1] === 1 && this.#cheap.joins[start] === 1)
      start--;
    return start;
  }

  #chunkEnd(i: number, to: number): number {
    let end = i + 1;
    while (end < to && end - i < LONGEST && this.#cheap.joins[end] === 1 && this.#cheap.joins[end - 1] === 1) end++;
    return end;
  }

  #passes(i: number, from: number, to: number): boolean {
    if (this.#known[i] !== 0) return true;
    if (this.#model.clusters.isDull(this.#cheap.words[i]!) ?? this.#cheap.joins[i] === 0) return false;
    writeGateFeatures(this.#cheap, i, from, to, GATE);
    return gateScore(this.#model.gateWeights, GATE) >= this.#model.gateThreshold;
  }

  #stretch(from: number, to: number, sentence: number, end: number): void {
    const low = Math.max(sentence, from - REACH);
    const high = Math.min(end, to + REACH);
    if (scratch.columns.word.length < high - low) scratch = makeScratch(2 * (high - low));
    const { columns, sums, scores, labels, wanted } = scratch;
    fillColumns(
      columns,
      this.#tokens,
      this.#folded,
      low,
      high,
      sentence,
      end,
      this.#cheap,
      this.#hashes,
      this.#model.clusters,
      this.#model.kinds,
      this.#known,
    );
    const length = to - from;
    sums.fill(0, 0, length * LABELS);
    const { features } = this.#model;
    let reach = -1;
    for (let i = 0; i < length; i++) {
      features.add(FEATURES, writeCoreFeatures(columns, from - low + i, FEATURES, 0), sums, i * LABELS);
      const near = columns.known[from - low + i] !== 0 || !farOutside(sums, i * LABELS, FAR / features.scale);
      if (near) reach = i + NEAR;
      wanted[i] = i <= reach ? 1 : 0;
      if (near) wanted.fill(1, Math.max(0, i - NEAR), i);
    }
    if (reach < 0) return;
    for (let i = 0; i < length; i++) {
      if (wanted[i] === 0) {
        sums[i * LABELS + OUTSIDE]! += 4 / features.scale;
        continue;
      }
      const count = writeGazetteerFeatures(
        columns,
        from - low + i,
        FEATURES,
        writeMoreFeatures(columns, from - low + i, FEATURES, 0),
      );
      features.add(FEATURES, count, sums, i * LABELS);
    }
    const { scale } = this.#model.features;
    for (let i = 0; i < length * LABELS; i++) scores[i] = sums[i]! * scale;
    for (let i = 0; i < length; i++) {
      scores[i * LABELS + OUTSIDE]! -= EAGERNESS;
      const code = columns.known[from - low + i]!;
      const type = TYPE_OF_LABEL[code >> 2];
      if (code > 0 && type !== undefined) scores[i * LABELS + labelOf(type, code & 3)]! += GAZETTEER_TRUST;
    }
    decode(scores, length, this.#model.transitions, labels);
    let start = 0;
    for (let i = 0; i < length; i++) {
      if (labels[i] === OUTSIDE) continue;
      const part = (labels[i]! - 1) & 3;
      if (part === BEGIN || part === SINGLE) start = i;
      if (part !== END && part !== SINGLE) continue;
      const { logits, share } = readings(scores, this.#model.transitions, start, i);
      const count = writeSpanFeatures(
        this.#tokens,
        this.#folded,
        from + start,
        from + i,
        this.#clusterOf,
        this.#model.kinds,
        this.#hashes,
        this.#gazetteer,
        SPAN,
      );
      const { label, confidence } = labelSpan(this.#model, SPAN, count, logits);
      this.names.push({
        first: from + start,
        last: from + i,
        label: SPAN_LABELS[label]!,
        confidence: Math.sqrt(share * confidence),
      });
    }
  }

  readonly #clusterOf = (hash: number): number => this.#model.clusters.get(hash);
}

/** Scratch space that holds nothing between two calls. */
const GATE = new Int32Array(GATE_FEATURES);
const FEATURES = new Int32Array(MOST_FEATURES);
const SPAN = new Int32Array(MOST_SPAN_FEATURES);
const makeScratch = (tokens: number) => ({
  columns: makeColumns(tokens),
  sums: new Int32Array(tokens * LABELS),
  scores: new Float32Array(tokens * LABELS),
  labels: new Uint8Array(tokens),
  wanted: new Uint8Array(tokens),
});
let scratch = makeScratch(256);

function farOutside(sums: Int32Array, at: number, margin: number): boolean {
  const limit = sums[at + OUTSIDE]! - margin;
  for (let label = 1; label < LABELS; label++) if (sums[at + label]! > limit) return false;
  return true;
}

/** Scores of a stretch read as a name of each type, the best of them 0, and the best one's share among these and no name at all. */
function readings(
  scores: Float32Array,
  transitions: Float32Array,
  first: number,
  last: number,
): { logits: number[]; share: number } {
  const logits = TYPES.map((_, type) => {
    let score = 0;
    for (let i = first; i <= last; i++) {
      const label = labelOf(type, first === last ? SINGLE : i === first ? BEGIN : i === last ? END : INSIDE);
      score += scores[i * LABELS + label]!;
      if (i > first) score += transitions[labelOf(type, i - 1 === first ? BEGIN : INSIDE) * LABELS + label]!;
    }
    return score;
  });
  let none = 0;
  for (let i = first; i <= last; i++) none += scores[i * LABELS + OUTSIDE]! + (i > first ? transitions[OUTSIDE]! : 0);
  const top = Math.max(...logits);
  const total = logits.reduce((sum, score) => sum + Math.exp(score - top), Math.exp(Math.min(20, none - top)));
  return { logits: logits.map((score) => score - top), share: 1 / total };
}
