import type { ClaimWords } from "./words.ts";

/** How words are marked as somebody else's: by a mark at the head of their line, or by brackets around all of them. */
export type Quoted = "line" | "brackets";

const PAIRS: Readonly<Record<string, string>> = { "「": "」", "『": "』", "“": "”", "｢": "｣" };
/** Marks of an export that stand before the marks of the writer. */
const OUTER = '" 　';

/** What knows, along a text, which of its words are somebody else's. One is reused for many texts. */
export class Quoting {
  #until = 0;
  #by: Quoted = "line";
  #quoteMarks!: ClaimWords["quoteMarks"];

  /** Sets the beginning of another text. */
  begin({ quoteMarks }: Pick<ClaimWords, "quoteMarks">): void {
    this.#until = 0;
    this.#quoteMarks = quoteMarks;
  }

  /** Returns how the words of `[start, coreEnd)` are marked; null where they, or some of them, are the writer's own. */
  of(text: string, start: number, coreEnd: number): Quoted | null {
    if (start >= this.#until) this.#open(text, start);
    return start < coreEnd && coreEnd <= this.#until ? this.#by : null;
  }

  #open(text: string, from: number): void {
    let start = from;
    while (start < text.length && OUTER.includes(text[start]!)) start++;
    if (this.#quoteMarks.at(text, start) !== undefined && !this.#isAnchor(text, start)) {
      const line = text.indexOf("\n", start);
      this.#until = line < 0 ? text.length : line;
      this.#by = "line";
    } else if (PAIRS[text[start]!] !== undefined) {
      this.#until = closeOf(text, start) + 1;
      this.#by = "brackets";
    }
  }

  /** Whether the marks lead to a comment by its number, and quote nothing: >>12, ＞3さん. */
  #isAnchor(text: string, start: number): boolean {
    let at = start;
    while (this.#quoteMarks.at(text, at) !== undefined) at++;
    const marks = at - start;
    const digits = at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === digits) return false;
    return (
      marks > 1 || text[start] === "≫" || text[start] === "》" || at === text.length || ADDRESSED.includes(text[at]!)
    );
  }
}

/** What stands behind the number of a comment that is spoken to. */
const ADDRESSED = " 　\n、さ番";

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** Returns where the bracket that opens at an offset is closed, brackets of its kind within it left aside; -1 where it is not. */
function closeOf(text: string, open: number): number {
  const [opening, closing] = [text[open]!, PAIRS[text[open]!]!];
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === opening) depth++;
    else if (text[i] === closing && --depth === 0) return i;
  }
  return -1;
}
