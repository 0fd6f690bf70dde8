import type { Tokens } from "../../../model/tokens.ts";
import { Is } from "../../../words/token-bits.ts";
import { EntryKind } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";

/** The degree word that modifies the token `first`: right before it, at most a few words away in the same clause. */
export function degreeBefore(
  tokens: Tokens,
  classes: Int32Array,
  matches: readonly Match[],
  first: number,
  clauseFirst: number,
): Match | null {
  let best: Match | null = null;
  for (const match of matches) {
    if (match.first >= first) break;
    if (match.kind !== EntryKind.degree || match.last > first || match.first < clauseFirst) continue;
    if (reaches(tokens, classes, match.last, first)) best = match;
  }
  return best;
}

/** すぎる, まくる after the words: 高 すぎる. */
export function isOverdone(tokens: Tokens, at: number, last: number): boolean {
  if (at >= last) return false;
  const lemma = tokens.lemma(at);
  return lemma === "すぎる" || lemma === "過ぎる" || lemma === "まくる";
}

/** Up to two words may stand between, none of them a predicate that would take the degree word for itself. */
function reaches(tokens: Tokens, classes: Int32Array, from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let i = from; i < to; i++) {
    const bits = classes[i]!;
    if ((bits & (Is.adjective | Is.comma | Is.period | Is.conjunctive | Is.auxiliary)) !== 0) return false;
    if ((bits & Is.verb) !== 0 && tokens.lemma(i) !== "する") return false;
  }
  return true;
}
