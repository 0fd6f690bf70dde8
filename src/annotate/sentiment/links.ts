import type { Range } from "../../model/span.ts";
import type { Tokens } from "../../model/tokens.ts";
import { Is } from "../../words/token-bits.ts";
import type { Match } from "./lexicon/scan.ts";

/** A link, or the signs that stand instead of one. */
const LINK = /https?:\/\/[\w\-./?%&=~#:+@!,;]+|\ufffc+/gu;
const NO_LINKS: readonly Range[] = [];

/** The links of a text, whose letters say nothing. */
export function linksIn(text: string): readonly Range[] {
  if (!text.includes("://") && !text.includes("\ufffc")) return NO_LINKS;
  return [...text.matchAll(LINK)].map(({ 0: link, index }) => ({ start: index, end: index + link.length }));
}

/** Sets the tokens of links to brackets, in place, so that no n-gram is made of them. */
export function silence(tokens: Tokens, bits: Int32Array, links: readonly Range[]): void {
  for (const { start, end } of links)
    for (let i = tokens.indexAt(start); i < tokens.length && tokens.start(i) < end; i++)
      bits[i] = Is.symbol | Is.bracket;
}

/** Whether a match begins in a link. */
export function isInLink(tokens: Tokens, { first }: Match, links: readonly Range[]): boolean {
  const at = tokens.start(first);
  return links.some(({ start, end }) => start <= at && at < end);
}
