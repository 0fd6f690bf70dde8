import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Tokenizer, Tokens } from "../../model/tokens.ts";
import { findLinks, isLinkSign, withoutLinks } from "../../text/links.ts";
import type { FoldedText, Folding } from "../../words/fold.ts";
import { splitSentences } from "../sentences/split-sentences.ts";
import { ViewTokens } from "./view-tokens.ts";

/** A unit as its writer wrote it, and as annotators read it: one way of writing for all, no words in links. */
export interface UnitReading {
  /** The unit itself: raw text, and tokens and sentences with offsets into it. */
  readonly written: AnalyzedUnit;
  /** The unit folded, with signs instead of links; the same rows of tokens. The unit itself where nothing differs. */
  readonly read: AnalyzedUnit;
  /** The unit folded, with its links, and Latin letters of one width: what names of sources are looked up in. */
  readonly linked: AnalyzedUnit;
  /** The way back from the folded text; null if no offset differs. */
  readonly folded: FoldedText | null;
}

/**
 * Returns a unit cut into tokens and sentences, as it is written and as annotators read it.
 *
 * Tokens are those of the folded text, so that ﾃﾞｰﾀ is the noun データ, and a link is one sign.
 */
export function readUnit(
  { id, text, date }: Pick<AnalyzedUnit, "id" | "text" | "date">,
  { tokenizer, folding }: { readonly tokenizer: Tokenizer; readonly folding: Folding },
): UnitReading {
  const folded = folding.fold(text);
  const foldedText = folded?.text ?? text;
  const links = findLinks(foldedText);
  const readText = links.length === 0 ? foldedText : withoutLinks(foldedText, links);
  const linkedText = WIDE.test(foldedText) ? foldedText.replace(ALL_WIDE, narrow) : foldedText;
  const tokens = tokenizer.tokenize(readText);
  const read: AnalyzedUnit = { id, text: readText, date, tokens, sentences: splitSentences(tokens) };
  if (folded === null && links.length === 0 && linkedText === text)
    return { written: read, read, linked: read, folded };
  const rows = linkRows(tokens);
  const view = (other: string) => (other === readText ? read : seen(other, read, rows, null));
  if (folded === null) return { written: view(text), read, linked: view(linkedText), folded };
  return { written: seen(text, read, rows, (place) => folded.from[place]!), read, linked: view(linkedText), folded };
}

/** Returns the first row of each token; a long link is read as several. */
function linkRows(tokens: Tokens): Int32Array {
  const isSign = (row: number) => isLinkSign(tokens.text.charCodeAt(tokens.start(row)));
  const goesOn = (row: number) =>
    row > 0 && tokens.end(row - 1) === tokens.start(row) && isSign(row) && isSign(row - 1);
  return Int32Array.from({ length: tokens.length }, (_, row) => row).filter((row) => !goesOn(row));
}

/** Returns a unit with another text of the same words; `placeOf` leads a place of the text that was read to this one. */
function seen(
  text: string,
  { id, date, tokens, sentences }: AnalyzedUnit,
  rows: Int32Array,
  placeOf: ((place: number) => number) | null,
): AnalyzedUnit {
  const last = (row: number) => (row + 1 < rows.length ? rows[row + 1]! : tokens.length) - 1;
  const starts = rows.map((row) => tokens.start(row));
  const ends = rows.map((_, row) => tokens.end(last(row)));
  if (placeOf !== null) {
    for (let row = 0, before = 0; row < rows.length; row++) {
      starts[row] = firstSeen(text, before, placeOf(starts[row]!));
      before = ends[row] = placeOf(ends[row]!);
    }
    // Marks that nobody sees at the very end have no token after them.
    if (rows.length > 0 && text.slice(ends.at(-1)).trim() !== "") ends[rows.length - 1] = text.trimEnd().length;
  }
  let row = 0;
  const rowOf = (token: number) => {
    while (row < rows.length && rows[row]! < token) row++;
    return row;
  };
  return {
    ...{ id, text, date },
    tokens: new ViewTokens(text, tokens, { rows, starts, ends }),
    sentences: sentences.map(({ firstToken, lastToken }) => {
      const [from, to] = [rowOf(firstToken), rowOf(lastToken)];
      return { start: starts[from]!, end: ends[to - 1]!, firstToken: from, lastToken: to };
    }),
  };
}

/** Returns the place of the first sign between two places that is no white space: a mark that nobody sees and no other token has. */
function firstSeen(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/.test(text[at]!)) at++;
  return at;
}

/** Latin letters of full width. */
const WIDE = /[\uff21-\uff3a\uff41-\uff5a]/;
const ALL_WIDE = /[\uff21-\uff3a\uff41-\uff5a]/g;
const narrow = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0xfee0);
