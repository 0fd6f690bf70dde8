import {
  CLASS_CATEGORIES,
  CLASS_ENTRY_COUNT,
  CLASS_FIRST_ENTRY,
  CLASS_GROUP,
  CLASS_INVOKE,
  CLASS_LENGTH,
  CLASS_WORDS,
  DEFAULT_CLASS,
} from "../dictionary/character-class.ts";
import { CLASS_MASK, CLASS_SHIFT, CODE_MASK, COMPLEX, LOW_SURROGATE, SPACE } from "../dictionary/character-word.ts";
import type { Dictionary } from "../dictionary/dictionary.ts";
import { ENTRY_SHIFT, LABEL, LEAF } from "../dictionary/double-array.ts";
import { COST_SHIFT, ID_MASK, LAST_ENTRY } from "../dictionary/entry-word.ts";
import type { UserLexicon } from "../user/user-lexicon.ts";
import { EMOJI, INSIDE, markGraphemes } from "./grapheme-marks.ts";

/** Words per row of output: start, end, entry. */
export const ROW_WORDS = 3;

/** Longest run of characters that becomes one unknown word, beyond its first: MeCab's `max-grouping-size`. */
const LONGEST_GROUP = 24;

/** Units that are looked at together; a longer line moves through this window. */
const WINDOW = 1 << 14;

/** Grapheme clusters that a word may reach beyond the place where it starts; IPADIC's longest word has 36 units. */
const REACH = 128;

/** More nodes than the dictionary's words and the unknown words at one place can ever need. */
const NODES_PER_PLACE = 1024;

// A node of the lattice is eight words; nodes are named by the index of their first.
const NODE_WORDS = 8;
const COST = 0;
const ID = 1;
const NEXT = 2;
const PREVIOUS = 3;
const ENTRY = 4;
const END = 5;
const RIVAL_WORDS = 4;

/** The node at the beginning of a line, and after moving the window the last word that is decided. */
const ORIGIN = NODE_WORDS;

/**
 * Finds the cheapest path of words through a text (Viterbi), as MeCab does, ties included.
 *
 * Holds scratch space only: what was cut before has no influence. A line at a time: between `\n` or `\r\n` words do
 * not connect. `rows` holds the result of the last `cut`, `ROW_WORDS` a token.
 */
export class Lattice {
  rows = new Int32Array(ROW_WORDS * 1024);
  #count = 0;

  readonly #dictionary: Dictionary;
  readonly #user: UserLexicon | undefined;
  readonly #characters: Int32Array;
  #words = new Int32Array(WINDOW + 1);
  #marks = new Uint8Array(WINDOW + 1);
  #heads = new Int32Array(WINDOW + 1);
  #nodes = new Int32Array(NODE_WORDS * (1 << 16));
  #free = ORIGIN;
  /** Best predecessor of each id at the present place: tick, cost, node. */
  readonly #best: Int32Array;
  #tick = 0;
  /** Nodes that end at the present place and may be on the best path: cost, id, node. */
  #rivals = new Int32Array(RIVAL_WORDS * 256);
  #rivalEnd = 0;
  /** Units in the window. */
  #end = 0;
  #window: number;
  #isMarked = false;
  #isTrailing = false;
  readonly #reach: number;
  /** Words of nodes that one place may need. */
  readonly #reserve: number;

