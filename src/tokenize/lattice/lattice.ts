import { SPACE } from "../dictionary/character-word.ts";
import type { Dictionary } from "../dictionary/dictionary.ts";
import { ID_MASK } from "../dictionary/entry-word.ts";
import type { UserLexicon } from "../user/lexicon.ts";
import { connector } from "./connect.ts";
import { bestBefore, connectRarely } from "./connect-rarely.ts";
import { commonNode, moveTo, ORIGIN, setOrigin } from "./decided-prefix.ts";
import { findUserWords } from "./find-user-words.ts";
import { wordFinder } from "./find-words.ts";
import { END, ENTRY, MATCH_WORDS, makeScratch, PREVIOUS, type Scratch, scratchBytes } from "./scratch.ts";
import { unknownWordFinder } from "./unknown-words.ts";
import { placeBefore, windowFiller } from "./window.ts";

/** Words per row of output: start, end, entry. */
export const ROW_WORDS = 3;

/** Units that are looked at together; a longer line moves through this window. */
const WINDOW = 1 << 13;

/** Grapheme clusters that a word may reach beyond the place where it starts; IPADIC's longest word has 36 units. */
const REACH = 128;

/** The hot functions, each made once over one dictionary and one scratch space. */
interface Engine {
  readonly scratch: Scratch;
  readonly fill: ReturnType<typeof windowFiller>;
  readonly findWords: ReturnType<typeof wordFinder>;
  readonly findUnknownWords: ReturnType<typeof unknownWordFinder>;
  readonly connect: ReturnType<typeof connector>;
}

/**
 * What finds the cheapest path of words through a text (Viterbi), as MeCab does, ties included.
 *
 * Holds scratch space only: what was cut before has no influence. A line at a time: between `\n` or `\r\n` words do
 * not connect. `rows` holds the result of the last `cut`, `ROW_WORDS` a token.
 */
export class Lattice {
  rows = new Int32Array(ROW_WORDS * 1024);
  #count = 0;

  readonly #dictionary: Dictionary;
  #user: UserLexicon | undefined;
  #characters: Int32Array;
  #engine: Engine;
  #window: number;
  #reach = REACH;
  /** More nodes than the user's words can add to one place. */
  #extra = 0;

  /** `window` is the number of units that are looked at together; it has no influence on the result. */
  constructor(dictionary: Dictionary, window = WINDOW) {
    this.#window = window;
    this.#dictionary = dictionary;
    this.#characters = dictionary.characters;
    this.#engine = this.#makeEngine(window);
  }

