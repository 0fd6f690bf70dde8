import { WORD_KINDS } from "../../src/annotate/entities/model/word-kinds.ts";
import { type Facts, pack } from "../../src/words/packed.ts";

/** Returns the packed file of words' hashes with the kind of each, from 1, and the family of each kind; earlier words win where two hashes are alike. */
export function writeWordKinds(
  words: readonly (readonly [hash: number, kind: number])[],
  families: Uint8Array,
  facts: Facts = {},
): Uint8Array {
  const kinds = new Map<number, number>();
  for (const [hash, kind] of words) if (!kinds.has(hash >>> 0)) kinds.set(hash >>> 0, kind);
  // By the lower half of the hash, then by the upper.
  const order = [...kinds.keys()].sort((a, b) => (a & 0xffff) - (b & 0xffff) || a - b);
  const places = new Uint32Array(0x10001);
  for (const hash of order) places[(hash & 0xffff) + 1]!++;
  for (let low = 0; low < 0x10000; low++) places[low + 1]! += places[low]!;
  const table = Uint32Array.from(order, (hash) => ((hash & 0xffff0000) | kinds.get(hash)!) >>> 0);
  return pack(WORD_KINDS, { places, words: table, families }, facts);
}
