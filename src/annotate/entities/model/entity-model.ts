import { WordClusters } from "./clusters.ts";
import { FeatureTable, packRows, ROW_WORDS } from "./feature-table.ts";
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

/** The upper half of a hash, never 0. */
export function markOf(hash: number): number {
  return hash >>> 16 || 1;
}

const MAGIC = 0x334e4559;

/** The parts of a model's file, in the order in which they stand there. */
export interface ModelParts {
  readonly clusterKeys: Int32Array;
  readonly clusterValues: Uint16Array;
  readonly clusterGroups: Uint8Array;
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
  clusterGroups,
  featureKeys,
  featureWeights,
  scale,
  transitions,
  spanWeights,
  spanScale,
  gateWeights,
  gateThreshold,
}: ModelParts): Uint8Array {
  const header = new Int32Array([
    MAGIC,
    clusterKeys.length,
    clusterGroups.length,
    featureKeys.length,
    LABELS,
    spanWeights.length,
  ]);
  const parts = [
    header,
    new Float32Array([scale, spanScale, gateThreshold]),
    transitions,
    clusterKeys,
    clusterValues,
    clusterGroups,
    featureKeys,
    packRows(featureKeys, featureWeights),
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
  const [magic, clusterCapacity, clusterCount, featureCapacity, labels, spanSize] = take(
    6,
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
  const clusterGroups = take(clusterCount!, 1, (buffer, offset, length) => new Uint8Array(buffer, offset, length));
  const featureKeys = take(featureCapacity!, 2, (buffer, offset, length) => new Uint16Array(buffer, offset, length));
  const featureRows = take(
    featureCapacity! * ROW_WORDS,
    4,
    (buffer, offset, length) => new Int32Array(buffer, offset, length),
  );
  const spanWeights = take(spanSize!, 1, (buffer, offset, length) => new Int8Array(buffer, offset, length));
  const gateWeights = take(GATE_ROWS, 1, (buffer, offset, length) => new Int8Array(buffer, offset, length));
  return {
    clusters: new WordClusters(clusterKeys, clusterValues, clusterGroups),
    features: new FeatureTable(featureKeys, featureRows, scale!),
    transitions,
    spanWeights,
    spanScale: spanScale!,
    gateWeights,
    gateThreshold: gateThreshold!,
  };
}
