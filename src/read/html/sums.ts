import type { Blocks } from "./blocks.ts";

/** Sums of a value of blocks before each row of a page, so that what a subtree holds is one difference. */
export class Sums {
  readonly #before: Float64Array;

  constructor(rows: number, blocks: Blocks, value: (block: number) => number) {
    this.#before = new Float64Array(rows + 1);
    for (let row = 0, block = 0; row < rows; row++) {
      const here = block < blocks.length && blocks.from[block] === row ? value(block++) : 0;
      this.#before[row + 1] = this.#before[row]! + here;
    }
  }

  /** Returns the sum of the blocks that begin in the rows `[from, to)`. */
  of(from: number, to: number): number {
    return this.#before[to]! - this.#before[from]!;
  }
}
