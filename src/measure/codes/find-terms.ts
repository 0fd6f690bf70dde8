import type { Tokens } from "../../model/tokens.ts";
import { plainText } from "./plain.ts";
import type { Terms } from "./terms.ts";

/** A place where a word or phrase stands: a range of the text, and the first and the last of its tokens. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

/** A part of a unit: a range of its text and of its tokens. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly firstToken: number;
  readonly lastToken: number;
}

/**
 * Returns where each word and phrase stands in a stretch of a text, by its number, in the order of the text.
 *
 * A word is a token, or several that follow one another, the last of them as it is written or in its dictionary form. A
 * phrase is any run of letters.
 */
export function findTerms(tokens: Tokens, stretch: Stretch, terms: Terms): readonly (readonly Place[])[] {
  const found: Place[][] = Array.from({ length: terms.count }, () => []);
  if (terms.words.size > 0) findWords(tokens, stretch, terms, found);
  if (terms.phrases.size > 0) findPhrases(tokens, stretch, terms, found);
  return found;
}

function findWords(
  tokens: Tokens,
  { firstToken, lastToken }: Stretch,
  { words, longest, folding }: Terms,
  found: readonly Place[][],
): void {
  const plain = (text: string) => plainText(text, folding).text;
  const surfaces: string[] = [];
  const lemmas: string[] = [];
  for (let i = firstToken; i < lastToken; i++) {
    surfaces.push(plain(tokens.surface(i)));
    lemmas.push(plain(tokens.lemma(i)));
  }
  for (let first = firstToken; first < lastToken; first++) {
    let text = "";
    for (let last = first; last < lastToken && text.length < longest; last++) {
      if (last > first && tokens.start(last) !== tokens.end(last - 1)) break;
      const inflected = words.get(text + lemmas[last - firstToken]!);
      text += surfaces[last - firstToken]!;
      const written = words.get(text);
      const place = { start: tokens.start(first), end: tokens.end(last), first, last };
      if (written !== undefined) found[written]!.push(place);
      if (inflected !== undefined && inflected !== written) found[inflected]!.push(place);
    }
  }
}

function findPhrases(
  tokens: Tokens,
  { start, end }: Stretch,
  { phrases, folding }: Terms,
  found: readonly Place[][],
): void {
  const plain = plainText(tokens.text.slice(start, end), folding);
  const { text } = plain;
  for (const [phrase, number] of phrases) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
      const to = at + phrase.length;
      const from = start + (plain.from === null ? at : plain.from[at]!);
      const until = start + (plain.from === null ? to : plain.to[to - 1]!);
      const first = tokens.indexAt(from);
      found[number]!.push({ start: from, end: until, first, last: Math.max(first, tokens.indexAt(until - 1)) });
    }
  }
}
