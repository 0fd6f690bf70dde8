/** A place in the `strings` section: offset × 128 + length. */
export const LENGTH_BITS = 7;
export const LONGEST_TEXT = (1 << LENGTH_BITS) - 1;
/** The text is the word's own surface. */
export const SAME_AS_SURFACE = 0xffffffff;
/** The dictionary has no such text. */
export const NO_TEXT = 0xfffffffe;
