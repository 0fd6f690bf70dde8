/** So much room is kept for the next lines; what a giant line needed is given back. */
const KEPT = 1 << 22;
const encoder = new TextEncoder();

/** JSON that is written as bytes of UTF-8, piece after piece, without a string of the whole. */
export class JsonBytes {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  /** The number of bytes so far. */
  get length(): number {
    return this.#length;
  }

  /** Removes all behind the first `length` bytes. */
  rewind(length: number): void {
    this.#length = length;
  }

  /** Writes JSON without half surrogate pairs, which `JSON.stringify` escapes. */
  text(json: string): void {
    this.#reserve(json.length * 3);
    this.#length += encoder.encodeInto(json, this.#bytes.subarray(this.#length)).written;
  }

  /** Writes bytes of UTF-8. */
  bytes(json: Uint8Array): void {
    this.part(json, 0, json.length);
  }

  /** Writes the bytes `[from, to)` of some: few one by one, many at once, for which a view of them must be made. */
  part(json: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    const bytes = this.#bytes;
    let at = this.#length;
    if (to - from > FEW) bytes.set(json.subarray(from, to), at);
    else for (let i = from; i < to; i++) bytes[at++] = json[i]!;
    this.#length += to - from;
  }

  /** Writes a whole number from 0. */
  number(value: number): void {
    this.#reserve(DIGITS);
    let digits = 1;
    for (let least = 10; value >= least; least *= 10) digits++;
    let left = value;
    for (let at = this.#length + digits - 1; at >= this.#length; at--) {
      const rest = Math.floor(left / 10);
      this.#bytes[at] = ZERO + left - rest * 10;
      left = rest;
    }
    this.#length += digits;
  }

  /** Returns all that was written, and begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    if (this.#bytes.length > KEPT) this.#bytes = new Uint8Array(1 << 16);
    return taken;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** To copy so many bytes takes as long as to make a view of them. */
const FEW = 32;
/** Digits of the largest safe number. */
const DIGITS = 16;
const ZERO = 0x30;

/** Returns text as bytes, to be written often. */
export const jsonBytes = (json: string): Uint8Array => encoder.encode(json);
