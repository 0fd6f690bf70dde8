import { Is } from "../../../words/token-bits.ts";
import { EntryKind } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";
import type { Scene } from "./scene.ts";

/** Returns the degree word that modifies the token `first`: right before it, at most a few words away in the same clause. */
export function degreeBefore(scene: Scene, first: number, clauseFirst: number): Match | null {
  let best: Match | null = null;
  for (const match of scene.matches) {
    if (match.first >= first) break;
    if (match.kind !== EntryKind.degree || match.last > first || match.first < clauseFirst) continue;
    if (reaches(scene, match.last, first)) best = match;
  }
  return best;
}

/** Whether すぎる, まくる stand after the words: 高 すぎる. */
export function isOverdone({ tokens, last, words }: Scene, at: number): boolean {
  return at < last && words.overdone.has(tokens.lemma(at));
}

/** Whether at most two words stand between, none of them a predicate that would take the degree word for itself. */
function reaches({ tokens, bits }: Scene, from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let i = from; i < to; i++) {
    const own = bits[i]!;
    if ((own & (Is.adjective | Is.comma | Is.period | Is.conjunctive | Is.auxiliary)) !== 0) return false;
    if ((own & Is.verb) !== 0 && tokens.lemma(i) !== "する") return false;
  }
  return true;
}
