/** Hashes a stretch of a text without cutting it out (FNV-1a over UTF-16 code units). */
export function hashText(text: string, start: number, end: number): number {
  return hashEnd(hashOn(HASH_START, text, start, end));
}

/** Where the hash of a stretch begins, before its first code unit. */
export const HASH_START = 0x811c9dc5;

/** Carries the hash of a stretch on over more code units. */
export function hashOn(hash: number, text: string, start: number, end: number): number {
  let state = hash;
  for (let i = start; i < end; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state;
}

/** Returns the hash of a stretch that {@link hashOn} went through. */
export function hashEnd(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** The upper half of a hash, never 0: what tells entries at one place of a table apart. */
export function markOf(hash: number): number {
  return hash >>> 16 || 1;
}
