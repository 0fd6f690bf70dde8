import type { Range } from "../../model/span.ts";

/** The parts of a reply that are not quoted, where its first sentences begin, and where the first one ends. */
export interface OwnWords {
  readonly ranges: readonly Range[];
  /** Offsets where the first two sentences of the reply begin. */
  readonly starts: ReadonlySet<number>;
  readonly headEnd: number;
}

const OPENING = "「『“";
const CLOSING = "」』”";
const LONGEST_QUOTE = 400;

/** Returns a text without its `>` lines and bracketed words, `>>12` at the head included. */
export function ownWords(text: string): OwnWords {
  const ranges: Range[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from) ranges.push({ start: from, end: to });
  };
  for (let at = 0; at < text.length; at++) {
    const lineStart = at === 0 || text[at - 1] === "\n";
    if (lineStart && (text[at] === ">" || text[at] === "＞" || text[at] === "≫")) {
      const anchor = /^(?:[>＞]{2}|≫)\s?[0-9０-９,、\-－]+(?:さん|様|氏)?/.exec(text.slice(at, at + 40));
      const newline = text.indexOf("\n", at);
      close(at);
      at = anchor !== null ? at + anchor[0].length : newline < 0 ? text.length : newline;
      from = at;
      at--;
      if (anchor === null) at++;
      continue;
    }
    if (OPENING.includes(text[at]!)) {
      const inside = text.slice(at, at + LONGEST_QUOTE + 1).indexOf(CLOSING[OPENING.indexOf(text[at]!)]!);
      if (inside < 0) continue;
      const end = at + inside;
      close(at);
      from = end + 1;
      at = end;
    }
  }
  close(text.length);
  return { ranges, ...heads(text, ranges) };
}

function heads(text: string, ranges: readonly Range[]): { starts: ReadonlySet<number>; headEnd: number } {
  const starts = new Set<number>();
  let headEnd = -1;
  let fresh = true;
  for (const { start, end } of ranges) {
    for (let at = start; at < end; at++) {
      const mark = text[at]!;
      if ("。!！?？\n".includes(mark)) {
        if (starts.size > 0 && headEnd < 0) headEnd = at + 1;
        fresh = starts.size < 2;
        if (starts.size >= 2) return { starts, headEnd };
      } else if (fresh && !/\s/.test(mark) && mark !== "、") {
        starts.add(at);
        fresh = false;
      }
    }
  }
  return { starts, headEnd: headEnd < 0 ? text.length : headEnd };
}
