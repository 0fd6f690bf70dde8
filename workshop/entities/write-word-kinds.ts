import { markOf } from "../../src/annotate/entities/model/hash.ts";
import { WORD_KINDS } from "../../src/annotate/entities/model/word-kinds.ts";
import { type Facts, pack } from "../../src/words/packed.ts";

/** Returns the packed file of words' hashes with the kind of each, from 1, and the family of each kind; earlier words win where two hashes look alike. */
export function writeWordKinds(
  words: readonly (readonly [hash: number, kind: number])[],
  families: Uint8Array,
  facts: Facts = {},
): Uint8Array {
  let capacity = 16;
  while (capacity * 0.8 < words.length) capacity *= 2;
  const table = new Uint32Array(capacity);
  for (const [hash, kind] of words) {
    const mark = markOf(hash);
    let slot = hash & (capacity - 1);
    while (table[slot] !== 0 && table[slot]! >>> 16 !== mark) slot = (slot + 1) & (capacity - 1);
    if (table[slot] === 0) table[slot] = ((mark << 16) | kind) >>> 0;
  }
  return pack(WORD_KINDS, { words: table, families }, facts);
}
