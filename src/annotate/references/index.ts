import type { Folded } from "./fold.ts";

/** Length of the seeds. */
export const SEED = 4;
/** A seed that stands in more places than this tells nothing. */
const MOST_PLACES = 48;

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
  readonly #texts: readonly Folded[];
  readonly #starts: Int32Array;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #mask: number;

  constructor(texts: readonly Folded[]) {
    this.#texts = texts;
    this.#starts = new Int32Array(texts.length + 1);
    for (let i = 0; i < texts.length; i++) this.#starts[i + 1] = this.#starts[i]! + texts[i]!.codes.length;
    const total = this.#starts[texts.length]!;
    let size = 1024;
    while (size < total * 2) size *= 2;
    this.#mask = size - 1;
    this.#heads = new Int32Array(size).fill(-1);
    this.#next = new Int32Array(total);
    for (let i = texts.length - 1; i >= 0; i--) {
      const { codes } = texts[i]!;
      for (let at = codes.length - SEED; at >= 0; at--) {
        const slot = hash(codes, at) & this.#mask;
        const place = this.#starts[i]! + at;
        this.#next[place] = this.#heads[slot]!;
        this.#heads[slot] = place;
      }
    }
  }

  /** Lists where the seed at `at` of `codes` stands in the texts before number `before`. */
  places(codes: Uint16Array, at: number, before: number): Place[] {
    const found: Place[] = [];
    let place = this.#heads[hash(codes, at) & this.#mask]!;
    for (let steps = 0; place >= 0 && steps < MOST_PLACES; steps++, place = this.#next[place]!) {
      const text = this.#textOf(place);
      if (text >= before) break;
      const start = place - this.#starts[text]!;
      const other = this.#texts[text]!.codes;
      let same = true;
      for (let i = 0; i < SEED && same; i++) same = other[start + i] === codes[at + i];
      if (same) found.push({ text, at: start });
    }
    return found;
  }

  #textOf(place: number): number {
    let low = 0;
    let high = this.#texts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function hash(codes: Uint16Array, at: number): number {
  let value = 0;
  for (let i = 0; i < SEED; i++) value = Math.imul(value ^ codes[at + i]!, 0x01000193) + 0x9e3779b9;
  return (value ^ (value >>> 15)) >>> 0;
}
