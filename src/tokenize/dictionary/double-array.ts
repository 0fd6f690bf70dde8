import { CODE_MASK, LARGEST_CODE } from "./character-word.ts";

/** Words per state: base, then label and first entry. */
export const STATE_WORDS = 2;
/** Offset of the word that holds the label in its low 13 bits and the first entry (0: none) above. */
export const LABEL = 1;
export const ENTRY_SHIFT = 13;
/** Base of a state without successors. */
export const LEAF = -1;

/** A key of the trie as codes, and the first of the entries that it leads to; entry 0 would say "none". */
export interface TrieKey {
  readonly codes: Uint16Array;
  readonly firstEntry: number;
}

/** Keys lead to entries below this. */
export const LARGEST_ENTRY = (1 << (32 - ENTRY_SHIFT)) - 1;

/**
 * Returns a double array (Aoe 1989) over character codes: from a state, code c leads to the slot `base + c` if that
 * slot's label is c.
 *
 * No two states share a base, so the label alone proves the parent, and a state fits in eight bytes. States are named
 * by the index of their first word, bases stored the same way. Keys must be sorted by their codes, without
 * repetition; codes start at 1. The root is state 0.
 */
export function buildDoubleArray(keys: readonly TrieKey[]): Int32Array {
  return new Builder(keys).build();
}

/** Label of a slot that no state holds. */
const EMPTY = CODE_MASK;

class Builder {
  readonly #keys: readonly TrieKey[];
  #words = new Int32Array(0);
  #hasBase = new Uint8Array(0);
  /** Next and previous free slot for each slot; a ring through slot 0, which the root holds. */
  #nextFree = new Int32Array(0);
  #previousFree = new Int32Array(0);
  #slots = 0;
  #last = 0;
  /** Starts of the search for bases, moved on when a region has become nearly full. */
  #from = 0;

  constructor(keys: readonly TrieKey[]) {
    this.#keys = keys;
  }

  build(): Int32Array {
    this.#grow(1 << 12);
    this.#take(0);
    this.#words.set([LEAF, EMPTY], 0);
    // Breadth first: the first characters' states, which every search touches, come to lie together.
    const queue: [state: number, low: number, high: number, depth: number][] = [[0, 0, this.#keys.length, 0]];
    for (let head = 0; head < queue.length; head++) {
      const [state, low, high, depth] = queue[head]!;
      this.#expand(state, low, high, depth, queue);
    }
    // Any code may be added to any base without leaving the array.
    while (this.#slots < this.#last + 1 + LARGEST_CODE) this.#grow(this.#slots * 2);
    return this.#words.slice(0, (this.#last + 1 + LARGEST_CODE) * STATE_WORDS);
  }

  #expand(slot: number, low: number, high: number, depth: number, queue: [number, number, number, number][]): void {
    const at = slot * STATE_WORDS;
    let first = low;
    const own = this.#keys[low];
    if (own !== undefined && own.codes.length === depth && depth > 0) {
      this.#words[at + LABEL]! |= own.firstEntry << ENTRY_SHIFT;
      first++;
    }
    this.#words[at] = LEAF;
    if (first === high) return;
    const codes: number[] = [];
    const starts: number[] = [];
    for (let i = first; i < high; i++) {
      const code = this.#keys[i]!.codes[depth]!;
      if (codes.length === 0 || code !== codes[codes.length - 1]) {
        codes.push(code);
        starts.push(i);
      }
    }
    starts.push(high);
    const base = this.#findBase(codes);
    this.#words[at] = base * STATE_WORDS;
    this.#hasBase[base] = 1;
    codes.forEach((code, i) => {
      const child = base + code;
      this.#take(child);
      this.#words[child * STATE_WORDS + LABEL] = code;
      queue.push([child, starts[i]!, starts[i + 1]!, depth + 1]);
    });
  }

  #findBase(codes: readonly number[]): number {
    const first = codes[0]!;
    let tried = 0;
    for (let slot = this.#nextFree[this.#from]!; ; slot = this.#nextFree[slot]!) {
      if (slot === 0 || slot >= this.#slots - 1) {
        this.#grow(this.#slots * 2);
        slot = this.#nextFree[this.#from]!;
      }
      const base = slot - first;
      if (base < 0) continue;
      const top = base + codes[codes.length - 1]!;
      while (top >= this.#slots) this.#grow(this.#slots * 2);
      if (this.#fits(base, codes)) return base;
      // A region that has refused this often is full enough; later searches start behind it.
      if (++tried === 4096) this.#from = this.#previousFree[slot]!;
    }
  }

  #fits(base: number, codes: readonly number[]): boolean {
    if (this.#hasBase[base] === 1) return false;
    for (let i = codes.length - 1; i > 0; i--) {
      if (this.#words[(base + codes[i]!) * STATE_WORDS + LABEL] !== EMPTY || base + codes[i]! === 0) return false;
    }
    return true;
  }

  #take(slot: number): void {
    if (slot > this.#last) this.#last = slot;
    const next = this.#nextFree[slot]!;
    const previous = this.#previousFree[slot]!;
    if (slot === 0) return;
    this.#nextFree[previous] = next;
    this.#previousFree[next] = previous;
    if (slot === this.#from) this.#from = previous;
  }

  #grow(slots: number): void {
    const words = new Int32Array(slots * STATE_WORDS).fill(EMPTY);
    const hasBase = new Uint8Array(slots);
    hasBase.set(this.#hasBase);
    this.#hasBase = hasBase;
    words.set(this.#words.subarray(0, this.#slots * STATE_WORDS));
    const next = new Int32Array(slots);
    const previous = new Int32Array(slots);
    next.set(this.#nextFree);
    previous.set(this.#previousFree);
    const start = Math.max(this.#slots, 1);
    let tail = this.#slots === 0 ? 0 : previous[0]!;
    for (let slot = start; slot < slots; slot++) {
      next[tail] = slot;
      previous[slot] = tail;
      tail = slot;
    }
    next[tail] = 0;
    previous[0] = tail;
    this.#words = words;
    this.#nextFree = next;
    this.#previousFree = previous;
    this.#slots = slots;
  }
}
