/** Number of hashed features: a power of two. */
export const SLOTS = 1 << 18;

/** N-grams; only the first `length` count. */
export interface Grams {
  readonly ids: Int32Array;
  readonly length: number;
  /** Letters of the text, runs of one letter counted as two at most. */
  readonly letters: number;
  /** Kana and kanji among them. */
  readonly native: number;
}
