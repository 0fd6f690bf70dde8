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
  /** Where each bracket is closed; null until one is met. */
  #closes: ReadonlyMap<number, number> | null = null;
  #quoteMarks!: ClaimWords["quoteMarks"];

  /** Sets the beginning of another text. */
  begin({ quoteMarks }: Pick<ClaimWords, "quoteMarks">): void {
    this.#until = 0;
    this.#closes = null;
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
      this.#closes ??= closesOf(text);
      this.#until = (this.#closes.get(start) ?? -1) + 1;
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

/**
 * Returns where each bracket of a text is closed, brackets of its kind within it left aside; what is not closed has no place. One
 * pass: a text may open any number of brackets and close none.
 */
function closesOf(text: string): ReadonlyMap<number, number> {
  const open = new Map(Object.values(PAIRS).map((closing) => [closing, [] as number[]]));
  const closes = new Map<number, number>();
  for (let i = 0; i < text.length; i++) {
    const closing = PAIRS[text[i]!];
    if (closing !== undefined) {
      open.get(closing)!.push(i);
      continue;
    }
    const from = open.get(text[i]!)?.pop();
    if (from !== undefined) closes.set(from, i);
  }
  return closes;
}
