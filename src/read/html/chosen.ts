/** The element chosen as the body, and what is known of the page's blocks. */
export interface Chosen {
  readonly from: number;
  readonly to: number;
  /** Blocks that are furniture by their names. */
  readonly gone: Uint8Array;
  readonly prose: Uint8Array;
  /** 1 for blocks that by their words are lines of the site's own, 2 for feet with a notice of rights, else 0. */
  readonly sites: Uint8Array;
  /** Rows of teasers. */
  readonly cards: Uint8Array;
  /** Whether the theme names the element as the body. */
  readonly isNamed: boolean;
  /** Rows from the first to the last of the parts that the theme names, where these are the body together; null else. */
  readonly parts: readonly [number, number] | null;
  /** Row after the title. */
  readonly start: number;
  /** The title's words, and which lines are dates. */
  readonly known: { readonly words: string; isDate(line: string): boolean };
  /** Blocks of the text that the page declares whole as the article's; null where it does not. */
  readonly found: Uint8Array | null;
}
