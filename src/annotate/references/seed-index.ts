import type { Folded } from "./fold.ts";

/** Length of the seeds. */
export const SEED = 4;
/** A seed that stands in more places than this tells nothing. */
const MOST_PLACES = 24;

/** Where a seed stands: number of the text and place in its folded characters. */
export interface Place {
  readonly text: number;
  readonly at: number;
}

/**
 * An index of all runs of four folded characters of many texts.
 *
 * Chained hashing over typed arrays: building takes time and memory linear in the characters; earlier texts are found first.
 */
export class SeedIndex {
  readonly #codes: Uint16Array;
  readonly #starts: Int32Array;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #mask: number;

  constructor(texts: readonly Folded[]) {
    this.#starts = new Int32Array(texts.length + 1);
    for (let i = 0; i < texts.length; i++) this.#starts[i + 1] = this.#starts[i]! + texts[i]!.codes.length;
    const total = this.#starts[texts.length]!;
    this.#codes = new Uint16Array(total + SEED);
    for (let i = 0; i < texts.length; i++) this.#codes.set(texts[i]!.codes, this.#starts[i]!);
    let size = 1024;
    while (size < total) size *= 2;
    this.#mask = size - 1;
    this.#heads = new Int32Array(size).fill(-1);
    this.#next = new Int32Array(total);
    // Seeds across the seam of two texts do no harm: whoever finds one finds that the rest differs.
    for (let place = total - SEED; place >= 0; place--) {
      const slot = hash(this.#codes, place) & this.#mask;
      this.#next[place] = this.#heads[slot]!;
      this.#heads[slot] = place;
    }
  }

  /** Returns the places where the seed at `at` of `codes` stands in the texts before number `before`. */
  places(codes: Uint16Array, at: number, before: number): Place[] {
    const found: Place[] = [];
    const end = this.#starts[before]!;
    let place = this.#heads[hash(codes, at) & this.#mask]!;
    for (let steps = 0; place >= 0 && place < end && steps < MOST_PLACES; steps++, place = this.#next[place]!) {
      if (
        this.#codes[place] !== codes[at] ||
        this.#codes[place + 1] !== codes[at + 1] ||
        this.#codes[place + 2] !== codes[at + 2] ||
        this.#codes[place + 3] !== codes[at + 3]
      )
        continue;
      const text = this.#textOf(place);
      found.push({ text, at: place - this.#starts[text]! });
    }
    return found;
  }

  #textOf(place: number): number {
    let low = 0;
    let high = this.#starts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function hash(codes: Uint16Array, at: number): number {
  let value = Math.imul(codes[at]!, 0x9e3779b1) ^ codes[at + 1]!;
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b) ^ codes[at + 2]!;
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35) ^ codes[at + 3]!;
  value = Math.imul(value, 0x27d4eb2f);
  return (value ^ (value >>> 15)) >>> 0;
}
