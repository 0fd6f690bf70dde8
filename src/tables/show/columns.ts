/** Characters that a terminal draws two columns wide (Unicode's East Asian Width W and F, and emoji). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|[\u{1F000}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
/** What is drawn upon the character before it. */
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

// Made when first needed: the first segmenter of a process loads Unicode's rules, some 60 ms.
let segmenter: Intl.Segmenter | undefined;

function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("ja", { granularity: "grapheme" });
  return segmenter.segment(text);
}

function width(grapheme: string): number {
  if (ZERO.test(grapheme)) return 0;
  // A half-width kana and its sound mark are one character in two columns.
  if (/[\uFF9E\uFF9F]$/.test(grapheme)) return grapheme.length;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** Returns the number of columns that a text takes on a terminal. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes(text)) columns += width(segment);
  return columns;
}

/** Returns a text, cut to at most so many columns, with `…` in the place of what is gone. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let taken = "";
  let used = 0;
  for (const { segment } of graphemes(text)) {
    if (used + width(segment) > columns - 1) break;
    taken += segment;
    used += width(segment);
  }
  return `${taken}…`;
}

/** Returns a text, filled with spaces up to so many columns, on the left for what is aligned to the right. */
export function pad(text: string, columns: number, right = false): string {
  const space = " ".repeat(Math.max(0, columns - columnsOf(text)));
  return right ? space + text : text + space;
}
