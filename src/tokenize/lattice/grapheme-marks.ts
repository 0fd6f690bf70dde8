import { COMPLEX } from "../dictionary/character-word.ts";

/** The unit lies inside a grapheme cluster: no token starts or ends before it. */
export const INSIDE = 1;
/** An emoji, with its modifiers, joiners and selectors, starts here. */
export const EMOJI = 2;

// Emoji by default, flags, keycaps, emoji by selector, modifier or joiner, and pictographs outside the basic plane.
const emoji =
  /\p{Emoji_Presentation}|\p{Regional_Indicator}|\u20E3|\p{Emoji}\uFE0F|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u200D)|(?=[\u{10000}-\u{10FFFF}])\p{Extended_Pictographic}/u;

// Made when first needed: the first segmenter of a process loads Unicode's rules, some 60 ms.
let segmenter: Intl.Segmenter | undefined;

/**
 * Writes the marks of the grapheme clusters (UAX #29) of a stretch of text that has units that may join.
 *
 * Only runs of such units are segmented, each with the plain unit before and after it: between two plain units there
 * is always a boundary. `words` are the units' character words; `marks` is zero and gets `INSIDE` and `EMOJI`.
 */
export function markGraphemes(text: string, from: number, length: number, words: Int32Array, marks: Uint8Array): void {
  segmenter ??= new Intl.Segmenter("ja", { granularity: "grapheme" });
  const isComplex = (at: number): boolean => (words[at]! & COMPLEX) !== 0;
  for (let i = 0; i < length; i++) {
    if (!isComplex(i)) continue;
    const start = i === 0 ? 0 : i - 1;
    let end = i + 1;
    // A lone plain unit between two that join may belong to the same cluster, as in क्ष.
    while (end < length && (isComplex(end) || (end + 1 < length && isComplex(end + 1)))) end++;
    i = end;
    if (end < length) end++;
    for (const { segment, index } of segmenter.segment(text.slice(from + start, from + end))) {
      const at = start + index;
      if (emoji.test(segment)) marks[at]! |= EMOJI;
      for (let unit = 1; unit < segment.length; unit++) marks[at + unit] = INSIDE;
    }
  }
}
