const DULL = 0x8000;

/** What the model knows of a word by its hash: its cluster, and whether it never stands in a name. */
export class WordClusters {
  readonly #keys: Int32Array;
  readonly #values: Uint16Array;
  readonly #groups: Uint8Array;
  readonly #mask: number;

  /**
   * `values`: cluster from 1, with the highest bit set for a dull word; 0 where the table is free.
   * `groups`: the group of each cluster, from 1; 0 for cluster 0.
   */
  constructor(keys: Int32Array, values: Uint16Array, groups: Uint8Array) {
    this.#keys = keys;
    this.#values = values;
    this.#groups = groups;
    this.#mask = keys.length - 1;
  }

  /** Fills an open-addressing table; its size is the next power of two with a third free. */
  static of(
    pairs: readonly (readonly [hash: number, cluster: number])[],
    dull: ReadonlySet<number> = new Set(),
  ): { keys: Int32Array; values: Uint16Array } {
    let capacity = 16;
    while (capacity < pairs.length * 1.5) capacity *= 2;
    const keys = new Int32Array(capacity);
    const values = new Uint16Array(capacity);
    for (const [hash, cluster] of pairs) {
      let slot = hash & (capacity - 1);
      while (values[slot] !== 0) slot = (slot + 1) & (capacity - 1);
      keys[slot] = hash;
      values[slot] = cluster | (dull.has(hash) ? DULL : 0);
    }
    return { keys, values };
  }

  /** Cluster of a word, 0 if it is in none. */
  get(hash: number): number {
    return this.#find(hash) & ~DULL;
  }

  /** Group of like clusters that a cluster is in, 0 for none. */
  groupOf(cluster: number): number {
    return this.#groups[cluster]!;
  }

  /** Whether a word is known never to stand in a name; null for a word that is not known. */
  isDull(hash: number): boolean | null {
    const value = this.#find(hash);
    return value === 0 ? null : (value & DULL) !== 0;
  }

  #find(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#values[slot] !== 0) {
      if (this.#keys[slot] === hash) return this.#values[slot]!;
      slot = (slot + 1) & this.#mask;
    }
    return 0;
  }
}
