import type { Range } from "../../../model/span.ts";

/** A pair of quotation brackets; the range is that of the words between them. */
export interface Bracket extends Range {
  /** Offsets of the brackets themselves: `[open, close)`. */
  readonly open: number;
  readonly close: number;
  /** The opening bracket: 「 『 “ ". */
  readonly mark: string;
  /** The brackets directly around it. */
  readonly parent: Bracket | null;
  readonly children: Bracket[];
}

const CLOSING: Readonly<Record<string, string>> = { "「": "」", "『": "』", "“": "”", "〝": "〟", "｢": "｣", "«": "»" };
/** Marks that open and close alike. */
const EVEN = '"”＂';
/** Every mark that opens or closes; most lines have none. */
const ANY_MARK = /["«»“”〝〟「-』＂｢｣]/;
const CLOSE_MARKS = new Set(Object.values(CLOSING));
const LONGEST = 2000;
/** Brackets open at one place; more are a drawing or an attack, and the outermost give way. */
const DEEPEST = 24;

/**
 * Finds the pairs of quotation brackets in a text, outermost first in reading order; nested ones are children.
 *
 * One that is not closed before a blank line, or within 2,000 characters, is no bracket. Straight marks pair within a line.
 */
export function findBrackets(text: string): Bracket[] {
  const first = text.search(ANY_MARK);
  if (first < 0) return [];
  const open: { at: number; mark: string; close: string; children: Bracket[] }[] = [];
  const top: Bracket[] = [];
  for (let at = first; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x301f && code < 0xff02) continue;
    if (code === 10) {
      const blank = text.charCodeAt(at + 1) === 10;
      while (open.length > 0 && (blank || EVEN.includes(open.at(-1)!.mark))) top.push(...open.pop()!.children);
      continue;
    }
    if (!mayBeMark(code)) continue;
    const mark = text[at]!;
    const deepest = CLOSE_MARKS.has(mark) || EVEN.includes(mark) ? lastIndex(open, mark) : -1;
    if (deepest >= 0 && at - open[deepest]!.at <= LONGEST) {
      // What was opened inside and never closed is dropped, its own children kept.
      const lost = open.splice(deepest + 1).flatMap(({ children }) => children);
      const { at: opened, mark: opening, children } = open.pop()!;
      const bracket: Bracket = {
        open: opened,
        close: at + 1,
        start: opened + 1,
        end: at,
        mark: opening,
        parent: null,
        children: [...children, ...lost],
      };
      (open.at(-1)?.children ?? top).push(bracket);
    } else if (CLOSING[mark] !== undefined) open.push({ at, mark, close: CLOSING[mark], children: [] });
    else if (EVEN.includes(mark)) open.push({ at, mark, close: mark, children: [] });
    if (open.length > DEEPEST) top.push(...open.shift()!.children);
  }
  for (const { children } of open) top.push(...children);
  return adopt(top, null);
}

function mayBeMark(code: number): boolean {
  return (
    code === 0x22 ||
    (code >= 0x300c && code <= 0x300f) ||
    code === 0x201c ||
    code === 0x201d ||
    code === 0xff02 ||
    code === 0x301d ||
    code === 0x301f ||
    code === 0xff62 ||
    code === 0xff63 ||
    code === 0xab ||
    code === 0xbb
  );
}

function lastIndex(open: readonly { close: string }[], mark: string): number {
  for (let i = open.length - 1; i >= 0; i--) if (open[i]!.close === mark) return i;
  return -1;
}

/** Returns brackets that know their parent, sorted by place. */
function adopt(brackets: readonly Bracket[], parent: Bracket | null): Bracket[] {
  return brackets
    .filter(({ start, end }) => end > start)
    .map((bracket) => {
      const adopted: Bracket = { ...bracket, parent, children: [] };
      adopted.children.push(...adopt(bracket.children, adopted));
      return adopted;
    })
    .sort((a, b) => a.open - b.open);
}
