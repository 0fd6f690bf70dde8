/**
 * A trie over UTF-16 code units with small integers as values, in one open-addressing hash table.
 *
 * Written once by the constructor, then read-only; {@link NameTrie.longest} allocates nothing.
 */
export class NameTrie {
  readonly #keys: Float64Array;
  readonly #children: Int32Array;
  readonly #values: Int32Array;
  readonly #mask: number;
  /** 1 for code units that begin a name. */
  readonly #first = new Uint8Array(65536);
  /** End of the last match of {@link longest}. */
  matchEnd = 0;

  constructor(names: readonly (readonly [name: string, value: number])[]) {
    let units = 1;
    for (const [name] of names) units += name.length;
    let capacity = 1024;
    while (capacity < units * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#keys = new Float64Array(capacity).fill(-1);
    this.#children = new Int32Array(capacity);
    this.#values = new Int32Array(units + 1).fill(-1);
    let nodes = 1;
    for (const [name, value] of names) {
      let node = 0;
      if (name !== "") this.#first[name.charCodeAt(0)] = 1;
      for (let i = 0; i < name.length; i++) {
        const slot = this.#slot(node, name.charCodeAt(i));
        if (this.#keys[slot] === -1) {
          this.#keys[slot] = keyOf(node, name.charCodeAt(i));
          this.#children[slot] = nodes++;
        }
        node = this.#children[slot]!;
      }
      if (this.#values[node] === -1) this.#values[node] = value;
    }
  }

  /** Value of the longest name that begins at `at` and whose end `accepts`; -1 if none. Sets {@link matchEnd}. */
  longest(text: string, at: number, accepts: (end: number) => boolean): number {
    if (this.#first[text.charCodeAt(at)] !== 1) return -1;
    let node = 0;
    let found = -1;
    for (let i = at; i < text.length; i++) {
      const slot = this.#slot(node, text.charCodeAt(i));
      if (this.#keys[slot] === -1) break;
      node = this.#children[slot]!;
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
    let node = 0;
    for (let i = 0; i < name.length; i++) {
      const slot = this.#slot(node, name.charCodeAt(i));
      if (this.#keys[slot] === -1) return -1;
      node = this.#children[slot]!;
    }
    return this.#values[node]!;
  }

  /** The place of an edge, or the free place where it would go. */
  #slot(node: number, code: number): number {
    const key = keyOf(node, code);
    let slot = ((Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 8) & this.#mask;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

function keyOf(node: number, code: number): number {
  return node * 65536 + code;
}
