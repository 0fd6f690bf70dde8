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
/** A mark, or the end of a line. */
const MARK_OR_END = /[\n"«»“”〝〟「-』＂｢｣]/g;
const CLOSE_MARKS = new Set(Object.values(CLOSING));
const LONGEST = 2000;
/** Words without an opening mark that are longer are a paragraph with a slip. */
const LONGEST_LINE = 300;
/** Spaces at the head of a line. */
const LONGEST_INDENT = 64;
/** Brackets open at one place; more are a drawing or an attack, and the outermost give way. */
const DEEPEST = 24;

/**
 * Returns the pairs of quotation brackets in a text, outermost first in reading order; nested ones are children.
 *
 * One that is not closed within 2,000 characters is no bracket; nor is one with a blank line in it, unless it closes
 * before the next of its kind opens. Straight marks pair within a line. Words that only a closing mark ends, before
 * what reports them, begin with their line: 必ず勝つ」と話した.
 */
export function findBrackets(text: string): Bracket[] {
  const first = text.search(ANY_MARK);
  if (first < 0) return [];
  const open: Open[] = [];
  const top: Bracket[] = [];
  // From mark to mark: a loop over all characters would be compiled for speed, with all of this in it, over and over.
  for (MARK_OR_END.lastIndex = first; MARK_OR_END.test(text); ) {
    const at = MARK_OR_END.lastIndex - 1;
    const mark = text[at]!;
    if (mark === "\n") {
      endLine(open, top, text[at + 1] === "\n");
      continue;
    }
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
    } else if (CLOSING[mark] !== undefined || EVEN.includes(mark)) openMark(open, top, at, mark);
    else if (open.length === 0) {
      const lost = withoutOpening(text, at, top);
      if (lost !== null) top.push(lost);
    }
    if (open.length > DEEPEST) top.push(...open.shift()!.children);
  }
  for (const { children } of open) top.push(...children);
  return adopt(top, null);
}

/** Closes straight marks at the end of a line, and remembers a blank one. */
function endLine(open: Open[], top: Bracket[], blank: boolean): void {
  while (open.length > 0 && EVEN.includes(open.at(-1)!.mark)) top.push(...open.pop()!.children);
  if (blank) for (const one of open) one.parted = true;
}

/** Adds a mark that opens; one of its kind that was left open in a paragraph before is none. */
function openMark(open: Open[], top: Bracket[], at: number, mark: string): void {
  while (open.length > 0 && open.at(-1)!.parted && open.at(-1)!.mark === mark) top.push(...open.pop()!.children);
  open.push({ at, mark, close: CLOSING[mark] ?? mark, children: [], parted: false });
}

/** A mark that is open. */
interface Open {
  readonly at: number;
  readonly mark: string;
  readonly close: string;
  readonly children: Bracket[];
  /** Whether a blank line stands behind it. */
  parted: boolean;
}

/** What reports words right behind their closing mark. */
const REPORTED = /(?:と|って|などと)[^「」『』。\n]{0,24}[言云い話語述説訴答叫書伝告明強主指批釈約求]/uy;

/** 必ず勝つ」と話した: the opening mark is lost; words from the head of their line on, where no other bracket stands. */
function withoutOpening(text: string, at: number, found: readonly Bracket[]): Bracket | null {
  REPORTED.lastIndex = at + 1;
  if (!REPORTED.test(text)) return null;
  const from = Math.max(0, at - LONGEST_LINE - LONGEST_INDENT);
  const before = text.slice(from, at);
  const line = before.lastIndexOf("\n") + 1;
  if (line === 0 && from > 0) return null;
  const start = from + line + before.slice(line).search(/\S|$/u);
  if (at - start < 2 || at - start > LONGEST_LINE) return null;
  const last = found.at(-1);
  if (last !== undefined && last.close > start) return null;
  return { open: start, close: at + 1, start, end: at, mark: text[at]!, parent: null, children: [] };
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
