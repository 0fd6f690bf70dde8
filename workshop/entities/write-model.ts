import { ENTITY_MODEL } from "../../src/annotate/entities/model/entity-model.ts";
import { ROW_WORDS } from "../../src/annotate/entities/model/feature-table.ts";
import { LABELS, OUTSIDE } from "../../src/annotate/entities/model/labels.ts";
import { pack } from "../../src/words/packed.ts";

/** What training makes of a model. */
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
  /** Weights and threshold of the gate, see `src/annotate/entities/model/gate.ts`. */
  readonly gateWeights: Int8Array;
  readonly gateThreshold: number;
}

/** Returns the bytes of a model that was trained, as `readModel` reads them. */
export function writeModel({ scale, spanScale, gateThreshold, featureWeights, ...columns }: ModelParts): Uint8Array {
  const { fround } = Math;
  return pack(
    ENTITY_MODEL,
    { ...columns, featureRows: packRows(columns.featureKeys, featureWeights) },
    { labels: LABELS, scale: fround(scale), spanScale: fround(spanScale), gateThreshold: fround(gateThreshold) },
  );
}

/** Returns the weights of each place of the table less that of outside, four in a word; the rows of free places stay 0. */
function packRows(keys: Uint16Array, weights: Int8Array): Int32Array {
  const words = new Int32Array(keys.length * ROW_WORDS);
  for (let slot = 0; slot < keys.length; slot++) {
    if (keys[slot] === 0) continue;
    const outside = weights[slot * LABELS + OUTSIDE]!;
    for (let label = 1; label < LABELS; label++) {
      const weight = Math.max(-128, Math.min(127, weights[slot * LABELS + label]! - outside));
      words[slot * ROW_WORDS + ((label - 1) >> 2)]! |= (weight + 128) << (8 * ((label - 1) & 3));
    }
  }
  return words;
}
