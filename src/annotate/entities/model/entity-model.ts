import { WordClusters } from "./clusters.ts";
import { LABELS } from "./labels.ts";

/** Weights of the sequence model: hashed features, one row of small integers each. */
export interface EntityModel {
  readonly clusters: WordClusters;
  readonly features: FeatureTable;
  readonly transitions: Float32Array;
  /** Rows of the span labels' weights, see `span-types.ts`. */
  readonly spanWeights: Int8Array;
  readonly spanScale: number;
}

/** Rows of weights by the hash of the feature, in an open-addressing table. */
export class FeatureTable {
  readonly #keys: Int32Array;
  readonly #weights: Int8Array;
  readonly #mask: number;
  /** What one step of a weight is worth. */
  readonly scale: number;

  constructor(keys: Int32Array, weights: Int8Array, scale: number) {
    this.#keys = keys;
    this.#weights = weights;
    this.#mask = keys.length - 1;
    this.scale = scale;
  }

  /** Adds a feature's row to `sums` from `at`, in steps of {@link scale}; nothing for an unknown feature. */
  add(hash: number, sums: Int32Array, at: number): void {
    const wanted = hash === 0 ? 1 : hash;
    let slot = wanted & this.#mask;
    for (;;) {
      const key = this.#keys[slot]!;
      if (key === wanted) break;
      if (key === 0) return;
      slot = (slot + 1) & this.#mask;
    }
    const row = slot * LABELS;
    const weights = this.#weights;
    for (let label = 0; label < LABELS; label++) sums[at + label]! += weights[row + label]!;
  }
}

const MAGIC = 0x314e4559;

/** The parts of a model's file, in the order in which they stand there. */
export interface ModelParts {
  readonly clusterKeys: Int32Array;
  readonly clusterValues: Uint16Array;
  readonly featureKeys: Int32Array;
  readonly featureWeights: Int8Array;
  readonly scale: number;
  readonly transitions: Float32Array;
  readonly spanWeights: Int8Array;
  readonly spanScale: number;
}

/** Lays a model out as bytes: header, then columns, little-endian, each at a multiple of 4. */
export function writeModel({ clusterKeys, clusterValues, featureKeys, featureWeights, scale, transitions, spanWeights, spanScale }: ModelParts): Uint8Array {
  const header = new Int32Array([MAGIC, clusterKeys.length, featureKeys.length, LABELS, spanWeights.length]);
  const parts = [header, new Float32Array([scale, spanScale]), transitions, clusterKeys, clusterValues, featureKeys, featureWeights, spanWeights];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + ((part.byteLength + 3) & ~3), 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += (part.byteLength + 3) & ~3;
  }
  return bytes;
}

/** Reads the bytes of {@link writeModel}; the columns are views of the same memory where it is aligned. */
export function readModel(bytes: Uint8Array): EntityModel {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  let at = aligned.byteOffset;
  const take = <Column>(length: number, size: number, make: (buffer: ArrayBufferLike, offset: number, length: number) => Column): Column => {
    const column = make(aligned.buffer, at, length);
    at += (length * size + 3) & ~3;
    return column;
  };
  const [magic, clusterCapacity, featureCapacity, labels, spanSize] = take(5, 4, (buffer, offset, length) => new Int32Array(buffer, offset, length));
  if (magic !== MAGIC || labels !== LABELS) throw new RangeError("not an entity model of this version");
  const [scale, spanScale] = take(2, 4, (buffer, offset, length) => new Float32Array(buffer, offset, length));
  const transitions = take(LABELS * LABELS, 4, (buffer, offset, length) => new Float32Array(buffer, offset, length));
  const clusterKeys = take(clusterCapacity!, 4, (buffer, offset, length) => new Int32Array(buffer, offset, length));
  const clusterValues = take(clusterCapacity!, 2, (buffer, offset, length) => new Uint16Array(buffer, offset, length));
  const featureKeys = take(featureCapacity!, 4, (buffer, offset, length) => new Int32Array(buffer, offset, length));
  const featureWeights = take(featureCapacity! * LABELS, 1, (buffer, offset, length) => new Int8Array(buffer, offset, length));
  const spanWeights = take(spanSize!, 1, (buffer, offset, length) => new Int8Array(buffer, offset, length));
  return {
    clusters: new WordClusters(clusterKeys, clusterValues),
    features: new FeatureTable(featureKeys, featureWeights, scale!),
    transitions,
    spanWeights,
    spanScale: spanScale!,
  };
}
