import { isHiragana } from "../../../words/characters.ts";

/** How many numbers a sketch has. */
export const SKETCH = 64;

/** What each number of a sketch mixes into the hash of a pair: odd, from the golden ratio on. */
const MIXERS = Uint32Array.from({ length: SKETCH }, (_, i) => Math.imul(0x9e3779b9, 2 * i + 1) | 1);

/** Pairs of hiragana are in every text: they win a place in a sketch so many times less often. */
const COMMON = 4;

/**
 * Writes a sketch of a text's pairs of characters (MinHash, Broder 1997): the share of places at which two sketches are
 * equal estimates the share of pairs that two texts have in common, those of hiragana counting a quarter.
 */
export function writeSketch(letters: string, sketches: Uint32Array, at: number): void {
  sketches.fill(0xffffffff, at, at + SKETCH);
  for (let i = 0; i + 1 < letters.length; i++) {
    const [first, second] = [letters.charCodeAt(i), letters.charCodeAt(i + 1)];
    let hash = Math.imul(first ^ (second << 16) ^ (second >>> 3), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
    const weightless = isHiragana(first) && isHiragana(second);
    for (let place = 0; place < SKETCH; place++) {
      let mixed = Math.imul(hash ^ MIXERS[place]!, MIXERS[place]!);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
      mixed = (mixed ^ (mixed >>> 13)) >>> 0;
      if (weightless) mixed = Math.min(0xfffffffe, mixed * COMMON);
      if (mixed < sketches[at + place]!) sketches[at + place] = mixed;
    }
  }
}

/** Whether at least `wanted` places of two sketches are equal. */
export function alike(sketches: Uint32Array, a: number, b: number, wanted: number): boolean {
  const [from, to] = [a * SKETCH, b * SKETCH];
  let equal = 0;
  for (let place = 0; place < SKETCH; place++) {
    if (sketches[from + place] === sketches[to + place]) equal++;
    if (equal + SKETCH - 1 - place < wanted) return false;
  }
  return equal >= wanted;
}
