import type { Sentence, Tokens } from "../../model/tokens.ts";
import { isHiragana, isKanji, isKatakana } from "../../words/characters.ts";
import type { OutletBy } from "./outlet-by.ts";
import type { CitationResources } from "./resources.ts";

/** An outlet as written in a sentence: rows of its tokens, canonical name. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly name: string;
  readonly by: OutletBy;
  /** Row after the name with its bracket. */
  readonly next: number;
}

/** A run of words that may be an outlet's name: rows `[first, end)` of the tokens, and the known outlet that begins it. */
export interface OutletRun {
  readonly tokens: Tokens;
  readonly first: number;
  readonly end: number;
  readonly text: string;
  readonly known: Candidate | null;
  readonly resources: CitationResources;
}

/** Tokens of the longest name. */
export const LONGEST_RUN = 12;

/** Returns the run of words from a row on that may stand in one name. */
export function runFrom(tokens: Tokens, row: number, sentence: Sentence, resources: CitationResources): OutletRun {
  let end = row;
  while (end < sentence.lastToken && end - row < LONGEST_RUN && isNamePart(tokens, end, row)) end++;
  const text = end === row ? "" : tokens.text.slice(tokens.start(row), tokens.end(end - 1));
  return { tokens, first: row, end, text, known: knownOutlet(tokens, row, sentence, resources), resources };
}

/** Returns the candidate of rows `[first, last)`. */
export function made(first: number, last: number, name: string, by: OutletBy): Candidate {
  return { first, last, name, by, next: last };
}

function isNamePart(tokens: Tokens, row: number, first: number): boolean {
  const { text } = tokens;
  const start = tokens.start(row);
  const code = text.charCodeAt(start);
  if ((code < 0x80 || code === 0x2019) && /^[A-Za-z0-9.&'’-]+$/.test(tokens.surface(row))) return true;
  if (row > first && start !== tokens.end(row - 1)) return false;
  const end = tokens.end(row);
  if (end - start === 1 && (code === 0x30fb || code === 0xff1d)) return true;
  const pos = tokens.pos(row);
  return (
    pos.startsWith("名詞") &&
    !pos.startsWith("名詞,非自立") &&
    !pos.startsWith("名詞,代名詞") &&
    !pos.startsWith("名詞,副詞可能") &&
    (isPlain(text, start, end) || /^[\p{L}\p{N}ー・＝]+$/u.test(tokens.surface(row)))
  );
}

/** Whether a stretch has but kana and kanji, as most words. */
function isPlain(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (!isKanji(code) && !isHiragana(code) && !isKatakana(code)) return false;
  }
  return true;
}

/** Returns the longest known outlet that begins at a row and ends at a token's end. */
function knownOutlet(
  tokens: Tokens,
  row: number,
  sentence: Sentence,
  { outletNames: { trie, outlets } }: CitationResources,
): Candidate | null {
  const { text } = tokens;
  const from = tokens.start(row);
  let found = -1;
  let end = row;
  let node = 0;
  walk: for (let last = row, at = from; last < sentence.lastToken; last++) {
    for (const to = tokens.end(last); at < to; at++) {
      node = trie.step(node, text.charCodeAt(at));
      if (node === 0) break walk;
    }
    const number = trie.valueAt(node);
    if (number < 0) continue;
    found = number;
    end = last + 1;
  }
  if (found < 0) return null;
  return made(row, end, asWritten(text.slice(from, tokens.end(end - 1)), outlets[found]!.name), "gazetteer");
}

/** Returns a Latin name that is no mere acronym as it is written: Telegraph, but NYT is ニューヨーク・タイムズ. */
export function asWritten(written: string, canonical: string): string {
  return /^[A-Za-z][A-Za-z .&'’]{4,}$/.test(written) ? written : canonical;
}