  /** `window` is the number of units that are looked at together; it has no influence on the result. */
  constructor(dictionary: Dictionary, user?: UserLexicon, window = WINDOW) {
    this.#window = window;
    this.#dictionary = dictionary;
    this.#user = user;
    this.#characters = user === undefined ? dictionary.characters : user.characters;
    this.#best = new Int32Array(dictionary.ids.length * 4);
    this.#reach = Math.max(REACH, (user?.longest ?? 0) + 2);
    this.#reserve = NODE_WORDS * (NODES_PER_PLACE + (user?.costs.length ?? 0));
    while (this.#nodes.length < 4 * this.#reserve) this.#nodes = new Int32Array(this.#nodes.length * 2);
  }

  /** Bytes of scratch space, without the rows of the last result. */
  get scratchBytes(): number {
    return [this.#words, this.#marks, this.#heads, this.#nodes, this.#best, this.#rivals].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
  }

  /** Cuts a text and returns the number of tokens, whose rows are in `rows` until the next call. */
  cut(text: string): number {
    this.#count = 0;
    for (let start = 0; start < text.length; ) {
      let end = text.indexOf("\n", start);
      if (end < 0) end = text.length;
      const next = end + 1;
      if (end > start && end < text.length && text.charCodeAt(end - 1) === 0x0d) end--;
      if (end > start) this.#cutLine(text, start, end);
      start = next;
    }
    return this.#count;
  }

  /** The cost of the cheapest path through a line between a word with the id `left` and one with each id of `right`. */
  costs(line: string, left: number, right: readonly number[]): number[] {
    this.#setOrigin(0, left);
    this.#fill(line, 0, line.length);
    this.#heads.fill(0, 1, this.#end + 1);
    this.#heads[0] = ORIGIN;
    const place = this.#advance(0, this.#end);
    this.#gatherAll(place);
    return right.map((id) => {
      this.#cheapestBefore(id);
      return this.#best[(id << 2) + 1]!;
    });
  }

  /** The connection id of a word's likeliest reading. */
  idOf(word: string): number {
    this.cut(word);
    return this.#dictionary.entries[this.rows[2]!]! & ID_MASK;
  }

  #cutLine(text: string, start: number, end: number): void {
    if (this.#tick > 0x3fffffff) {
      this.#tick = 0;
      this.#best.fill(0);
    }
    this.#setOrigin(0, this.#dictionary.ids[0]!);
    let offset = start;
    let place = 0;
    this.#fill(text, offset, end);
    this.#heads.fill(0, 1, this.#end + 1);
    this.#heads[0] = ORIGIN;
    for (;;) {
      const isLast = offset + this.#end === end;
      const limit = isLast ? this.#end : this.#safeLimit();
      this.#isTrailing = false;
      place = this.#advance(place, limit);
      if (isLast && (place === limit || this.#isTrailing)) break;
      const shift = this.#decide(offset, place);
      if (place < limit && shift < place / 2) this.#growNodes();
      else if (shift < this.#window / 4) this.#window *= 2;
      offset += shift;
      // The last word that is decided may reach beyond the place.
      place = Math.max(place - shift, 0);
      this.#fill(text, offset, end);
    }
    this.#finish(offset, place);
  }

  #setOrigin(cost: number, id: number): void {
    const nodes = this.#nodes;
    nodes[ORIGIN + COST] = cost;
    nodes[ORIGIN + ID] = id;
    nodes[ORIGIN + NEXT] = 0;
    nodes[ORIGIN + PREVIOUS] = 0;
    nodes[ORIGIN + END] = 0;
    this.#free = ORIGIN + NODE_WORDS;
  }

  /** Brings the units from `start` on into the window. */
  #fill(text: string, start: number, end: number): void {
    const length = Math.min(end - start, this.#window);
    if (length + 1 > this.#words.length) {
      this.#words = new Int32Array(length + 1);
      this.#marks = new Uint8Array(length + 1);
      const heads = new Int32Array(length + 1);
      heads.set(this.#heads);
      this.#heads = heads;
    }
    const words = this.#words;
    const characters = this.#characters;
    let seen = 0;
    for (let i = 0; i < length; i++) {
      const word = characters[text.charCodeAt(start + i)]!;
      words[i] = word;
      seen |= word;
    }
    words[length] = 0;
    if (this.#isMarked) this.#marks.fill(0);
    this.#isMarked = (seen & COMPLEX) !== 0;
    if (this.#isMarked) markGraphemes(text, start, length, words, this.#marks);
    this.#end = length;
  }

  /** The last place in the window whose words are sure to end inside it, however much white space and how many marks. */
  #safeLimit(): number {
    let place = this.#end;
    for (let seen = 0; place > 0 && seen < this.#reach; ) {
      place--;
      if ((this.#words[place]! & SPACE) === 0 && (this.#marks[place]! & INSIDE) === 0) seen++;
    }
    return place;
  }

  /**
   * Writes down the words that every path to the places from `place` on has in common, and drops them.
   *
   * Returns how many units they take; the window and the lattice then begin behind them.
   */
  #decide(offset: number, place: number): number {
    const nodes = this.#nodes;
    const heads = this.#heads;
    const alive = new Uint8Array(this.#free / NODE_WORDS);
    let count = 0;
    for (let at = place; at <= this.#end; at++) {
      for (let node = heads[at]!; node !== 0; node = nodes[node + NEXT]!) {
        alive[node / NODE_WORDS] = 1;
        count++;
      }
    }
    // A node is younger than its predecessor: going back from the youngest, the last one left is common to all.
    let common = this.#free - NODE_WORDS;
    for (; count > 1 || alive[common / NODE_WORDS] === 0; common -= NODE_WORDS) {
      if (alive[common / NODE_WORDS] === 0) continue;
      const previous = nodes[common + PREVIOUS]! / NODE_WORDS;
      if (alive[previous] === 1) count--;
      alive[previous] = 1;
    }
    const shift = nodes[common + END]!;
    if (common === ORIGIN) return 0;
    this.#write(offset, common);
    const gap = common - ORIGIN;
    const cost = nodes[common]!;
    nodes.copyWithin(ORIGIN, common, this.#free);
    this.#free -= gap;
    for (let node = ORIGIN; node < this.#free; node += NODE_WORDS) {
      nodes[node]! -= cost;
      nodes[node + END]! -= shift;
      // Nodes that lead back beyond the common one are dead.
      nodes[node + PREVIOUS] = Math.max(nodes[node + PREVIOUS]! - gap, 0);
      nodes[node + NEXT] = Math.max(nodes[node + NEXT]! - gap, 0);
    }
    nodes[ORIGIN + PREVIOUS] = 0;
    const length = heads.length - shift;
    for (let at = 0; at < length; at++) {
      const head = at + shift < place || at + shift > this.#end ? 0 : heads[at + shift]!;
      heads[at] = head === 0 ? 0 : head - gap;
    }
    heads.fill(0, length);
    return shift;
  }

  #growNodes(): void {
    const nodes = new Int32Array(this.#nodes.length * 2);
    nodes.set(this.#nodes.subarray(0, this.#free));
    this.#nodes = nodes;
  }

  /**
   * Extends the lattice from the place `from` until before `limit`, and returns where it stopped.
   *
   * It stops early where only white space is left, and where the nodes run out.
   */
  #advance(from: number, limit: number): number {
    const { trie, entries, matrix, excess, rowLength, classes } = this.#dictionary;
    const words = this.#words;
    const marks = this.#marks;
    const heads = this.#heads;
    const nodes = this.#nodes;
    const end = this.#end;
    const isMarked = this.#isMarked;
    const hasUser = this.#user !== undefined;
    let tick = this.#tick;
    let free = this.#free;
    const lastFree = nodes.length - this.#reserve;
    let rivals = this.#rivals;
    const rootBase = trie[0]!;
    let place = from;
    for (; place < limit && free < lastFree; place++) {
      const head = heads[place]!;
      if (head === 0) continue;
      // Branches on costs are guessed wrong too often: minima and choices are made by sign masks instead.
      let cheapest = head;
      let least = nodes[head]!;
      let ends = 1;
      for (let node = nodes[head + NEXT]!; node !== 0; node = nodes[node + NEXT]!) {
        const more = nodes[node]! - least;
        const mask = more >> 31;
        least += more & mask;
        cheapest += (node - cheapest) & mask;
        ends++;
      }
      if (ends * RIVAL_WORDS > rivals.length) rivals = this.#rivals = new Int32Array(ends * RIVAL_WORDS * 2);
      const cheapestRow = nodes[cheapest + ID]! * rowLength;
      let rivalEnd = 0;
      for (let node = head; node !== 0; node = nodes[node + NEXT]!) {
        const cost = nodes[node]!;
        const id = nodes[node + ID]!;
        rivals[rivalEnd] = cost;
        rivals[rivalEnd + 1] = id;
        rivals[rivalEnd + 2] = node;
        rivalEnd += RIVAL_WORDS & ((cost - least - excess[cheapestRow + id]! - 1) >> 31);
      }
      const start = (words[place]! & SPACE) === 0 ? place : this.#skipSpace(place);
      if (start === end) {
        this.#isTrailing = true;
        break;
      }
      tick++;
      const word = words[start]!;
      const classAt = ((word >>> CLASS_SHIFT) & CLASS_MASK) * CLASS_WORDS;
      let found = false;
      const isEmoji = isMarked && (marks[start]! & EMOJI) !== 0;
      if (classes[classAt + CLASS_INVOKE] === 1 || isEmoji || hasUser) {
        this.#free = free;
        this.#tick = tick;
        this.#rivalEnd = rivalEnd;
        if (classes[classAt + CLASS_INVOKE] === 1 || isEmoji) this.#addUnknown(start);
        if (hasUser) found = this.#addUserWords(start);
        free = this.#free;
        if (isEmoji) continue;
      }
      const firstCost = rivals[0]!;
      const firstId = rivals[1]!;
      const firstNode = rivals[2]!;
      let base = rootBase;
      for (let at = start; ; ) {
        const code = words[at]! & CODE_MASK;
        const next = base + code + code;
        const label = trie[next + LABEL]!;
        if ((label & CODE_MASK) !== code) break;
        at++;
        base = trie[next]!;
        let entry = label >>> ENTRY_SHIFT;
        if (entry === 0 || (isMarked && (marks[at]! & INSIDE) !== 0)) {
          if (base === LEAF) break;
          continue;
        }
        found = true;
        let chain = heads[at]!;
        for (; ; entry++) {
          const packed = entries[entry]!;
          const id = packed & ID_MASK;
          const row = id * rowLength;
          let previous = firstNode;
          let cost = firstCost + matrix[row + firstId]!;
          for (let rival = RIVAL_WORDS; rival < rivalEnd; rival += RIVAL_WORDS) {
            const more = rivals[rival]! + matrix[row + rivals[rival + 1]!]! - cost;
            const mask = more >> 31;
            cost += more & mask;
            previous += (rivals[rival + 2]! - previous) & mask;
          }
          nodes[free] = cost + (packed >> COST_SHIFT);
          nodes[free + ID] = id;
          nodes[free + NEXT] = chain;
          nodes[free + PREVIOUS] = previous;
          nodes[free + ENTRY] = entry;
          nodes[free + END] = at;
          chain = free;
          free += NODE_WORDS;
          if ((packed & LAST_ENTRY) !== 0) break;
        }
        heads[at] = chain;
        if (base === LEAF) break;
      }
      if (!found && classes[classAt + CLASS_INVOKE] === 0) {
        this.#free = free;
        this.#tick = tick;
        this.#rivalEnd = rivalEnd;
        this.#addUnknown(start);
        free = this.#free;
      }
    }
    this.#free = free;
    this.#tick = tick;
    return place;
  }

  /** Adds the unknown words that char.def's rules make at `start`; follows MeCab's `Tokenizer::lookup`. */
  #addUnknown(start: number): void {
    const { classes } = this.#dictionary;
    const words = this.#words;
    const end = this.#end;
    if (this.#isMarked && (this.#marks[start]! & EMOJI) !== 0) {
      this.#addEntries(this.#nextCluster(start), DEFAULT_CLASS * CLASS_WORDS);
      return;
    }
    const classAt = ((words[start]! >>> CLASS_SHIFT) & CLASS_MASK) * CLASS_WORDS;
    const own = classes[classAt + CLASS_CATEGORIES]!;
    const first = this.#nextCluster(start);
    let groupEnd = -1;
    let added = false;
    if (classes[classAt + CLASS_GROUP] === 1) {
      let at = first;
      let count = this.#codePoints(start, first) - 1;
      for (let categories = own; at < end && count <= LONGEST_GROUP; ) {
        const others = this.#categoriesAt(at);
        if ((categories & others) === 0) break;
        categories = others;
        const next = this.#nextCluster(at);
        count += this.#codePoints(at, next);
        at = next;
      }
      if (count <= LONGEST_GROUP) {
        groupEnd = at;
        this.#addEntries(at, classAt);
        added = true;
      }
    }
    let at = first;
    for (let length = classes[classAt + CLASS_LENGTH]!; length > 0 && at !== groupEnd; length--) {
      this.#addEntries(at, classAt);
      added = true;
      if (at >= end || (own & this.#categoriesAt(at)) === 0) break;
      at = this.#nextCluster(at);
    }
    if (!added) this.#addEntries(first, classAt);
  }

  /** Categories of the cluster at `at`; an emoji is compatible with nothing. */
  #categoriesAt(at: number): number {
    if (this.#isMarked && (this.#marks[at]! & EMOJI) !== 0) return 0;
    const number = (this.#words[at]! >>> CLASS_SHIFT) & CLASS_MASK;
    return this.#dictionary.classes[number * CLASS_WORDS + CLASS_CATEGORIES]!;
  }

  #nextCluster(at: number): number {
    let next = at + 1;
    if (this.#isMarked) while (next < this.#end && (this.#marks[next]! & INSIDE) !== 0) next++;
    return next;
  }

  /** The first place from `at` on that is not white space; a space with a combining mark on it is none. */
  #skipSpace(at: number): number {
    const words = this.#words;
    let start = at;
    while ((words[start]! & SPACE) !== 0 && !(this.#isMarked && (this.#marks[start + 1]! & INSIDE) !== 0)) start++;
    return start;
  }

  #codePoints(start: number, end: number): number {
    let count = 1;
    for (let i = start + 1; i < end; i++) if ((this.#words[i]! & LOW_SURROGATE) === 0) count++;
    return count;
  }

  #addEntries(at: number, classAt: number): void {
    const { classes, entries } = this.#dictionary;
    const nodes = this.#nodes;
    const best = this.#best;
    const heads = this.#heads;
    const tick = this.#tick;
    let free = this.#free;
    const first = classes[classAt + CLASS_FIRST_ENTRY]!;
    const stop = first + classes[classAt + CLASS_ENTRY_COUNT]!;
    let chain = heads[at]!;
    for (let entry = first; entry < stop; entry++) {
      const packed = entries[entry]!;
      const id = packed & ID_MASK;
      const slot = id << 2;
      if (best[slot] !== tick) this.#cheapestBefore(id);
      nodes[free] = best[slot + 1]! + (packed >> COST_SHIFT);
      nodes[free + ID] = id;
      nodes[free + NEXT] = chain;
      nodes[free + PREVIOUS] = best[slot + 2]!;
      nodes[free + ENTRY] = entry;
      nodes[free + END] = at;
      chain = free;
      free += NODE_WORDS;
    }
    heads[at] = chain;
    this.#free = free;
  }

  /** Finds the best predecessor of words with the left id `id` among the rivals at the present place. */
  #cheapestBefore(id: number): void {
    const { matrix, rowLength } = this.#dictionary;
    const rivals = this.#rivals;
    const row = id * rowLength;
    let cheapest = 0x7fffffff;
    let previous = 0;
    for (let rival = 0; rival < this.#rivalEnd; rival += RIVAL_WORDS) {
      const cost = rivals[rival]! + matrix[row + rivals[rival + 1]!]!;
      if (cost < cheapest) {
        cheapest = cost;
        previous = rivals[rival + 2]!;
      }
    }
    const slot = id << 2;
    this.#best[slot] = this.#tick;
    this.#best[slot + 1] = cheapest;
    this.#best[slot + 2] = previous;
  }

  /** Adds the user's words that start at `start`; tells whether there are any. */
  #addUserWords(start: number): boolean {
    const { trie, leftIds, rightIds, costs, isLast } = this.#user!;
    const { length: firstEntry } = this.#dictionary.entries;
    const nodes = this.#nodes;
    const best = this.#best;
    let found = false;
    let state = trie[0]!;
    for (let at = start; state !== LEAF; ) {
      const code = this.#words[at]! & CODE_MASK;
      const next = state + code + code;
      const label = trie[next + LABEL]!;
      if ((label & CODE_MASK) !== code) break;
      at++;
      state = trie[next]!;
      let entry = label >>> ENTRY_SHIFT;
      if (entry === 0 || (this.#isMarked && (this.#marks[at]! & INSIDE) !== 0)) continue;
      found = true;
      for (; ; entry++) {
        const slot = leftIds[entry]! << 2;
        if (best[slot] !== this.#tick) this.#cheapestBefore(leftIds[entry]!);
        const node = this.#free;
        nodes[node] = best[slot + 1]! + costs[entry]!;
        nodes[node + ID] = rightIds[entry]!;
        nodes[node + NEXT] = this.#heads[at]!;
        nodes[node + PREVIOUS] = best[slot + 2]!;
        nodes[node + ENTRY] = firstEntry + entry;
        nodes[node + END] = at;
        this.#heads[at] = node;
        this.#free = node + NODE_WORDS;
        if (isLast[entry] === 1) break;
      }
    }
    return found;
  }

  /** Makes rivals of all nodes that end at `place`. */
  #gatherAll(place: number): void {
    let end = 0;
    for (let node = this.#heads[place]!; node !== 0; node = this.#nodes[node + NEXT]!) {
      if (end + RIVAL_WORDS > this.#rivals.length) {
        const rivals = new Int32Array(this.#rivals.length * 2);
        rivals.set(this.#rivals);
        this.#rivals = rivals;
      }
      this.#rivals[end] = this.#nodes[node]!;
      this.#rivals[end + 1] = this.#nodes[node + ID]!;
      this.#rivals[end + 2] = node;
      end += RIVAL_WORDS;
    }
    this.#rivalEnd = end;
  }

  /** Connects the end of the line to the nodes that end at `place` and writes down the cheapest path. */
  #finish(start: number, place: number): void {
    const edge = this.#dictionary.ids[0]!;
    this.#tick++;
    this.#gatherAll(place);
    this.#cheapestBefore(edge);
    this.#write(start, this.#best[(edge << 2) + 2]!);
  }

  /** Writes the path that ends in `last` behind the rows so far. */
  #write(offset: number, last: number): void {
    const nodes = this.#nodes;
    let count = 0;
    for (let node = last; node > ORIGIN; node = nodes[node + PREVIOUS]!) count++;
    const total = this.#count + count;
    if (total * ROW_WORDS > this.rows.length) {
      const rows = new Int32Array(Math.max(total * ROW_WORDS, this.rows.length * 2));
      rows.set(this.rows.subarray(0, this.#count * ROW_WORDS));
      this.rows = rows;
    }
    const rows = this.rows;
    let row = total * ROW_WORDS;
    for (let node = last; node > ORIGIN; node = nodes[node + PREVIOUS]!) {
      row -= ROW_WORDS;
      rows[row] = offset + this.#skipSpace(nodes[nodes[node + PREVIOUS]! + END]!);
      rows[row + 1] = offset + nodes[node + END]!;
      rows[row + 2] = nodes[node + ENTRY]!;
    }
    this.#count = total;
  }
}
