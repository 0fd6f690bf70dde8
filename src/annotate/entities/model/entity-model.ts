import { unpack } from "../../../words/packed.ts";
import { WordClusters } from "./clusters.ts";
import { FeatureTable } from "./feature-table.ts";
import { LABELS } from "./labels.ts";
import type { WordKinds } from "./word-kinds.ts";

/** Weights of the sequence model: hashed features, one row of small integers each. */
export interface EntityModel {
  readonly clusters: WordClusters;
  readonly kinds: WordKinds;
  readonly features: FeatureTable;
  readonly transitions: Float32Array;
  /** Rows of the span labels' weights, see `span-types.ts`. */
  readonly spanWeights: Int8Array;
  readonly spanScale: number;
  /** Weights and threshold of the gate, see `gate.ts`. */
  readonly gateWeights: Int8Array;
  readonly gateThreshold: number;
}

/** An entity model as it is packed. */
export const ENTITY_MODEL = {
  kind: "entity model",
  version: 6,
  columns: {
    transitions: "float32",
    clusterKeys: "int32",
    clusterValues: "uint16",
    clusterGroups: "uint8",
    featureKeys: "uint16",
    /** Of each place of the table the weights of the labels behind outside, less that of outside, plus 128, four in a word; a free place is 0. */
    featureRows: "int32",
    spanWeights: "int8",
    gateWeights: "int8",
  },
} as const;

/** Returns the model that training packed; its columns are views of the same memory where it is aligned. */
export function readModel(bytes: Uint8Array, kinds: WordKinds): EntityModel {
  const { columns, facts } = unpack(ENTITY_MODEL, bytes);
  const { labels, scale, spanScale, gateThreshold } = facts;
  if (labels !== LABELS || scale === undefined || spanScale === undefined || gateThreshold === undefined)
    throw new RangeError("not an entity model of this version");
  const { clusterKeys, clusterValues, clusterGroups, featureKeys, featureRows } = columns;
  return {
    clusters: new WordClusters(clusterKeys, clusterValues, clusterGroups),
    kinds,
    features: new FeatureTable(featureKeys, featureRows, scale),
    transitions: columns.transitions,
    spanWeights: columns.spanWeights,
    spanScale,
    gateWeights: columns.gateWeights,
    gateThreshold,
  };
}
