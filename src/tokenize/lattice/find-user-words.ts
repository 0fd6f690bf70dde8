import { CODE_MASK } from "../dictionary/character-word.ts";
import { ENTRY_SHIFT, LABEL, LEAF } from "../dictionary/double-array.ts";
import type { UserLexicon } from "../user/lexicon.ts";
import { INSIDE_UNIT, insertMatch, type Scratch, USER_UNIT } from "./scratch.ts";

/** Adds the user's words that start before `limit`, entries numbered from `firstEntry`; tells whether there was room. */
export function findUserWords({ trie }: UserLexicon, firstEntry: number, scratch: Scratch, limit: number): boolean {
  const { words, found } = scratch;
  for (let start = 0; start < limit; start++) {
    let state = trie[0]!;
    for (let at = start; state !== LEAF; ) {
      const code = words[at]! & CODE_MASK;
      const slot = state + code + code;
      const label = trie[slot + LABEL]!;
      if ((label & CODE_MASK) !== code) break;
      at++;
      state = trie[slot]!;
      const entry = label >>> ENTRY_SHIFT;
      if (entry === 0 || (words[at]! & INSIDE_UNIT) !== 0) continue;
      if (!insertMatch(scratch, start, at, firstEntry + entry, 0)) return false;
      found[start] = 1;
      words[at - 1]! |= USER_UNIT;
    }
  }
  return true;
}
