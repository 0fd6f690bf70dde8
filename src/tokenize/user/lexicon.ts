/** The user's words, ready for the lattice; entry numbers go on where the dictionary's end. */
export interface UserLexicon {
  /** The dictionary's character words, with codes for characters that only the user's words have. */
  readonly characters: Int32Array;
  readonly trie: Int32Array;
  readonly leftIds: Uint16Array;
  readonly rightIds: Uint16Array;
  readonly costs: Int32Array;
  /** 1: the last entry of its surface. */
  readonly isLast: Uint8Array;
  readonly features: readonly UserFeatures[];
  /** UTF-16 units of the longest word. */
  readonly longest: number;
}

export interface UserFeatures {
  /** Part of speech (4), conjugation type and form. */
  readonly head: string;
  readonly lemma: string;
  readonly reading: string;
  readonly pronunciation: string;
}
