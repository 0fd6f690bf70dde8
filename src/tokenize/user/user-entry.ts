/** A word of the user's own. */
export interface UserEntry {
  /** The word as it stands in texts. */
  readonly surface: string;
  /** Katakana. */
  readonly reading?: string;
  /**
   * Part of speech: levels of IPADIC's joined by `,` or `-` (`名詞,固有名詞,組織`), or the name of one (`組織`, `人名`);
   * `名詞,固有名詞,一般` by default.
   */
  readonly pos?: string;
  /** Dictionary form; the surface by default. */
  readonly lemma?: string;
  readonly pronunciation?: string;
  readonly conjugationType?: string;
  readonly conjugationForm?: string;
  /** Word cost as MeCab means it, -32768 to 32767, the cheaper the likelier; estimated by default. */
  readonly cost?: number;
  /** IPADIC's connection ids, from 0 to 1315; the part of speech's own by default. */
  readonly leftId?: number;
  readonly rightId?: number;
}
