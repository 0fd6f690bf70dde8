import { compileTrie, Trie } from "./trie.ts";

/** A word of a {@link WordTree} and what is known of it. */
export interface Found<Value> {
  readonly word: string;
  readonly value: Value;
}

/** Words with values, read forward from an offset or backward from one. */
export class WordTree<Value> {
  readonly #trie: Trie;
  readonly #found: readonly Found<Value>[];
  readonly #step: 1 | -1;

  constructor(words: Iterable<readonly [string, Value]>, direction: "forward" | "backward") {
    this.#step = direction === "forward" ? 1 : -1;
    // The last of equal words wins, as in a Map.
    const entries = [...new Map(words)];
    const { columns, order } = compileTrie(entries.map(([word]) => (this.#step > 0 ? word : reversed(word))));
    this.#trie = new Trie(columns);
    this.#found = Array.from(order, (index) => ({ word: entries[index]![0], value: entries[index]![1] }));
  }

  /** Returns the longest word between an offset and a limit that begins there, or ends there where it is read backward. */
  longest(text: string, offset: number, limit: number): Found<Value> | null {
    const step = this.#step;
    let best = -1;
    let node = 0;
    for (let at = step > 0 ? offset : offset - 1; step > 0 ? at < limit : at >= limit; at += step) {
      node = this.#trie.step(node, text.charCodeAt(at));
      if (node === 0) break;
      const value = this.#trie.valueAt(node);
      if (value >= 0) best = value;
    }
    return best < 0 ? null : this.#found[best]!;
  }
}

/** By code units, as texts are walked. */
function reversed(word: string): string {
  let text = "";
  for (let i = word.length - 1; i >= 0; i--) text += word[i];
  return text;
}
