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
    markRun(segmenter, text.slice(from + start, from + end), start, marks);
  }
}

/** A step of the segmenter takes time in the length of its whole text, so that it is given pieces of this length. */
const PIECE = 256;

/** Writes the marks of a run, piece by piece: a new piece begins where the last cluster did that the one before may have cut. */
function markRun(segmenter: Intl.Segmenter, run: string, start: number, marks: Uint8Array): void {
  let length = PIECE;
  for (let from = 0; from < run.length; ) {
    let to = Math.min(run.length, from + length);
    // Half a character may look as if it did not belong to what it belongs to.
    if (to < run.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(run.slice(to - 1, to + 1))) to++;
    let last = from;
    for (const { segment, index } of segmenter.segment(run.slice(from, to))) {
      last = from + index;
      if (to < run.length && last + segment.length === to) break;
      const at = start + last;
      if (emoji.test(segment)) marks[at]! |= EMOJI;
      for (let unit = 1; unit < segment.length; unit++) marks[at + unit] = INSIDE;
    }
    if (to === run.length) return;
    // One cluster that fills a piece needs a longer one.
    length = last === from ? 2 * length : PIECE;
    from = last;
  }
}
