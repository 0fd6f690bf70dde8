/**
 * The columns of a trie over UTF-16 code units: nodes breadth first, so that the children of one stand together, in order.
 *
 * Node 0 is the root. What ends at a node are the numbers `[firstValue[node], firstValue[node + 1])`.
 */
export interface TrieColumns {
  /** The code unit that leads to each node, ascending among sisters. */
  readonly codes: Uint16Array;
  /** First child of each node; its last stands before the first child of the next node. */
  readonly firstChild: Int32Array;
  readonly firstValue: Int32Array;
}

/**
 * Returns texts as a trie. `order` gives the index of the text that each number stands for: short texts first, those of
 * one length by their code units, equal ones as given. Empty texts are left out.
 */
export function compileTrie(texts: readonly string[]): { columns: TrieColumns; order: Int32Array } {
  // The order of code units; sorting is stable, so that the first of equal texts stays first.
  const order = [...texts.keys()].filter((index) => texts[index] !== "");
  order.sort((a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : 0));
  const codes = [0];
  const firstChild: number[] = [];
  const firstValue: number[] = [];
  const values: number[] = [];
  /** Of each node: the texts `[from, to)` that begin with its characters, and how many these are. */
  const from = [0];
  const to = [order.length];
  const depths = [0];
  for (let node = 0; node < codes.length; node++) {
    firstChild.push(codes.length);
    firstValue.push(values.length);
    const depth = depths[node]!;
    const end = to[node]!;
    let at = from[node]!;
    while (at < end && texts[order[at]!]!.length === depth) values.push(order[at++]!);
    while (at < end) {
      const code = texts[order[at]!]!.charCodeAt(depth);
      const first = at;
      while (at < end && texts[order[at]!]!.charCodeAt(depth) === code) at++;
      codes.push(code);
      from.push(first);
      to.push(at);
      depths.push(depth + 1);
    }
  }
  firstChild.push(codes.length);
  firstValue.push(values.length);
  return {
    columns: {
      codes: Uint16Array.from(codes),
      firstChild: Int32Array.from(firstChild),
      firstValue: Int32Array.from(firstValue),
    },
    order: Int32Array.from(values),
  };
}

/** A walk through the columns of a trie, one code unit at a time; nothing of it allocates. */
export class Trie {
  /** First of the numbers that end at each node; the next node's first ends them. */
  readonly firstValue: Int32Array;
  readonly #codes: Uint16Array;
  readonly #firstChild: Int32Array;
  /** Node of each first code unit; 0 for none. */
  readonly #roots = new Int32Array(0x10000);
  /** Which low five bits the children of each node have: tells of most code units that they lead nowhere. */
  readonly #masks: Int32Array;

  constructor({ codes, firstChild, firstValue }: TrieColumns) {
    this.firstValue = firstValue;
    this.#codes = codes;
    this.#firstChild = firstChild;
    this.#masks = new Int32Array(codes.length);
    for (let node = 0; node < codes.length; node++) {
      let mask = 0;
      const end = firstChild[node + 1]!;
      for (let child = firstChild[node]!; child < end; child++) mask |= 1 << (codes[child]! & 31);
      this.#masks[node] = mask;
    }
    for (let root = firstChild[0]!; root < firstChild[1]!; root++) this.#roots[codes[root]!] = root;
  }

  /** Whether a node has children at all. */
  goesOn(node: number): boolean {
    return this.#masks[node] !== 0;
  }

  /** Whether a node may have a child by a code unit; false is sure, and known fast. */
  may(node: number, code: number): boolean {
    return ((this.#masks[node]! >>> (code & 31)) & 1) !== 0;
  }

  /** Returns the child of a node by a code unit; 0 if there is none (the root is nobody's child). */
  step(node: number, code: number): number {
    if (node === 0) return this.#roots[code]!;
    if (((this.#masks[node]! >>> (code & 31)) & 1) === 0) return 0;
    let low = this.#firstChild[node]!;
    let high = this.#firstChild[node + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = this.#codes[middle]!;
      if (found === code) return middle;
      if (found < code) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  /** Returns the first number that ends at a node; -1 if none does. */
  valueAt(node: number): number {
    const value = this.firstValue[node]!;
    return value < this.firstValue[node + 1]! ? value : -1;
  }

  /** Returns the first number of a whole text; -1 if it is not in the trie. */
  get(text: string): number {
    let node = 0;
    for (let i = 0; i < text.length; i++) {
      node = this.step(node, text.charCodeAt(i));
      if (node === 0) return -1;
    }
    return text === "" ? -1 : this.valueAt(node);
  }
}
