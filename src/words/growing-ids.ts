/** A list of hashes that keeps its memory from one text to the next. */
export class GrowingIds {
  /** The hashes; only the first `length` count. */
  values = new Int32Array(1024);
  length = 0;

  /** Adds a hash, its bits mixed (finalizer of MurmurHash3, Austin Appleby, public domain). */
  push(hash: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    this.values[this.length++] = mixed ^ (mixed >>> 16);
  }
}

/** A list of hashes as they are, that keeps its memory from one text to the next. */
export class GrowingHashes {
  values = new Int32Array(256);
  length = 0;

  /** Adds a hash. */
  push(hash: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = hash;
  }
}
