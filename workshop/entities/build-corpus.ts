import type { Gazetteer } from "../../src/annotate/entities/gazetteer.ts";
import { findKnownNames } from "../../src/annotate/entities/known-names.ts";
import type { WordClusters } from "../../src/annotate/entities/model/clusters.ts";
import {
  MOST_FEATURES,
  writeCoreFeatures,
  writeGazetteerFeatures,
  writeMoreFeatures,
} from "../../src/annotate/entities/model/templates.ts";
import { fillColumns, gateColumns, makeColumns, PosHashes } from "../../src/annotate/entities/model/token-columns.ts";
import type { WordKinds } from "../../src/annotate/entities/model/word-kinds.ts";
import type { Tokenizer, Tokens } from "../../src/model/tokens.ts";
import { foldWidth } from "../../src/text/dates/fold-width.ts";
import { tokenBoundaries } from "../../src/text/dates/token-boundaries.ts";
import { splitSentences } from "../../src/tokenize/sentences/split-sentences.ts";
import type { Corpus } from "./crf.ts";
import { allowedLabels, type TrainingText } from "./training-data.ts";

/** Raw features of texts, before they are numbered. */
export interface RawFeatures {
  readonly hashes: Int32Array;
  readonly offsets: Int32Array;
  readonly optional: Int32Array;
  readonly allowed: Int32Array;
  readonly sentences: Int32Array;
}

class Growing {
  data = new Int32Array(1 << 16);
  length = 0;
  reserve(extra: number): void {
    if (this.length + extra <= this.data.length) return;
    const next = new Int32Array(Math.max(this.data.length * 2, this.length + extra));
    next.set(this.data);
    this.data = next;
  }
  push(value: number): void {
    this.reserve(1);
    this.data[this.length++] = value;
  }
  trim(): Int32Array {
    return this.data.slice(0, this.length);
  }
}

/** Cuts texts into sentences and computes the features and allowed labels of their tokens. */
export function extract(
  texts: readonly TrainingText[],
  tokenizer: Tokenizer,
  clusters: WordClusters,
  kinds: WordKinds,
  gazetteer: Gazetteer,
): RawFeatures {
  const hashes = new Growing();
  const offsets = new Growing();
  const optional = new Growing();
  const allowed = new Growing();
  const sentences = new Growing();
  const pos = new PosHashes();
  for (const { text, entities } of texts) {
    const tokens: Tokens = tokenizer.tokenize(text);
    const labels = allowedLabels(tokens, entities);
    const folded = foldWidth(text);
    const { column } = findKnownNames(tokens, folded, gazetteer, tokenBoundaries(tokens));
    const cheap = gateColumns(tokens, folded, pos);
    const columns = makeColumns(tokens.length);
    for (const { firstToken, lastToken } of splitSentences(tokens)) {
      fillColumns(
        columns,
        tokens,
        folded,
        firstToken,
        lastToken,
        firstToken,
        lastToken,
        cheap,
        pos,
        clusters,
        kinds,
        column,
      );
      sentences.push(offsets.length);
      for (let i = 0; i < columns.length; i++) {
        hashes.reserve(MOST_FEATURES * 2);
        offsets.push(hashes.length);
        allowed.push(labels[firstToken + i]!);
        const begin = hashes.length;
        hashes.length = writeMoreFeatures(columns, i, hashes.data, writeCoreFeatures(columns, i, hashes.data, begin));
        optional.push(hashes.length);
        hashes.length = writeGazetteerFeatures(columns, i, hashes.data, hashes.length);
      }
    }
  }
  offsets.push(hashes.length);
  sentences.push(offsets.length - 1);
  return {
    hashes: hashes.trim(),
    offsets: offsets.trim(),
    optional: optional.trim(),
    allowed: allowed.trim(),
    sentences: sentences.trim(),
  };
}

/** Gives numbers to the features that occur at least `least` times; the others are left out. */
export class FeatureNumbers {
  readonly #keys: Int32Array;
  readonly #counts: Int32Array;
  readonly #numbers: Int32Array;
  readonly #mask: number;
  size = 0;

  constructor(hashes: Int32Array, least: number) {
    const capacity = 1 << 24;
    this.#mask = capacity - 1;
    this.#keys = new Int32Array(capacity);
    this.#counts = new Int32Array(capacity);
    this.#numbers = new Int32Array(capacity).fill(-1);
    for (const hash of hashes) {
      const slot = this.#slot(hash);
      this.#keys[slot] = hash;
      this.#counts[slot]!++;
    }
    for (let slot = 0; slot < capacity; slot++) if (this.#counts[slot]! >= least) this.#numbers[slot] = this.size++;
  }

  get(hash: number): number {
    return this.#numbers[this.#slot(hash)]!;
  }

  /** Hash of each number. */
  hashes(): Int32Array {
    const out = new Int32Array(this.size);
    for (let slot = 0; slot <= this.#mask; slot++)
      if (this.#numbers[slot]! >= 0) out[this.#numbers[slot]!] = this.#keys[slot]!;
    return out;
  }

  #slot(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/** Replaces hashes by numbers; features without one are left out. */
export function number(raw: RawFeatures, numbers: FeatureNumbers): Corpus {
  const features = new Int32Array(raw.hashes.length);
  const offsets = new Int32Array(raw.offsets.length);
  const optional = new Int32Array(raw.optional.length);
  let count = 0;
  for (let i = 0; i < raw.optional.length; i++) {
    offsets[i] = count;
    for (let f = raw.offsets[i]!; f < raw.optional[i]!; f++) {
      const id = numbers.get(raw.hashes[f]!);
      if (id >= 0) features[count++] = id;
    }
    optional[i] = count;
    for (let f = raw.optional[i]!; f < raw.offsets[i + 1]!; f++) {
      const id = numbers.get(raw.hashes[f]!);
      if (id >= 0) features[count++] = id;
    }
  }
  offsets[raw.optional.length] = count;
  return {
    features: features.slice(0, count),
    offsets,
    optional,
    allowed: raw.allowed,
    sentences: raw.sentences,
    size: numbers.size,
  };
}
