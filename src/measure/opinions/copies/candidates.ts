import { SKETCH } from "./sketch.ts";

/** Equal numbers that make two texts meet, and how often they get the chance: 1 − (1 − J²)³² of those with J in common. */
const ROWS = 2;
/** How far back texts of the same bucket are looked at. */
const DEEPEST = 48;

/**
 * A walk over pairs of texts that may be copies, each given to `meet`: those whose sketches are equal in a band (locality-sensitive
 * hashing, Indyk & Motwani 1998). Each pair may come several times; a bucket of many texts shows each its last ones.
 */
export function meetInBands(sketches: Uint32Array, texts: number, meet: (a: number, b: number) => void): void {
  let size = 1024;
  while (size < texts * 2) size *= 2;
  const heads = new Int32Array(size);
  const keys = new Uint32Array(texts);
  const next = new Int32Array(texts);
  for (let band = 0; band < SKETCH; band += ROWS) {
    heads.fill(-1);
    for (let text = 0; text < texts; text++) {
      const at = text * SKETCH + band;
      let key = Math.imul(sketches[at]! ^ Math.imul(sketches[at + 1]!, 0x9e3779b1), 0x85ebca6b);
      key = (key ^ (key >>> 15)) >>> 0;
      keys[text] = key;
      const bucket = key & (size - 1);
      let depth = 0;
      for (let other = heads[bucket]!; other >= 0 && depth < DEEPEST; other = next[other]!) {
        if (keys[other] !== key) continue;
        meet(other, text);
        depth++;
      }
      next[text] = heads[bucket]!;
      heads[bucket] = text;
    }
  }
}
