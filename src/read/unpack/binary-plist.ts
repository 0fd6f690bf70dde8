/** A property list as Apple's programs write them in binary (`bplist00`), its objects read where they are asked for. */
export class BinaryPlist {
  readonly #bytes: DataView;
  readonly #offsets: { readonly at: number; readonly size: number; readonly count: number };
  readonly #refSize: number;
  /** The object that holds all others. */
  readonly top: number;

  /** Throws a RangeError for bytes that are none, or not whole: what tells where things are stands at the end. */
  constructor(bytes: Uint8Array) {
    this.#bytes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const trailer = bytes.length - 32;
    this.#refSize = this.#bytes.getUint8(trailer + 7);
    const size = this.#bytes.getUint8(trailer + 6);
    const count = this.#number(trailer + 8, 8);
    const at = this.#number(trailer + 24, 8);
    if (size < 1 || size > 8 || this.#refSize < 1 || this.#refSize > 8 || at + size * count > trailer || at < 8)
      throw new RangeError("the table of its objects lies outside");
    this.#offsets = { at, size, count };
    this.top = this.#number(trailer + 16, 8);
  }

  /** Returns the object under a key of a dictionary; null where there is none, or the object is no dictionary. */
  under(object: number, key: string): number | null {
    const { kind, count, at } = this.#head(object);
    if (kind !== DICTIONARY) return null;
    for (let index = 0; index < count; index++) {
      if (this.#isText(this.#number(at + index * this.#refSize, this.#refSize), key))
        return this.#number(at + (count + index) * this.#refSize, this.#refSize);
    }
    return null;
  }

  /** Returns how many objects an array holds; 0 for another object. */
  length(object: number): number {
    const { kind, count } = this.#head(object);
    return kind === ARRAY ? count : 0;
  }

  /** Returns the bytes of a piece of data; null for another object. */
  data(object: number): Uint8Array | null {
    const { kind, count, at } = this.#head(object);
    return kind === DATA ? this.#slice(at, count) : null;
  }

  /** Returns the text of a string; null for another object. */
  text(object: number): string | null {
    const { kind, count, at } = this.#head(object);
    if (kind === ASCII) return Buffer.from(this.#slice(at, count)).toString("latin1");
    return kind === UTF16
      ? Buffer.from(this.#slice(at, count * 2))
          .swap16()
          .toString("utf16le")
      : null;
  }

  /** Whether an object is a text: one of another length is not looked at, since a broken list may name a long one often. */
  #isText(object: number, text: string): boolean {
    return this.#head(object).count === text.length && this.text(object) === text;
  }

  /** An object's kind, its length in characters, bytes or objects, and where what it holds begins. */
  #head(object: number): { readonly kind: number; readonly count: number; readonly at: number } {
    const { at, size, count } = this.#offsets;
    if (object >= count) throw new RangeError("it names an object that is not there");
    const start = this.#number(at + object * size, size);
    const marker = this.#bytes.getUint8(start);
    const kind = marker >> 4;
    if ((marker & 15) !== 15 || kind < DATA) return { kind, count: marker & 15, at: start + 1 };
    const bytes = 1 << (this.#bytes.getUint8(start + 1) & 15);
    return { kind, count: this.#number(start + 2, bytes), at: start + 2 + bytes };
  }

  #number(at: number, size: number): number {
    let value = 0;
    for (let index = 0; index < size; index++) value = value * 256 + this.#bytes.getUint8(at + index);
    return value;
  }

  #slice(at: number, length: number): Uint8Array {
    if (at + length > this.#bytes.byteLength) throw new RangeError("an object goes beyond its end");
    return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset + at, length);
  }
}

const DATA = 4;
const ASCII = 5;
const UTF16 = 6;
const ARRAY = 10;
const DICTIONARY = 13;
