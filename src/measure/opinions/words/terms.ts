import type { Tokens } from "../../../model/tokens.ts";
import { C, type ContentWords } from "./content.ts";

/** Longest run of nouns that is one word. */
const LONGEST_RUN = 5;

/**
 * A walk over the terms of a stretch of tokens, each given to `take`: content words, runs of nouns whole (受益者負担), a predicate with
 * its argument and its polarity (説明・足りる・ない).
 */
export function eachTerm(
  tokens: Tokens,
  [first, last]: readonly [number, number],
  content: ContentWords,
  take: (term: string, row: number) => void,
): void {
  let run: string[] = [];
  let argument: string | null = null;
  let pending: string | null = null;
  for (let row = first; row <= last; row++) {
    const kind = row < last ? content.kind(tokens, row) : C.none;
    if (kind === C.noun) {
      take(content.lemma(tokens, row), row);
      run.push(tokens.surface(row));
      pending = content.lemma(tokens, row);
      continue;
    }
    if (run.length > 1 && run.length <= LONGEST_RUN) {
      pending = run.join("").normalize("NFKC").toLowerCase();
      take(pending, row - 1);
    }
    run = [];
    if (kind === C.argument) {
      argument = pending ?? argument;
      pending = null;
    } else if (kind === C.verb || kind === C.adjective) {
      const lemma = content.lemma(tokens, row);
      take(lemma, row);
      if (argument !== null) take(`${argument}・${lemma}${denied(tokens, row, last, content) ? "・ない" : ""}`, row);
      argument = null;
      pending = null;
    } else if (kind === C.negation && argument !== null) {
      take(`${argument}・ない`, row);
      argument = null;
    } else if (kind === C.adverb) take(content.lemma(tokens, row), row);
  }
}

/** How many tokens behind a predicate its negation may stand: 足り・て・い・ない. */
const REACH = 4;

function denied(tokens: Tokens, row: number, last: number, content: ContentWords): boolean {
  for (let i = row + 1; i < Math.min(last, row + 1 + REACH); i++) {
    const kind = content.kind(tokens, i);
    if (kind === C.negation) return true;
    if (kind === C.noun || kind === C.verb || kind === C.adjective) return false;
  }
  return false;
}
