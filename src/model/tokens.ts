import type { Range } from "./span.ts";

/** A view of one row of {@link Tokens}; owns nothing, decodes features when asked. */
export interface Token extends Range {
  /** Row in the `Tokens` it belongs to. */
  readonly index: number;
  readonly surface: string;
  /** Four levels of IPADIC's part of speech, `名詞,固有名詞,人名,姓`. */
  readonly pos: string;
  readonly conjugationType: string;
  readonly conjugationForm: string;
  /** Dictionary form; the surface where the dictionary has none. */
  readonly lemma: string;
  /** Katakana; `*` where unknown. */
  readonly reading: string;
  readonly pronunciation: string;
  /** Universal Dependencies tag. */
  readonly upos: string;
  /** True for a word that is in no dictionary. */
  readonly unknown: boolean;
}

/**
 * All tokens of one text, held as columns.
 *
 * The surfaces, joined with the white space between them, are the text. The accessors by row index
 * (`start(i)`, `surface(i)`, …) are for hot loops; `at(i)` and iteration give {@link Token} views.
 */
export interface Tokens extends Iterable<Token> {
  readonly text: string;
  readonly length: number;
  at(index: number): Token;
  start(index: number): number;
  end(index: number): number;
  surface(index: number): string;
  pos(index: number): string;
  lemma(index: number): string;
  reading(index: number): string;
  pronunciation(index: number): string;
  upos(index: number): string;
  unknown(index: number): boolean;
  /** Small integer, equal for tokens with the same four-level part of speech and conjugation; dense, for use as an array index. */
  posId(index: number): number;
  /** MeCab's feature string: 9 fields, 7 for an unknown word. */
  feature(index: number): string;
  /** Row of the first token that ends after `offset` (a UTF-16 offset of the text); `length` if none. */
  indexAt(offset: number): number;
}

/** A sentence of a unit: a range of its text and the rows `[firstToken, lastToken)` of its tokens. */
export interface Sentence extends Range {
  readonly firstToken: number;
  readonly lastToken: number;
}

/** What cuts a text into tokens; holds a read-only dictionary, so one serves all texts. */
export interface Tokenizer {
  tokenize(text: string): Tokens;
}
