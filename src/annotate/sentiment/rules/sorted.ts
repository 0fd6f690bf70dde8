import type { Match } from "../lexicon/scan.ts";

/** A stretch of tokens `[first, last)`. */
type Stretch = Pick<Match, "first" | "last">;

/** Returns how many of some things that stand by their start begin before a token. */
export function countBefore(sorted: readonly Pick<Match, "first">[], token: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the one of some stretches by their start, none of which overlap, that holds a token. */
export function stretchAt<T extends Stretch>(apart: readonly T[], token: number): T | undefined {
  const before = apart[countBefore(apart, token + 1) - 1];
  return before !== undefined && token < before.last ? before : undefined;
}

/** Whether one of some stretches by their start, none of which overlap, shares a token with another. */
export function isTouched(apart: readonly Stretch[], { first, last }: Stretch): boolean {
  const before = apart[countBefore(apart, last) - 1];
  return before !== undefined && first < before.last;
}
