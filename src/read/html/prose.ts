import type { Blocks } from "./blocks.ts";

/** Sizes are in wide characters, see {@link Blocks}. */
const SENTENCE = 8;
const CLAUSE = 20;
const LINE = 40;

/** Whether a block is running text by its own words: sentences or length, and not mostly links. */
export function isProse({ size, linked, ends, commas }: Blocks, block: number): boolean {
  const own = size[block]! - linked[block]!;
  if (own < SENTENCE || linked[block]! > own) return false;
  return ends[block]! > 0 || own >= LINE || (commas[block]! > 0 && own >= CLAUSE);
}

/** Whether a block is mostly links. */
export function isLinks({ size, linked }: Blocks, block: number): boolean {
  return linked[block]! * 2 > size[block]!;
}
