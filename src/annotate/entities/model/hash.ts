export { HASH_START, hashEnd, hashOn, hashText, markOf } from "../../../words/hash-text.ts";

/** Mixes a template's number and up to two values to 32 bits (finalizer of MurmurHash3, Austin Appleby, public domain). */
export function mix(template: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash ^ b, 0xc2b2ae35);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
