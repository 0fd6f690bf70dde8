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
  #bits = new Int32Array(0);
  #words = new Int8Array(0);

  constructor() {
    this.#grow(1024);
  }

  /** Returns the bits of a token, see `Is`. */
  bits(tokens: Tokens, row: number): number {
    const id = tokens.posId(row);
    if (id >= this.#words.length || this.#words[id] === UNSEEN) this.#learn(tokens, row, id);
    return this.#bits[id]!;
  }

  /** Returns the one class of a token, see `W`. */
  word(tokens: Tokens, row: number): number {
    const id = tokens.posId(row);
    if (id >= this.#words.length || this.#words[id] === UNSEEN) this.#learn(tokens, row, id);
    return this.#words[id]!;
  }

  #learn(tokens: Tokens, row: number, id: number): void {
    if (id >= this.#words.length) this.#grow(id * 2);
    const { pos, conjugationForm } = tokens.at(row);
    this.#bits[id] = bitsOf(pos, conjugationForm);
    this.#words[id] = wordClassOf(pos);
  }

  #grow(size: number): void {
    const bits = new Int32Array(size);
    const words = new Int8Array(size).fill(UNSEEN);
    bits.set(this.#bits);
    words.set(this.#words);
    this.#bits = bits;
    this.#words = words;
  }
}
