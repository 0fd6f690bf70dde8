/** One line of a text rendering, with where its visible part stands in the input. */
export interface Line {
  /** Offset of the first visible character; of the line itself if blank. */
  readonly start: number;
  readonly end: number;
  /** Columns of white space before it. */
  readonly indent: number;
  /** Without the spaces around it; empty for a blank line (one of no-break or full-width spaces is blank). */
  readonly text: string;
  /** True for a blank line that is not empty: a paragraph without words. */
  readonly ghost: boolean;
}

/** Returns the lines of a text, cut at `\n`, `\r\n` and `\r`. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|\n|\r/g;
  let from = 0;
  for (;;) {
    const found = breaks.exec(text);
    const to = found === null ? text.length : found.index;
    lines.push(makeLine(text, from, to));
    if (found === null) return lines;
    from = to + found[0].length;
  }
}

function makeLine(source: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  while (start < end && isSpace(source.charCodeAt(start))) start++;
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  const text = source.slice(start, end);
  if (text.trim() === "") return { start: from, end: from, indent: 0, text: "", ghost: end > start };
  return { start, end, indent: start - from, text, ghost: false };
}

/** Spaces that a renderer indents by; a full-width space is the writer's. */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 12;
}

/** Returns the next line at or after `from` that is not blank; `lines.length` if none. */
export function nextFilled(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.text === "") at++;
  return at;
}

/** Whether there is no line at `index` or a blank one. */
export function isBlank(lines: readonly Line[], index: number): boolean {
  return (lines[index]?.text ?? "") === "";
}