  /** Bytes of scratch space, without the rows of the last result. */
  get scratchBytes(): number {
    return scratchBytes(this.#engine.scratch);
  }

  /** Sets the words of the user's that it knows from now on; it knows no others. */
  use(user: UserLexicon | undefined): void {
    if (user === this.#user) return;
    this.#user = user;
    this.#characters = (user ?? this.#dictionary).characters;
    this.#reach = Math.max(REACH, (user?.longest ?? 0) + 2);
    if (user === undefined) return;
    let most = 0;
    for (let entry = 1, run = 1; entry < user.isLast.length; entry++) {
      most = Math.max(most, run);
      run = user.isLast[entry] === 1 ? 1 : run + 1;
    }
    this.#extra = most * user.longest;
    if (this.#extra > this.#engine.scratch.extra) this.#engine = this.#makeEngine(this.#engine.scratch.units);
  }

  /** Writes the tokens of a text into `rows`, where they are until the next call, and returns their number. */
  cut(text: string): number {
    this.#count = 0;
    for (let start = 0; start < text.length; ) {
      let end = text.indexOf("\n", start);
      if (end < 0) end = text.length;
      const next = end + 1;
      if (end > start && end < text.length && text.charCodeAt(end - 1) === 0x0d) end--;
      const count = this.#count;
      while (end > start && !this.#cutLine(text, start, end)) {
        this.#engine = this.#makeEngine(this.#engine.scratch.units * 2);
        this.#count = count;
      }
      start = next;
    }
    return this.#count;
  }

  /** The cost of the cheapest path through a short line, between a word with the id `left` and one with each of `right`. */
  costs(line: string, left: number, right: readonly number[]): number[] {
    const { scratch } = this.#engine;
    scratch.free = setOrigin(scratch, left);
    const length = this.#fill(line, 0, line.length);
    this.#find(length, length);
    this.#advance(0, length);
    return right.map((id) => bestBefore(this.#dictionary, scratch, length, id).cost);
  }

  /** The connection id of a word's likeliest reading. */
  idOf(word: string): number {
    this.cut(word);
    return this.#dictionary.entries[this.rows[2]!]! & ID_MASK;
  }

  #makeEngine(units: number): Engine {
    const dictionary = this.#dictionary;
    const scratch = makeScratch(units, this.#extra);
    return {
      scratch,
      fill: windowFiller(scratch),
      findWords: wordFinder(dictionary, scratch),
      findUnknownWords: unknownWordFinder(dictionary, scratch),
      connect: connector(dictionary, scratch),
    };
  }

  /** Whether the scratch space was large enough. */
  #cutLine(text: string, start: number, end: number): boolean {
    const { scratch } = this.#engine;
    const edge = this.#dictionary.ids[0]!;
    scratch.free = setOrigin(scratch, edge);
    let offset = start;
    let place = 0;
    for (;;) {
      const length = this.#fill(text, offset, end);
      const isLast = offset + length === end;
      const limit = isLast ? length : placeBefore(scratch, length, this.#reach);
      if (!this.#find(limit, length) || !this.#advance(place, limit)) return false;
      if (isLast) {
        this.#write(offset, bestBefore(this.#dictionary, scratch, length, edge).node);
        return true;
      }
      const common = commonNode(scratch, placeBefore(scratch, limit, this.#reach), limit);
      const shift = scratch.nodes[common + END]!;
      if (shift < this.#window / 4) {
        if (this.#window >= scratch.units) return this.#widen();
        this.#window = Math.min(2 * this.#window, scratch.units);
      }
      this.#write(offset, common);
      moveTo(scratch, common, limit);
      offset += shift;
      place = limit - shift;
    }
  }

  #widen(): false {
    this.#window *= 2;
    return false;
  }

  #fill(text: string, start: number, end: number): number {
    const { scratch, fill } = this.#engine;
    const length = Math.min(end - start, this.#window, scratch.units);
    fill(this.#characters, text, start, length);
    return length;
  }

  /** Adds all words that start before `limit` in a window of `length` units. */
  #find(limit: number, length: number): boolean {
    const { scratch, findWords, findUnknownWords } = this.#engine;
    scratch.matchEnd = MATCH_WORDS;
    if (!findWords(limit)) return false;
    const firstEntry = this.#dictionary.entries.length;
    if (this.#user !== undefined && !findUserWords(this.#user, firstEntry, scratch, limit)) return false;
    return findUnknownWords(limit, length);
  }

  /** Adds nodes to the lattice from the place `from` to the place `limit`. */
  #advance(from: number, limit: number): boolean {
    const { scratch, connect } = this.#engine;
    for (let place = connect(from, limit); place < limit; place = connect(place, limit)) {
      if (scratch.free > scratch.lastFree) return false;
      connectRarely(this.#dictionary, this.#user, scratch, ++place);
    }
    return true;
  }

  /** Writes the path that ends in `last` behind the rows so far. */
  #write(offset: number, last: number): void {
    const { nodes, words } = this.#engine.scratch;
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
    for (let node = last; node > ORIGIN; ) {
      const previous = nodes[node + PREVIOUS]!;
      let start = nodes[previous + END]!;
      while ((words[start]! & SPACE) !== 0) start++;
      row -= ROW_WORDS;
      rows[row] = offset + start;
      rows[row + 1] = offset + nodes[node + END]!;
      rows[row + 2] = nodes[node + ENTRY]!;
      node = previous;
    }
    this.#count = total;
  }
}
