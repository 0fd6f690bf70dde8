import type { Tokens } from "../model/tokens.ts";
import { bitsOf } from "./token-bits.ts";
import { wordClassOf } from "./word-class.ts";

const UNSEEN = -1;

/**
 * The classes of tokens, held beside them by `posId`: each part of speech is classified once, when it is met.
 *
 * One serves all texts of one tokenizer, whose numbers these are.
 */
export class TokenClasses {
  #bits = new Int32Array(1024).fill(UNSEEN);
  #words = new Int8Array(1024).fill(UNSEEN);

  /** Returns the bits of a token, see `Is`. */
  bits(tokens: Tokens, row: number): number {
    const id = tokens.posId(row);
    if (id >= this.#bits.length) this.#grow(id * 2);
    let bits = this.#bits[id]!;
    if (bits === UNSEEN) {
      const { pos, conjugationForm } = tokens.at(row);
      bits = bitsOf(pos, conjugationForm);
      this.#bits[id] = bits;
    }
    return bits;
  }

  /** Returns the one class of a token, see `W`. */
  word(tokens: Tokens, row: number): number {
    const id = tokens.posId(row);
    if (id >= this.#bits.length) this.#grow(id * 2);
    let word = this.#words[id]!;
    if (word === UNSEEN) {
      word = wordClassOf(tokens.pos(row));
      this.#words[id] = word;
    }
    return word;
  }

  #grow(size: number): void {
    const bits = new Int32Array(size).fill(UNSEEN);
    const words = new Int8Array(size).fill(UNSEEN);
    bits.set(this.#bits);
    words.set(this.#words);
    this.#bits = bits;
    this.#words = words;
  }
}
