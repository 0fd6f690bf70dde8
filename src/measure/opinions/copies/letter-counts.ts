/** Places that letters are counted in: letters that share one make two texts seem nearer than they are, never farther. */
const PLACES = 128;
const MOST = 255;

/** How often each of some texts has which letters. */
export class LetterCounts {
  readonly #counts: Uint8Array;
  readonly #lengths: Uint32Array;

  constructor(texts: readonly string[]) {
    this.#counts = new Uint8Array(texts.length * PLACES);
    this.#lengths = Uint32Array.from(texts, (text) => text.length);
    for (const [t, text] of texts.entries()) {
      for (let i = 0; i < text.length; i++) {
        const at = t * PLACES + (Math.imul(text.charCodeAt(i), 0x9e3779b1) >>> 25);
        if (this.#counts[at]! < MOST) this.#counts[at]!++;
      }
    }
  }

  /**
   * Returns a number of edits that it takes at least to make one text of another: the letters that one has and the other
   * has not, the more of both ways (the bag distance of Bartolini, Ciaccia & Patella 2002).
   */
  fewestEdits(a: number, b: number): number {
    const counts = this.#counts;
    let [more, less] = [0, 0];
    for (let i = a * PLACES, j = b * PLACES, end = i + PLACES; i < end; i++, j++) {
      const difference = counts[i]! - counts[j]!;
      if (difference > 0) more += difference;
      else less -= difference;
    }
    return Math.max(more, less, Math.abs(this.#lengths[a]! - this.#lengths[b]!));
  }
}
