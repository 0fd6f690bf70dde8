/**
 * How one 32-bit word says all that the lattice must know of a UTF-16 unit.
 *
 * Bits 0–12 trie code (0: in no word), 15–19 character class, 20 may be part of a grapheme cluster, 21 white space,
 * 22 second half of a surrogate pair.
 */
export const CODE_MASK = 0x1fff;
export const CLASS_SHIFT = 15;
export const CLASS_MASK = 0x1f;
export const COMPLEX = 1 << 20;
export const SPACE = 1 << 21;
export const LOW_SURROGATE = 1 << 22;
/** Largest trie code; the mask itself marks empty slots. */
export const LARGEST_CODE = CODE_MASK - 1;
