import type { PackedColumns, Packing } from "../../words/packed.ts";

/** The columns of a compiled dictionary, in the order in which the file holds them. */
const sections = {
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

/** A compiled dictionary as it is packed. */
export const DICTIONARY = { kind: "dictionary", version: 3, columns: sections } as const satisfies Packing;

export type Sections = PackedColumns<typeof DICTIONARY>;

/** Matrix row length in elements: the id count rounded up to whole cache lines. */
export function rowLength(idCount: number): number {
  return Math.ceil(idCount / 32) * 32;
}
