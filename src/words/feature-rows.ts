/** The columns of {@link FeatureRows} as they are packed. */
export const FEATURE_COLUMNS = {
  /** Hashes of the features, 0 where the table is free; a power of two of places. */
  features: "uint32",
  /** Which row each has. */
  rowOf: "uint16",
  /** Weights of each row, one a class, in steps of the model's scale. */
  weights: "int8",
} as const;

export interface FeatureColumns {
  readonly features: Uint32Array;
  readonly rowOf: Uint16Array;
  readonly weights: Int8Array;
}

/** Rows of small weights by the hash of the feature that has them (hashing as in Weinberger et al. 2009, unknown ones told apart). */
export class FeatureRows {
  readonly weights: Int8Array;
  readonly classes: number;
  readonly #features: Uint32Array;
  readonly #rowOf: Uint16Array;
  readonly #mask: number;

  constructor({ features, rowOf, weights }: FeatureColumns, classes: number) {
    this.weights = weights;
    this.classes = classes;
    this.#features = features;
    this.#rowOf = rowOf;
    this.#mask = features.length - 1;
  }

  /** Returns where the weights of a feature begin; -1 for one without weights. */
  find(hash: number): number {
    const wanted = hash >>> 0 || 1;
    let place = hash & this.#mask;
    for (let found = this.#features[place]!; found !== 0; found = this.#features[place]!) {
      if (found === wanted) return this.#rowOf[place]! * this.classes;
      place = (place + 1) & this.#mask;
    }
    return -1;
  }

  /** Adds the weights of features `[from, to)` to sums, one a class; returns how many features have weights. */
  add(hashes: Int32Array, from: number, to: number, sums: Int32Array): number {
    const { weights, classes } = this;
    let known = 0;
    for (let i = from; i < to; i++) {
      const at = this.find(hashes[i]!);
      if (at < 0) continue;
      known++;
      for (let c = 0; c < classes; c++) sums[c]! += weights[at + c]!;
    }
    return known;
  }
}

/** Returns the table of features with their rows, in the order of `hashes`: a power of two of places, a third free at least. */
export function placeFeatures(hashes: readonly number[]): Pick<FeatureColumns, "features" | "rowOf"> {
  let size = 16;
  while (size < hashes.length * 1.5) size *= 2;
  const features = new Uint32Array(size);
  const rowOf = new Uint16Array(size);
  hashes.forEach((hash, row) => {
    let place = hash & (size - 1);
    while (features[place] !== 0) place = (place + 1) & (size - 1);
    features[place] = hash >>> 0 || 1;
    rowOf[place] = row;
  });
  return { features, rowOf };
}
