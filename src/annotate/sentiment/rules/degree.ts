import { Is } from "../../../words/token-bits.ts";
import type { Match } from "../lexicon/scan.ts";
import type { Scene } from "./scene.ts";
import { countBefore } from "./sorted.ts";

/** Returns the degree word that modifies the token `first`: right before it, at most a few words away in the same clause. */
export function degreeBefore(scene: Scene, first: number, clauseFirst: number): Match | null {
  const { degrees } = scene;
  for (let i = countBefore(degrees, first) - 1; i >= 0; i--) {
    const match = degrees[i]!;
    if (match.first < clauseFirst || first - match.last > REACH) return null;
    if (match.last <= first && reaches(scene, match.last, first)) return match;
  }
  return null;
}

/** Whether すぎる, まくる stand after the words: 高 すぎる. */
export function isOverdone({ tokens, last, words }: Scene, at: number): boolean {
  return at < last && words.overdone.has(tokens.lemma(at));
}

/** How far behind a degree word the token may stand that it modifies. */
const REACH = 4;

/** Whether none of the words between is a predicate that would take the degree word for itself. */
function reaches({ tokens, bits }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const own = bits[i]!;
    if ((own & (Is.adjective | Is.comma | Is.period | Is.conjunctive | Is.auxiliary)) !== 0) return false;
    if ((own & Is.verb) !== 0 && tokens.lemma(i) !== "する") return false;
  }
  return true;
}
