import { compileTrie, Trie, type TrieColumns } from "./trie.ts";

/** Words laid out as a trie, and the value of each number that ends at one of its nodes. */
export interface WordColumns extends TrieColumns {
  readonly values: Int32Array;
}

/**
 * Returns words with small integers as values, laid out for {@link LongestMatch}; the first of several values for a
 * word wins.
 */
export function compileWords(words: readonly (readonly [word: string, value: number])[]): WordColumns {
  const { columns, order } = compileTrie(words.map(([word]) => word));
  return { ...columns, values: order.map((index) => words[index]![1]) };
}

/** A look-up of the longest word that begins at a place of a text. */
export class LongestMatch {
  readonly #trie: Trie;
  readonly #values: Int32Array;
  /** End of the last match of {@link longest}. */
  matchEnd = 0;

  constructor(columns: WordColumns) {
    this.#trie = new Trie(columns);
    this.#values = columns.values;
  }

  /** Returns the value of the longest word that begins at `at` and whose end `accepts`; -1 if none. Sets {@link matchEnd}. */
  longest(text: string, at: number, accepts: (end: number) => boolean): number {
    let found = -1;
    let node = 0;
    for (let i = at; i < text.length; i++) {
      node = this.#trie.step(node, text.charCodeAt(i));
      if (node === 0) break;
      const number = this.#trie.valueAt(node);
      if (number >= 0 && accepts(i + 1)) {
        found = this.#values[number]!;
        this.matchEnd = i + 1;
      }
    }
    return found;
  }

  /** Returns the value of a whole word; -1 if there is none. */
  get(word: string): number {
    const number = this.#trie.get(word);
    return number < 0 ? -1 : this.#values[number]!;
  }
}
