/** Columns that are cut from the same array until it is used up: many small typed arrays cost more than what is in them. */
export class Store<Column extends Uint8Array | Int32Array> {
  readonly #make: (size: number) => Column;
  #block: Column;
  #used = 0;

  constructor(make: (size: number) => Column) {
    this.#make = make;
    this.#block = make(0);
  }

  /** Returns a copy of the first items of a column. */
  copy(column: Column, length: number): Column {
    if (this.#used + length > this.#block.length) {
      this.#block = this.#make(Math.max(BLOCK, length));
      this.#used = 0;
    }
    // A part of an array is of its own kind; the type of subarray does not say so.
    const copied = this.#block.subarray(this.#used, this.#used + length) as Column;
    for (let at = 0; at < length; at++) copied[at] = column[at]!;
    this.#used += length;
    return copied;
  }
}

/** Items of a block: few enough not to matter where one frame keeps it. */
const BLOCK = 16_384;
