interface Node<Value> {
  readonly next: Map<number, Node<Value>>;
  found: Found<Value> | null;
}

/** A word of a {@link WordTree} and what is known of it. */
export interface Found<Value> {
  readonly word: string;
  readonly value: Value;
}

/** Words as a tree of characters, read forward from an offset or backward from one. */
export class WordTree<Value> {
  readonly #root: Node<Value> = { next: new Map(), found: null };
  readonly #step: 1 | -1;

  constructor(words: Iterable<readonly [string, Value]>, direction: "forward" | "backward") {
    this.#step = direction === "forward" ? 1 : -1;
    for (const [word, value] of words) this.#add(word, value);
  }

  /** The longest word between an offset and a limit that begins there, or ends there where it is read backward. */
  longest(text: string, offset: number, limit: number): Found<Value> | null {
    const step = this.#step;
    let best: Found<Value> | null = null;
    let node: Node<Value> | undefined = this.#root;
    for (let at = step > 0 ? offset : offset - 1; step > 0 ? at < limit : at >= limit; at += step) {
      node = node.next.get(text.charCodeAt(at));
      if (node === undefined) break;
      if (node.found !== null) best = node.found;
    }
    return best;
  }

  #add(word: string, value: Value): void {
    let node = this.#root;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(this.#step > 0 ? i : word.length - 1 - i);
      let next = node.next.get(code);
      if (next === undefined) {
        next = { next: new Map(), found: null };
        node.next.set(code, next);
      }
      node = next;
    }
    if (word !== "") node.found = { word, value };
  }
}
