import type { Range } from "../../model/span.ts";

/** Words of a comment that may be taken from elsewhere, without their marks. */
export interface Quoted extends Range {
  readonly mark: "line" | "brackets";
}

/** `>>12`: the numbers it points to. */
export interface Anchor extends Range {
  readonly numbers: readonly number[];
}

const CLOSING: Readonly<Record<string, string>> = { "「": "」", "『": "』", "“": "”", "｢": "｣", '"': '"', "”": "”" };
const LONGEST = 600;
const MOST_ANCHORED = 50;

/** Returns the `>` lines and the bracketed words; a bracket on a `>` line belongs to the line. */
export function findQuoted(text: string): Quoted[] {
  const found: Quoted[] = [];
  for (let lineStart = 0; lineStart < text.length; ) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = quotedLine(text, lineStart, lineEnd);
    if (line !== null) found.push(line);
    else bracketsIn(text, lineStart, lineEnd, found);
    lineStart = lineEnd + 1;
  }
  return found;
}

function quotedLine(text: string, lineStart: number, lineEnd: number): Quoted | null {
  let start = lineStart;
  while (start < lineEnd && isSpace(text, start)) start++;
  const first = start;
  while (start < lineEnd && (text[start] === ">" || text[start] === "＞" || text[start] === "》")) start++;
  if (start === first) {
    const lead = leadAt(text, start, lineEnd);
    if (lead === 0) return null;
    start += lead;
  }
  if (start - first > 1 && /[0-9０-９]/.test(text[start] ?? "")) return null;
  let end = lineEnd;
  const trim = () => {
    while (start < end && isSpace(text, start)) start++;
    while (end > start && isSpace(text, end - 1)) end--;
  };
  trim();
  const closing = CLOSING[text[start] ?? ""];
  if (closing !== undefined && text[end - 1] === closing && text.indexOf(closing, start + 1) === end - 1) {
    start++;
    end--;
    trim();
  }
  return end > start ? { start, end, mark: "line" } : null;
}

const LEADS = ["引用", "記事より", "記事から", "本文より", "本文から", "抜粋"];

/** Length of 引用： and the like at the head of a line; 0 without one. */
function leadAt(text: string, at: number, lineEnd: number): number {
  const lead = LEADS.find((written) => text.startsWith(written, at));
  if (lead === undefined || at + lead.length >= lineEnd || !":：".includes(text[at + lead.length]!)) return 0;
  return lead.length + 1;
}

function bracketsIn(text: string, from: number, to: number, found: Quoted[]): void {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    // Kana and kanji are no brackets: most characters end here.
    if (code >= 0x3011 && code < 0xff00) continue;
    const closing = CLOSING[text[at]!];
    if (closing === undefined) continue;
    const opening = text[at]!;
    let depth = 1;
    let end = at + 1;
    for (; end < text.length && end - at <= LONGEST && depth > 0; end++) {
      if (text[end] === closing) depth--;
      else if (text[end] === opening) depth++;
      else if (text[end] === "\n" && text[end + 1] === "\n") break;
    }
    if (depth !== 0) continue;
    if (end - 1 > at + 1) found.push({ start: at + 1, end: end - 1, mark: "brackets" });
    at = end - 1;
  }
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x3000 || code === 0x09 || code === 0xa0 || code === 0x0d;
}

const ANCHOR =
  /(?:[>＞]{2}|≫|※(?=[0-9０-９]+(?:さん|氏|へ|に)))[ 　]?([0-9０-９]{1,5}(?:[-－〜~,、，][0-9０-９]{1,5}){0,20})/g;

/** Returns the anchors of a text: `>>12`, `>>3-5`, `>>1,7`. */
export function findAnchors(text: string): Anchor[] {
  if (!/[>＞]{2}|≫|※/.test(text)) return [];
  return [...text.matchAll(ANCHOR)].map((match) => {
    const start = match.index;
    return { start, end: start + match[0].length, numbers: numbersIn(match[1]!.normalize("NFKC")) };
  });
}

function numbersIn(written: string): number[] {
  const numbers: number[] = [];
  for (const part of written.split(/[,、]/)) {
    const [from, to] = part.split(/[-〜~]/).map(Number);
    if (from === undefined) continue;
    const last = to === undefined || to < from || to - from >= MOST_ANCHORED ? from : to;
    for (let number = from; number <= last; number++) numbers.push(number);
  }
  return numbers;
}
