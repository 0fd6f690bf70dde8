import type { Tokens } from "../../../model/tokens.ts";
import { EntryKind } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";
import { Is } from "./token-classes.ts";

/** A noun whose growth is good or bad, with the word that says that it grows or shrinks. */
export interface Trend {
  readonly noun: Match;
  readonly direction: Match;
  /** Sign and strength of the pair. */
  readonly value: number;
}

const LONGEST_REACH = 40;
const WEIGHT = 0.6;

/**
 * Pairs words of growth and decrease with the nouns they hang on.
 *
 * 赤字が減る is good, 売上が減る bad. The noun is the nearest before the word in the sentence that is marked by a particle, a
 * figure or nothing at all, or the one right after it (増え続ける赤字). Nouns with a sign of their own (不安, 笑顔) take part.
 */
export function pairTrends(tokens: Tokens, classes: Int32Array, matches: readonly Match[], sentenceFirst: number): Trend[] {
  const trends: Trend[] = [];
  const nouns = matches.filter(
    ({ kind, first, value }) =>
      kind === EntryKind.valence || (kind === EntryKind.word && value !== 0 && (classes[first]! & Is.noun) !== 0),
  );
  for (const direction of matches) {
    if (direction.kind !== EntryKind.direction) continue;
    const noun = after(tokens, classes, nouns, direction) ?? before(classes, nouns, direction, sentenceFirst);
    if (noun === null) continue;
    const isValence = noun.kind === EntryKind.valence;
    // Mere existence (出る, 残る) says something only of what has a sign of its own; presence of more is then no news.
    if (!isValence && Math.abs(direction.value) <= 0.5) continue;
    const own = isValence ? Math.sign(noun.value) * WEIGHT : noun.value;
    trends.push({ noun, direction, value: own * direction.value });
  }
  return trends;
}

function before(classes: Int32Array, nouns: readonly Match[], direction: Match, sentenceFirst: number): Match | null {
  let found: Match | null = null;
  for (const noun of nouns) {
    if (noun.last > direction.first) break;
    if (noun.first < sentenceFirst || direction.first - noun.last > LONGEST_REACH) continue;
    if (!isMarked(classes, noun.last, direction.first)) continue;
    // A valence noun wins over a plain word of the same span.
    if (found !== null && found.first === noun.first && found.kind === EntryKind.valence) continue;
    found = noun;
  }
  return found;
}

/** The noun is the subject, object, topic or measure of what follows, or stands right before it. */
function isMarked(classes: Int32Array, at: number, directionFirst: number): boolean {
  if (at === directionFirst) return true;
  const bits = classes[at]!;
  return (bits & (Is.case | Is.topic | Is.linking | Is.number | Is.bracket | Is.symbol | Is.comma | Is.particle | Is.dependent)) !== 0;
}

function after(tokens: Tokens, classes: Int32Array, nouns: readonly Match[], direction: Match): Match | null {
  let at = direction.last;
  while (at < tokens.length && (classes[at]! & Is.auxiliary) !== 0) at++;
  if ((classes[direction.first]! & (Is.verb | Is.adjective)) === 0) return null;
  return nouns.find(({ first, kind }) => first === at && kind === EntryKind.valence) ?? null;
}
