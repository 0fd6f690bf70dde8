/**
 * What char.def says of a class of characters: eight words each, the last two unused, in the `classes` section.
 *
 * A character belongs to its own category and may be compatible with others; characters with the same own and
 * compatible categories share a class.
 */
export const CLASS_WORDS = 8;
/** Bits of all categories that the class is compatible with. */
export const CLASS_CATEGORIES = 0;
/** 1: unknown words are tried even where the dictionary has a word. */
export const CLASS_INVOKE = 1;
/** 1: a run of compatible characters is one unknown word. */
export const CLASS_GROUP = 2;
/** Unknown words of 1 to this many characters are tried. */
export const CLASS_LENGTH = 3;
/** First entry for unknown words of the own category, and how many there are. */
export const CLASS_FIRST_ENTRY = 4;
export const CLASS_ENTRY_COUNT = 5;
/** The class of characters that char.def does not name; of surrogates too. */
export const DEFAULT_CLASS = 0;
