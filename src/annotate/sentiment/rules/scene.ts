import type { Tokens } from "../../../model/tokens.ts";
import { EntryKind } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";
import type { RuleWeights, RuleWords } from "./words.ts";

/** A stretch of somebody else's words. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
}

/** What is found in one sentence, before the rules read it: tokens `[first, last)` of its text. */
export interface Found {
  readonly tokens: Tokens;
  /** Class bits of every token of the text. */
  readonly bits: Int32Array;
  readonly first: number;
  readonly last: number;
  /** What the lexicon knows in the sentence, by its start. */
  readonly matches: readonly Match[];
  /** Somebody else's words in the text, by start; none lies within another. */
  readonly quoted: readonly Quoted[];
  readonly words: RuleWords;
  readonly weights: RuleWeights;
}

/** What the rules read of one sentence. */
export interface Scene extends Found {
  /** The cues and the degree words among its matches; those of one kind share no token. */
  readonly cues: readonly Match[];
  readonly degrees: readonly Match[];
}

/** Returns a sentence with its cues and degree words apart, which many rules look for. */
export function sceneOf({ tokens, bits, first, last, matches, quoted, words, weights }: Found): Scene {
  const cues = ofKind(matches, EntryKind.cue);
  const degrees = ofKind(matches, EntryKind.degree);
  return { tokens, bits, first, last, matches, quoted, words, weights, cues, degrees };
}

/** Most sentences have none of a kind. */
const NONE: readonly Match[] = Object.freeze([]);

function ofKind(matches: readonly Match[], wanted: EntryKind): readonly Match[] {
  let found: Match[] | null = null;
  for (const match of matches) {
    if (match.kind !== wanted) continue;
    if (found === null) found = [match];
    else found.push(match);
  }
  return found ?? NONE;
}

/** Returns the words of the text that a match covers. */
export function textOf(tokens: Tokens, { first, last }: Match): string {
  return tokens.text.slice(tokens.start(first), tokens.end(last - 1));
}
