import type { Blocks } from "./blocks.ts";

/** Sums of a value of blocks before each of them, so that what a subtree holds is one difference. */
export class Sums {
  readonly #starts: Int32Array;
  readonly #before: Float64Array;

  constructor(blocks: Blocks, value: (block: number) => number) {
    this.#starts = blocks.starts;
    this.#before = new Float64Array(blocks.length + 1);
    for (let block = 0; block < blocks.length; block++) this.#before[block + 1] = this.#before[block]! + value(block);
  }

  /** Returns the sum of the blocks that begin in the rows `[from, to)`. */
  of(from: number, to: number): number {
    return this.#before[this.#starts[to]!]! - this.#before[this.#starts[from]!]!;
  }
}
