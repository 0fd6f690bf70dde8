import { LENGTH_BITS, LONGEST_TEXT, NO_TEXT, SAME_AS_SURFACE } from "../dictionary/text-reference.ts";

/** One run of UTF-16 units in which texts are gathered, each once. */
export class TextPool {
  readonly #known = new Map<string, number>();
  #units = new Uint16Array(1 << 20);
  #length = 0;

  /** Returns the reference of a text; `*` is none, and the surface itself needs no place. */
  add(text: string, surface: string): number {
    if (text === surface) return SAME_AS_SURFACE;
    if (text === "*") return NO_TEXT;
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (text.length > LONGEST_TEXT) throw new Error(`text too long for the dictionary: ${text}`);
    if (this.#length + text.length > this.#units.length) {
      const units = new Uint16Array(this.#units.length * 2);
      units.set(this.#units);
      this.#units = units;
    }
    for (let i = 0; i < text.length; i++) this.#units[this.#length + i] = text.charCodeAt(i);
    const reference = ((this.#length << LENGTH_BITS) | text.length) >>> 0;
    this.#length += text.length;
    this.#known.set(text, reference);
    return reference;
  }

  units(): Uint16Array {
    return this.#units.slice(0, this.#length);
  }
}
