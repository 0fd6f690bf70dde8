import { LABELS, type OUTSIDE } from "./labels.ts";

/** Words of four weights in a row, for the labels behind {@link OUTSIDE}; a row lies in one line of a cache. */
export const ROW_WORDS = (LABELS - 1) / 4;
const LOW = 0x00ff00ff;

/**
 * Rows of weights by the hash of the feature, in an open-addressing table.
 *
 * The lower bits of the hash choose the place, the upper 16 tell features apart: one in 65536 strangers is mistaken for
 * a feature, which costs less than the room and time that whole keys would take. Rows are summed four weights to a word
 * (Lamport 1975, Multiple byte processing with full-word instructions).
 */
export class FeatureTable {
  readonly #keys: Uint16Array;
  /** The weights less that of outside, plus 128, so that sums of bytes never borrow from their neighbours. */
  readonly #words: Int32Array;
  readonly #mask: number;
  /** What one step of a weight is worth. */
  readonly scale: number;

  /** `words`: of each place the weights of the labels behind outside, less that of outside, plus 128, four in a word. */
  constructor(keys: Uint16Array, words: Int32Array, scale: number) {
    this.#keys = keys;
    this.#words = words;
    this.#mask = keys.length - 1;
    this.scale = scale;
  }

  /**
   * Adds the rows of `count` features to `sums` from `at`, in steps of {@link scale}; nothing for an unknown feature, and
   * nothing for {@link OUTSIDE}, which all weights are measured from.
   *
   * At most 257 features, so that a sum fits in 16 bits.
   */
  add(features: Int32Array, count: number, sums: Int32Array, at: number): void {
    const keys = this.#keys;
    const words = this.#words;
    const mask = this.#mask;
    // All places are found before any row is read, so that the processor can wait for many rows at once.
    let found = 0;
    for (let f = 0; f < count; f++) {
      const hash = features[f]!;
      const wanted = hash >>> 16 || 1;
      let slot = hash & mask;
      let key = keys[slot]!;
      while (key !== 0 && key !== wanted) {
        slot = (slot + 1) & mask;
        key = keys[slot]!;
      }
      ROWS[found] = slot * ROW_WORDS;
      if (key !== 0) found++;
    }
    // Named sums stay in registers, which an array's would not.
    let [a0, a1, b0, b1, c0, c1, d0, d1] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let f = 0; f < found; f++) {
      const row = ROWS[f]!;
      const a = words[row]!;
      const b = words[row + 1]!;
      const c = words[row + 2]!;
      const d = words[row + 3]!;
      a0 = (a0 + (a & LOW)) | 0;
      a1 = (a1 + ((a >>> 8) & LOW)) | 0;
      b0 = (b0 + (b & LOW)) | 0;
      b1 = (b1 + ((b >>> 8) & LOW)) | 0;
      c0 = (c0 + (c & LOW)) | 0;
      c1 = (c1 + ((c >>> 8) & LOW)) | 0;
      d0 = (d0 + (d & LOW)) | 0;
      d1 = (d1 + ((d >>> 8) & LOW)) | 0;
    }
    const bias = 128 * found;
    spread(a0, a1, bias, sums, at + 1);
    spread(b0, b1, bias, sums, at + 5);
    spread(c0, c1, bias, sums, at + 9);
    spread(d0, d1, bias, sums, at + 13);
  }
}

/** Scratch space that holds nothing between two calls. */
const ROWS = new Int32Array(257);

function spread(even: number, odd: number, bias: number, sums: Int32Array, at: number): void {
  sums[at]! += (even & 0xffff) - bias;
  sums[at + 1]! += (odd & 0xffff) - bias;
  sums[at + 2]! += (even >>> 16) - bias;
  sums[at + 3]! += (odd >>> 16) - bias;
}
