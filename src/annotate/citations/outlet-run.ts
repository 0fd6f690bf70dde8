import type { Sentence, Tokens } from "../../model/tokens.ts";
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
  const surface = tokens.surface(row);
  if (/^[A-Za-z0-9.&'’-]+$/.test(surface)) return true;
  if (row > first && tokens.start(row) !== tokens.end(row - 1)) return false;
  const pos = tokens.pos(row);
  if (surface === "・" || surface === "＝") return true;
  return (
    pos.startsWith("名詞") &&
    !pos.startsWith("名詞,非自立") &&
    !pos.startsWith("名詞,代名詞") &&
    !pos.startsWith("名詞,副詞可能") &&
    /^[\p{L}\p{N}ー・＝]+$/u.test(surface)
  );
}

/** Returns the longest known outlet that begins at a row and ends at a token's end. */
function knownOutlet(
  tokens: Tokens,
  row: number,
  sentence: Sentence,
  { outlets, longestOutlet, firstLetters }: CitationResources,
): Candidate | null {
  const from = tokens.start(row);
  if (!firstLetters.has(tokens.text.charCodeAt(from))) return null;
  let best: Candidate | null = null;
  for (let last = row; last < sentence.lastToken && tokens.end(last) - from <= longestOutlet; last++) {
    const written = tokens.text.slice(from, tokens.end(last));
    const outlet = outlets.get(written);
    if (outlet !== undefined) best = made(row, last + 1, asWritten(written, outlet.name), "gazetteer");
  }
  return best;
}

/** Returns a Latin name that is no mere acronym as it is written: Telegraph, but NYT is ニューヨーク・タイムズ. */
export function asWritten(written: string, canonical: string): string {
  return /^[A-Za-z][A-Za-z .&'’]{4,}$/.test(written) ? written : canonical;
}
