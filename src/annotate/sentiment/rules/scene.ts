import type { Tokens } from "../../../model/tokens.ts";
import type { Match } from "../lexicon/scan.ts";
import type { RuleWeights, RuleWords } from "./words.ts";

/** A stretch of somebody else's words. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
}

/** What the rules read of one sentence: tokens `[first, last)` of its text. */
export interface Scene {
  readonly tokens: Tokens;
  /** Class bits of every token of the text. */
  readonly bits: Int32Array;
  readonly first: number;
  readonly last: number;
  /** What the lexicon knows in the sentence, by its start. */
  readonly matches: readonly Match[];
  /** Somebody else's words in the text. */
  readonly quoted: readonly Quoted[];
  readonly words: RuleWords;
  readonly weights: RuleWeights;
}

/** Returns the words of the text that a match covers. */
export function textOf(tokens: Tokens, { first, last }: Match): string {
  return tokens.text.slice(tokens.start(first), tokens.end(last - 1));
}

/** Whether two matches share a token. */
export function overlap(a: Match, b: Match): boolean {
  return a.first < b.last && b.first < a.last;
}
