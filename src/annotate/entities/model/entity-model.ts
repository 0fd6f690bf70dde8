import { WordClusters } from "./clusters.ts";
import { GATE_ROWS } from "./gate.ts";
import { LABELS } from "./labels.ts";

/** Weights of the sequence model: hashed features, one row of small integers each. */
export interface EntityModel {
  readonly clusters: WordClusters;
  readonly features: FeatureTable;
  readonly transitions: Float32Array;
  /** Rows of the span labels' weights, see `span-types.ts`. */
  readonly spanWeights: Int8Array;
  readonly spanScale: number;
  /** Weights and threshold of the gate, see `gate.ts`. */
  readonly gateWeights: Int8Array;
  readonly gateThreshold: number;
}

/**
 * Rows of weights by the hash of the feature, in an open-addressing table.
 *
 * The lower bits of the hash choose the place, the upper 16 tell features apart: one in 65536 strangers is mistaken for
 * a feature, which costs less than the room and time that whole keys would take.
 */
export class FeatureTable {
  readonly #keys: Uint16Array;
  readonly #weights: Int8Array;
  readonly #mask: number;
  /** What one step of a weight is worth. */
  readonly scale: number;

  constructor(keys: Uint16Array, weights: Int8Array, scale: number) {
    this.#keys = keys;
    this.#weights = weights;
    this.#mask = keys.length - 1;
    this.scale = scale;
  }

  /** Adds the rows of `count` features to `sums` from `at`, in steps of {@link scale}; nothing for an unknown feature. */
  add(features: Int32Array, count: number, sums: Int32Array, at: number): void {
    const keys = this.#keys;
    const weights = this.#weights;
    const mask = this.#mask;
    // All places are found before any row is read, so that the processor can wait for many rows at once.
    let found = 0;
    for (let f = 0; f < count; f++) {
      const hash = features[f]!;
      const wanted = hash >>> 16 || 1;
      let slot = hash & mask;
      let key = keys[slot]!;
      while (key !== 0 && key !== wanted) {
        slot = (slot + 1) & mask;
        key = keys[slot]!;
      }
      ROWS[found] = slot * LABELS;
      if (key !== 0) found++;
    }
    for (let f = 0; f < found; f++) {
      const row = ROWS[f]!;
      for (let label = 0; label < LABELS; label++) sums[at + label]! += weights[row + label]!;
    }
  }
}

/** Scratch space that holds nothing between two calls. */
const ROWS = new Int32Array(128);

/** The upper half of a hash, never 0. */
export function markOf(hash: number): number {
  return hash >>> 16 || 1;
}

const MAGIC = 0x314e4559;

/** The parts of a model's file, in the order in which they stand there. */
export interface ModelParts {
  readonly clusterKeys: Int32Array;
  readonly clusterValues: Uint16Array;
  readonly featureKeys: Uint16Array;
  readonly featureWeights: Int8Array;
  readonly scale: number;
  readonly transitions: Float32Array;
  readonly spanWeights: Int8Array;
  readonly spanScale: number;
  /** Weights and threshold of the gate, see `gate.ts`. */
  readonly gateWeights: Int8Array;
  readonly gateThreshold: number;
}

/** Lays a model out as bytes: header, then columns, little-endian, each at a multiple of 4. */
export function writeModel({
  clusterKeys,
  clusterValues,
  featureKeys,
  featureWeights,
  scale,
  transitions,
  spanWeights,
  spanScale,
  gateWeights,
  gateThreshold,
}: ModelParts): Uint8Array {
  const header = new Int32Array([MAGIC, clusterKeys.length, featureKeys.length, LABELS, spanWeights.length]);
  const parts = [
    header,
    new Float32Array([scale, spanScale, gateThreshold]),
    transitions,
    clusterKeys,
    clusterValues,
    featureKeys,
    featureWeights,
    spanWeights,
    gateWeights,
  ];
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
  const take = <Column>(
    length: number,
    size: number,
    make: (buffer: ArrayBufferLike, offset: number, length: number) => Column,
  ): Column => {
    const column = make(aligned.buffer, at, length);
    at += (length * size + 3) & ~3;
    return column;
  };
  const [magic, clusterCapacity, featureCapacity, labels, spanSize] = take(
    5,
    4,
    (buffer, offset, length) => new Int32Array(buffer, offset, length),
  );
  if (magic !== MAGIC || labels !== LABELS) throw new RangeError("not an entity model of this version");
  const [scale, spanScale, gateThreshold] = take(
    3,
    4,
    (buffer, offset, length) => new Float32Array(buffer, offset, length),
  );
  const transitions = take(LABELS * LABELS, 4, (buffer, offset, length) => new Float32Array(buffer, offset, length));
  const clusterKeys = take(clusterCapacity!, 4, (buffer, offset, length) => new Int32Array(buffer, offset, length));
  const clusterValues = take(clusterCapacity!, 2, (buffer, offset, length) => new Uint16Array(buffer, offset, length));
  const featureKeys = take(featureCapacity!, 2, (buffer, offset, length) => new Uint16Array(buffer, offset, length));
  const featureWeights = take(
    featureCapacity! * LABELS,
    1,
    (buffer, offset, length) => new Int8Array(buffer, offset, length),
  );
  const spanWeights = take(spanSize!, 1, (buffer, offset, length) => new Int8Array(buffer, offset, length));
  const gateWeights = take(GATE_ROWS, 1, (buffer, offset, length) => new Int8Array(buffer, offset, length));
  return {
    clusters: new WordClusters(clusterKeys, clusterValues),
    features: new FeatureTable(featureKeys, featureWeights, scale!),
    transitions,
    spanWeights,
    spanScale: spanScale!,
    gateWeights,
    gateThreshold: gateThreshold!,
  };
}
