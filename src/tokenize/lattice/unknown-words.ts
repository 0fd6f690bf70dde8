import {
  CLASS_CATEGORIES,
  CLASS_FIRST_ENTRY,
  CLASS_GROUP,
  CLASS_INVOKE,
  CLASS_LENGTH,
  CLASS_WORDS,
  DEFAULT_CLASS,
} from "../dictionary/character-class.ts";
import { CLASS_MASK, CLASS_SHIFT, LOW_SURROGATE, SPACE } from "../dictionary/character-word.ts";
import type { Dictionary } from "../dictionary/dictionary.ts";
import { EMOJI_UNIT, INSIDE_UNIT, insertMatch, type Scratch } from "./scratch.ts";

/** Longest run of characters that becomes one unknown word, beyond its first: MeCab's `max-grouping-size`. */
const LONGEST_GROUP = 24;

/**
 * Returns the function that adds the unknown words which char.def's rules make before a limit, in a window that ends at
 * `end`; it tells whether there was room. Follows MeCab's `Tokenizer::lookup`; the words of dictionaries must be known.
 */
export function unknownWordFinder(
  { classes, entries }: Dictionary,
  scratch: Scratch,
): (limit: number, end: number) => boolean {
  const { words, found } = scratch;
  // A bit for each class whose unknown words are tried even where a dictionary has a word.
  let invoking = 0;
  for (let at = 0; at < classes.length; at += CLASS_WORDS) {
    if (classes[at + CLASS_INVOKE] === 1) invoking |= 1 << (at / CLASS_WORDS);
  }
  const always = invoking;

  const add = (start: number, end: number, classAt: number): boolean => {
    const entry = classes[classAt + CLASS_FIRST_ENTRY]!;
    return insertMatch(scratch, start, end, entry, entries[entry]!);
  };

  const nextCluster = (at: number, end: number): number => {
    let next = at + 1;
    while (next < end && (words[next]! & INSIDE_UNIT) !== 0) next++;
    return next;
  };

  /** Categories of the cluster at `at`; an emoji is compatible with nothing. */
  const categoriesAt = (at: number): number => {
    const word = words[at]!;
    if ((word & EMOJI_UNIT) !== 0) return 0;
    return classes[((word >>> CLASS_SHIFT) & CLASS_MASK) * CLASS_WORDS + CLASS_CATEGORIES]!;
  };

  const codePoints = (from: number, to: number): number => {
    let count = 1;
    for (let i = from + 1; i < to; i++) if ((words[i]! & LOW_SURROGATE) === 0) count++;
    return count;
  };

  const addAt = (start: number, end: number): boolean => {
    const word = words[start]!;
    const first = nextCluster(start, end);
    if ((word & EMOJI_UNIT) !== 0) return add(start, first, DEFAULT_CLASS * CLASS_WORDS);
    const classAt = ((word >>> CLASS_SHIFT) & CLASS_MASK) * CLASS_WORDS;
    const own = classes[classAt + CLASS_CATEGORIES]!;
    let hadRoom = true;
    let groupEnd = -1;
    let added = false;
    if (classes[classAt + CLASS_GROUP] === 1) {
      let at = first;
      let count = codePoints(start, first) - 1;
      for (let categories = own; at < end && count <= LONGEST_GROUP; ) {
        const others = categoriesAt(at);
        if ((categories & others) === 0) break;
        categories = others;
        const next = nextCluster(at, end);
        count += codePoints(at, next);
        at = next;
      }
      if (count <= LONGEST_GROUP) {
        groupEnd = at;
        hadRoom = add(start, at, classAt);
        added = true;
      }
    }
    let at = first;
    for (let length = classes[classAt + CLASS_LENGTH]!; length > 0 && at !== groupEnd; length--) {
      hadRoom &&= add(start, at, classAt);
      added = true;
      if (at >= end || (own & categoriesAt(at)) === 0) break;
      at = nextCluster(at, end);
    }
    return added ? hadRoom : add(start, first, classAt);
  };

  return function findUnknownWords(limit, end) {
    for (let start = 0; start < limit; start++) {
      const word = words[start]!;
      const isInvoking = (always >>> ((word >>> CLASS_SHIFT) & CLASS_MASK)) & 1;
      if (found[start]! > isInvoking || (word & (SPACE | INSIDE_UNIT)) !== 0) continue;
      if (!addAt(start, end)) return false;
    }
    return true;
  };
}
