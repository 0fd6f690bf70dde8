/** One line of a text rendering, with where its visible part stands in the input. */
export interface Line {
  /** Offset of the first visible character; of the line itself if blank. */
  readonly start: number;
  readonly end: number;
  /** Columns of white space before it. */
  readonly indent: number;
  /** Without the white space around it; empty for a blank line (no-break and full-width spaces are blank). */
  readonly text: string;
}

/** Cuts a text into lines at `\n`, `\r\n` and `\r`. */
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
  const raw = source.slice(from, to);
  const text = raw.trim();
  if (text === "") return { start: from, end: from, indent: 0, text };
  const indent = raw.length - raw.trimStart().length;
  return { start: from + indent, end: from + indent + text.length, indent, text };
}

/** Finds the next line at or after `from` that is not blank; `lines.length` if none. */
export function nextFilled(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.text === "") at++;
  return at;
}

/** Tells whether there is no line at `index` or a blank one. */
export function isBlank(lines: readonly Line[], index: number): boolean {
  return (lines[index]?.text ?? "") === "";
}
