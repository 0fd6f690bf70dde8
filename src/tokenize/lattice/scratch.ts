// A match is a word found in the window, four words: the next match with the same end (0: none), the place where it
// starts, its first entry, and that entry's word.
export const MATCH_WORDS = 4;
export const START = 1;
export const FIRST_ENTRY = 2;
const ENTRY_WORD = 3;

// A node is a word on a path that may be the best, five words; nodes are named by the index of their first, and those
// that end at one place lie together.
export const NODE_WORDS = 5;
export const COST = 0;
export const ID = 1;
export const PREVIOUS = 2;
export const ENTRY = 3;
export const END = 4;

// What a window adds to the character words of its units.
/** The unit lies inside a grapheme cluster: no token starts or ends before it. */
export const INSIDE_UNIT = 1 << 23;
/** An emoji starts here. */
export const EMOJI_UNIT = 1 << 24;
/** One of the user's words ends behind the unit. */
export const USER_UNIT = 1 << 25;

/** More nodes than words of the dictionary and unknown words can end at one place. */
const NODES_PER_PLACE = 2048;
const MATCHES_PER_UNIT = 12;
const NODES_PER_UNIT = 8;

/** The memory in which a line is cut, used again for the next one. */
export interface Scratch {
  readonly units: number;
  readonly extra: number;
  /** Character word of each unit in the window, and 0 behind the last. */
  readonly words: Int32Array;
  readonly marks: Uint8Array;
  /** First of the matches that end at each place, those that start earliest first; 0: none. */
  readonly heads: Int32Array;
  /** 1 where a word of a dictionary starts. */
  readonly found: Uint8Array;
  /** Words of the trie that may go on: place and state, two words each. */
  readonly active: Int32Array;
  readonly matches: Int32Array;
  /** Nodes that end at each place: the first, and the end behind the last. */
  readonly places: Int32Array;
  readonly nodes: Int32Array;
  /** Index behind the last node that one more place may start from. */
  readonly lastFree: number;
  matchEnd: number;
  free: number;
}

/**
 * Returns room for windows of `units` UTF-16 units, and for `extra` nodes of the user's words at a place.
 *
 * The arrays are set once, in a literal, and never change their size: the engine then compiles their addresses and
 * lengths into the code (see `docs/tokenizer.md`).
 */
export function makeScratch(units: number, extra: number): Scratch {
  const room = Math.max(extra, NODES_PER_PLACE);
  const lastFree = NODE_WORDS * NODES_PER_UNIT * units;
  return {
    units,
    extra: room,
    words: new Int32Array(units + 1),
    marks: new Uint8Array(units + 1),
    heads: new Int32Array(units + 1),
    found: new Uint8Array(units + 1),
    active: new Int32Array(2 * (units + 1)),
    matches: new Int32Array(MATCH_WORDS * MATCHES_PER_UNIT * (units + 1)),
    places: new Int32Array(2 * (units + 1)),
    nodes: new Int32Array(lastFree + NODE_WORDS * (NODES_PER_PLACE + room)),
    lastFree,
    matchEnd: MATCH_WORDS,
    free: 0,
  };
}

export function scratchBytes({ words, marks, heads, found, active, matches, places, nodes }: Scratch): number {
  return [words, marks, heads, found, active, matches, places, nodes].reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  );
}

/** Adds a match before those of the same end that do not start earlier; tells whether there was room. */
export function insertMatch(scratch: Scratch, start: number, end: number, entry: number, entryWord: number): boolean {
  const { heads, matches } = scratch;
  const match = scratch.matchEnd;
  if (match + MATCH_WORDS > matches.length) return false;
  let before = 0;
  let next = heads[end]!;
  while (next !== 0 && matches[next + START]! < start) {
    before = next;
    next = matches[next]!;
  }
  matches[match] = next;
  matches[match + START] = start;
  matches[match + FIRST_ENTRY] = entry;
  matches[match + ENTRY_WORD] = entryWord;
  if (before === 0) heads[end] = match;
  else matches[before] = match;
  scratch.matchEnd = match + MATCH_WORDS;
  return true;
}
