/**
 * The parts of a compiled dictionary, in the order in which the file holds them.
 *
 * Each is an array of one element type, starts on a 64-byte line and is used in place, without parsing.
 */
export const sections = {
  /** One word per UTF-16 unit: trie code, character class and flags; see `character-word.ts`. */
  characters: "int32",
  /** Eight words per character class; see `character-class.ts`. */
  classes: "int32",
  /** Double array: two words per state; see `double-array.ts`. */
  trie: "int32",
  /** One word per entry; see `entry-word.ts`. */
  entries: "int32",
  /** Connection costs, a padded row per right-hand word's id. */
  matrix: "int16",
  /** The most that one id's connections to the right can cost over another's; rows as in `matrix`. */
  excess: "int16",
  /** Connection id of this file for each of IPADIC's. */
  ids: "uint16",
  /** Row of `parts` for each entry. */
  part: "uint16",
  lemma: "uint32",
  reading: "uint32",
  pronunciation: "uint32",
  /** UTF-16 text that lemma, reading and pronunciation point into. */
  strings: "uint16",
  /** UTF-8 lines: four levels of part of speech, conjugation type and form. */
  parts: "uint8",
} as const;

export type SectionName = keyof typeof sections;

export type Sections = {
  readonly [Name in SectionName]: SectionArray<(typeof sections)[Name]>;
};

type SectionArray<Type> = Type extends "int32"
  ? Int32Array
  : Type extends "int16"
    ? Int16Array
    : Type extends "uint16"
      ? Uint16Array
      : Type extends "uint32"
        ? Uint32Array
        : Uint8Array;

export const sectionNames = Object.keys(sections) as readonly SectionName[];

/** Eight letters that open every compiled dictionary. */
export const MAGIC = "YORONDIC";

/** Grows whenever an older reader would misread the file. */
export const VERSION = 2;

/** Header: magic (8 bytes), version, checksum, total bytes, section count, then offset and bytes of each section. */
export const HEADER_BYTES = 8 + 4 * 4 + 8 * sectionNames.length;

/** Sections start on a cache line, so that a padded row never straddles one more than it must. */
export const ALIGNMENT = 64;

/** Matrix row length in elements: the id count rounded up to whole cache lines. */
export function rowLength(idCount: number): number {
  return Math.ceil(idCount / 32) * 32;
}
