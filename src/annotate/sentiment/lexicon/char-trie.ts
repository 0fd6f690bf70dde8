import type { LexiconEntry } from "./entry.ts";

/** The columns of a compiled lexicon: nodes in breadth-first order, so that the children of one are neighbours. */
export interface TrieColumns {
  /** The code unit that leads to each node, ascending among sisters. */
  readonly codes: Uint16Array;
  /** First child of each node; the next node's first child ends the range. */
  readonly firstChild: Int32Array;
  /** First entry of each node; the next node's first entry ends the range. */
  readonly firstEntry: Int32Array;
  readonly values: Float32Array;
  readonly kinds: Uint8Array;
  readonly parts: Uint8Array;
  readonly emotions: Uint8Array;
}

/** Compiles entries, whatever their order, into {@link TrieColumns}. */
export function compileTrie(entries: readonly LexiconEntry[]): TrieColumns {
  const sorted = [...entries].sort((a, b) =>
    a.text < b.text ? -1 : a.text > b.text ? 1 : a.kind - b.kind || a.pos - b.pos,
  );
  const codes: number[] = [0];
  const firstChild: number[] = [];
  const firstEntry: number[] = [];
  const order: LexiconEntry[] = [];
  // Each node in the queue owns the range of sorted entries that share its prefix.
  const from = [0];
  const to = [sorted.length];
  const depth = [0];
  for (let node = 0; node < codes.length; node++) {
    let at = from[node]!;
    const end = to[node]!;
    const length = depth[node]!;
    firstEntry.push(order.length);
    while (at < end && sorted[at]!.text.length === length) order.push(sorted[at++]!);
    firstChild.push(codes.length);
    while (at < end) {
      const code = sorted[at]!.text.charCodeAt(length);
      const begin = at;
      while (at < end && sorted[at]!.text.charCodeAt(length) === code) at++;
      codes.push(code);
      from.push(begin);
      to.push(at);
      depth.push(length + 1);
    }
  }
  firstChild.push(codes.length);
  firstEntry.push(order.length);
  return {
    codes: Uint16Array.from(codes),
    firstChild: Int32Array.from(firstChild),
    firstEntry: Int32Array.from(firstEntry),
    values: Float32Array.from(order, ({ value }) => value),
    kinds: Uint8Array.from(order, ({ kind }) => kind),
    parts: Uint8Array.from(order, ({ pos }) => pos),
    emotions: Uint8Array.from(order, ({ emotion }) => emotion),
  };
}

/** Walks a compiled lexicon one code unit at a time; reading allocates nothing. */
export class CharTrie {
  readonly columns: TrieColumns;
  readonly #roots = new Int32Array(0x10000);
  /** Which low five bits the children of each node have: tells of most code units that they lead nowhere. */
  readonly #masks: Int32Array;

  constructor(columns: TrieColumns) {
    this.columns = columns;
    const { codes, firstChild } = columns;
    this.#masks = new Int32Array(codes.length);
    for (let node = 0; node < codes.length; node++) {
      for (let child = firstChild[node]!; child < firstChild[node + 1]!; child++) {
        this.#masks[node]! |= 1 << (codes[child]! & 31);
      }
    }
    for (let child = columns.firstChild[0]!; child < columns.firstChild[1]!; child++) {
      this.#roots[columns.codes[child]!] = child;
    }
  }

  /** Tells, fast, whether a node may have a child by a folded code unit; a false answer is sure. */
  may(node: number, code: number): boolean {
    return ((this.#masks[node]! >>> (code & 31)) & 1) !== 0;
  }

  /** The child of a node by a folded code unit; 0 if there is none (the root is nobody's child). */
  step(node: number, code: number): number {
    if (node === 0) return this.#roots[code]!;
    if (!this.may(node, code)) return 0;
    const { codes, firstChild } = this.columns;
    let low = firstChild[node]!;
    let high = firstChild[node + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = codes[middle]!;
      if (found === code) return middle;
      if (found < code) low = middle + 1;
      else high = middle;
    }
    return 0;
  }
}
