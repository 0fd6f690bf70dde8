import type { NameColumns } from "./compile-names.ts";

/** Bits of the filter of first pairs: 32 KB, which a processor's first cache holds. */
const PAIR_BITS = 18;

/**
 * A trie over UTF-16 code units with small integers as values, over the columns of {@link NameColumns}.
 *
 * The first character leads to its node by a table, the others by halving; most places of a text are told off before
 * that by a filter of the first two characters (Bloom 1970). {@link NameTrie.longest} allocates nothing.
 */
export class NameTrie {
  readonly #codes: Uint16Array;
  readonly #firstChild: Int32Array;
  readonly #values: Int32Array;
  /** Node of each first code unit; 0 for none. */
  readonly #roots = new Int32Array(65536);
  readonly #pairs = new Int32Array(1 << (PAIR_BITS - 5));
  /** End of the last match of {@link longest}. */
  matchEnd = 0;

  constructor({ codes, firstChild, values }: NameColumns) {
    this.#codes = codes;
    this.#firstChild = firstChild;
    this.#values = values;
    for (let root = firstChild[0]!; root < firstChild[1]!; root++) {
      this.#roots[codes[root]!] = root;
      for (let child = firstChild[root]!; child < firstChild[root + 1]!; child++) {
        const pair = pairOf(codes[root]!, codes[child]!);
        this.#pairs[pair >>> 5]! |= 1 << (pair & 31);
      }
    }
  }

  /** Value of the longest name that begins at `at` and whose end `accepts`; -1 if none. Sets {@link matchEnd}. */
  longest(text: string, at: number, accepts: (end: number) => boolean): number {
    if (at >= text.length) return -1;
    const first = text.charCodeAt(at);
    let node = this.#roots[first]!;
    if (node === 0) return -1;
    let found = -1;
    if (this.#values[node] !== -1 && accepts(at + 1)) {
      found = this.#values[node]!;
      this.matchEnd = at + 1;
    }
    if (at + 1 === text.length) return found;
    const pair = pairOf(first, text.charCodeAt(at + 1));
    if ((this.#pairs[pair >>> 5]! & (1 << (pair & 31))) === 0) return found;
    for (let i = at + 1; i < text.length; i++) {
      node = this.#child(node, text.charCodeAt(i));
      if (node === 0) break;
      const value = this.#values[node]!;
      if (value !== -1 && accepts(i + 1)) {
        found = value;
        this.matchEnd = i + 1;
      }
    }
    return found;
  }

  /** Value of a whole name; -1 if there is none. */
  get(name: string): number {
    if (name === "") return -1;
    let node = this.#roots[name.charCodeAt(0)]!;
    for (let i = 1; i < name.length && node !== 0; i++) node = this.#child(node, name.charCodeAt(i));
    return node === 0 ? -1 : this.#values[node]!;
  }

  /** The child that a code unit leads to; 0 for none. */
  #child(node: number, code: number): number {
    let low = this.#firstChild[node]!;
    const end = this.#firstChild[node + 1]!;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#codes[middle]! < code) low = middle + 1;
      else high = middle;
    }
    return low < end && this.#codes[low] === code ? low : 0;
  }
}

function pairOf(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> (32 - PAIR_BITS);
}
