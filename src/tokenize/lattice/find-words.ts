import type { CODE_MASK } from "../dictionary/character-word.ts";
import type { Dictionary } from "../dictionary/dictionary.ts";
import type { ENTRY_SHIFT, LABEL } from "../dictionary/double-array.ts";
import type { EMOJI_UNIT, INSIDE_UNIT, MATCH_WORDS, Scratch } from "./scratch.ts";

/**
 * Returns the function that finds the dictionary's words which start before a limit, as matches; it tells whether there
 * was room for them.
 *
 * All places take a step through the trie together, then those whose words may go on take the next one: what one place
 * waits for comes out of memory while others are served.
 */
export function wordFinder(dictionary: Dictionary, scratch: Scratch): (limit: number) => boolean {
  return function findWords(limit) {
    // Written out, since an imported constant is read from memory each time; the types say that they are the same.
    const codeMask: typeof CODE_MASK = 0x1fff;
    const labelAt: typeof LABEL = 1;
    const entryShift: typeof ENTRY_SHIFT = 13;
    const inside: typeof INSIDE_UNIT = 0x800000;
    const emoji: typeof EMOJI_UNIT = 0x1000000;
    const matchWords: typeof MATCH_WORDS = 4;
    const { trie, entries } = dictionary;
    const { words, heads, found, active, matches } = scratch;
    const firstMatch = scratch.matchEnd;
    let free = firstMatch;
    const root = trie[0]!;
    let count = 0;
    for (let at = 0; at < limit; at++) {
      const word = words[at]!;
      const code = word & codeMask;
      const slot = root + code + code;
      if ((trie[slot + labelAt]! & codeMask) !== code || (word & emoji) !== 0) continue;
      active[count] = at + 1;
      active[count + 1] = slot;
      count += 2;
    }
    for (let length = 1; count > 0; length++) {
      if (free + count * matchWords > matches.length) return false;
      let kept = 0;
      for (let i = 0; i < count; i += 2) {
        const end = active[i]!;
        const slot = active[i + 1]!;
        const base = trie[slot]!;
        const entry = trie[slot + labelAt]! >>> entryShift;
        if (entry !== 0 && (words[end]! & inside) === 0) {
          const start = end - length;
          matches[free] = heads[end]!;
          matches[free + 1] = start;
          matches[free + 2] = entry;
          heads[end] = free;
          free += matchWords;
          found[start] = 1;
        }
        active[kept] = end;
        active[kept + 1] = base;
        // The base of a leaf is negative.
        kept = (kept + (2 & ~(base >> 31))) | 0;
      }
      count = 0;
      for (let i = 0; i < kept; i += 2) {
        const at = active[i]!;
        const code = words[at]! & codeMask;
        const slot = (active[i + 1]! + code + code) | 0;
        active[count] = at + 1;
        active[count + 1] = slot;
        // No branch, so that many places wait for memory together.
        count = (count + (2 & ((((trie[slot + labelAt]! & codeMask) ^ code) - 1) >> 31))) | 0;
      }
    }
    for (let match = firstMatch; match < free; match += matchWords) matches[match + 3] = entries[matches[match + 2]!]!;
    scratch.matchEnd = free;
    return true;
  };
}
