/** Number of hashed features: a power of two. */
export const SLOTS = 1 << 18;

/** N-grams with the token row that each begins in; only the first `length` count. */
export interface Grams {
  readonly ids: Int32Array;
  readonly rows: Int32Array;
  readonly length: number;
}
