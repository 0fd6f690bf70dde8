/** Numbers hashed features that enough rows have. */
export class FeatureIndex {
  readonly hashes: readonly number[];
  readonly #numbers: ReadonlyMap<number, number>;

  /** `rows` are the features of the rows that teach; what fewer than `least` of them have gets no number. */
  constructor(rows: Iterable<Int32Array>, least: number) {
    const seen = new Map<number, number>();
    for (const row of rows) for (const hash of new Set(row)) seen.set(hash, (seen.get(hash) ?? 0) + 1);
    this.hashes = [...seen].flatMap(([hash, count]) => (count >= least ? [hash] : []));
    this.#numbers = new Map(this.hashes.map((hash, number) => [hash, number]));
  }

  get size(): number {
    return this.hashes.length;
  }

  /** Returns the numbers of features and how much of each there is; `amountAt` tells that of the feature at a place. */
  row(hashes: Int32Array, amountAt: (place: number) => number): { features: Int32Array; values: Float32Array } {
    const values = new Map<number, number>();
    hashes.forEach((hash, place) => {
      const number = this.#numbers.get(hash);
      if (number !== undefined) values.set(number, (values.get(number) ?? 0) + amountAt(place));
    });
    return { features: Int32Array.from(values.keys()), values: Float32Array.from(values.values()) };
  }
}
