import { type Folded, nextOffset } from "./fold.ts";

/** Offset in the text behind the folded character before `at`. */
export function offsetAfter({ from }: Folded, text: string, at: number): number {
  return at === 0 ? (from[0] ?? 0) : nextOffset(text, from[at - 1]!);
}

/** First folded character at or behind an offset of the text. */
export function foldedAt({ from }: Folded, offset: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (from[middle]! >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Three decimals. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
