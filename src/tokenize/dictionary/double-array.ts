/** Words per state: base, parent, first entry, entry count. */
export const STATE_WORDS = 4;
export const BASE = 0;
export const PARENT = 1;
export const FIRST_ENTRY = 2;
export const ENTRY_COUNT = 3;

/** A key of the trie as codes, and the entries that it leads to. */
export interface TrieKey {
  readonly codes: Uint16Array;
  readonly firstEntry: number;
  readonly entryCount: number;
}

/**
 * Builds a double array (Aoe 1989) over character codes: `next = base[state] + code`, valid if `parent[next] = state`.
 *
 * States are named by the index of their first word, so a step needs no multiplication, and a state's four words
 * share a cache line. Keys must be sorted by their codes, without repetition; codes start at 1. The root is state 0.
 */
export function buildDoubleArray(keys: readonly TrieKey[]): Int32Array {
  return new Builder(keys).build();
}

const UNUSED = -1;

class Builder {
  readonly #keys: readonly TrieKey[];
  #words = new Int32Array(0);
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
    this.#words.set([0, UNUSED, 0, 0], 0);
    // Breadth first: the first characters' states, which every search touches, come to lie together.
    const queue: [state: number, low: number, high: number, depth: number][] = [[0, 0, this.#keys.length, 0]];
    for (let head = 0; head < queue.length; head++) {
      const [state, low, high, depth] = queue[head]!;
      this.#expand(state, low, high, depth, queue);
    }
    return this.#words.slice(0, (this.#last + 1) * STATE_WORDS + this.#largestCode() * STATE_WORDS);
  }

  #largestCode(): number {
    let largest = 1;
    for (const { codes } of this.#keys) for (const code of codes) if (code > largest) largest = code;
    return largest;
  }

  #expand(slot: number, low: number, high: number, depth: number, queue: [number, number, number, number][]): void {
    const at = slot * STATE_WORDS;
    let first = low;
    this.#words[at + FIRST_ENTRY] = 0;
    this.#words[at + ENTRY_COUNT] = 0;
    const own = this.#keys[low];
    if (own !== undefined && own.codes.length === depth && depth > 0) {
      this.#words[at + FIRST_ENTRY] = own.firstEntry;
      this.#words[at + ENTRY_COUNT] = own.entryCount;
      first++;
    }
    this.#words[at + BASE] = 0;
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
    this.#words[at + BASE] = base * STATE_WORDS;
    codes.forEach((code, i) => {
      const child = base + code;
      this.#take(child);
      this.#words[child * STATE_WORDS + PARENT] = at;
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
    for (let i = codes.length - 1; i > 0; i--) {
      if (this.#words[(base + codes[i]!) * STATE_WORDS + PARENT] !== UNUSED || base + codes[i]! === 0) return false;
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
    const words = new Int32Array(slots * STATE_WORDS).fill(UNUSED);
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
