import { Is } from "../../../words/token-bits.ts";
import { EntryKind } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";
import type { Scene } from "./scene.ts";
import { countBefore, isTouched } from "./sorted.ts";
import { isLinked } from "./trend-links.ts";

/** A noun whose growth is good or bad, with the word that says that it grows or shrinks. */
export interface Trend {
  readonly noun: Match;
  readonly direction: Match;
  /** Sign and strength of the pair. */
  readonly value: number;
}

const LONGEST_REACH = 40;
const SHORT_REACH = 8;

/**
 * Returns the words of growth and decrease with the nouns they hang on.
 *
 * 赤字が減る is good, 売上が減る bad. The noun is the one right after the word (増え続ける赤字) or the nearest before it that is
 * linked: a topic or a noun with a figure from anywhere in the sentence, a subject or object from a few words away. Nouns with
 * a sign of their own (不安, 笑顔) take part if they stand close.
 */
export function pairTrends(scene: Scene): Trend[] {
  const { bits, matches, weights } = scene;
  // 減災 is a word of its own that says nothing; no 減 of something stands in it.
  const blank = matches.filter(({ kind, value }) => kind === EntryKind.word && value === 0);
  const directions = matches.filter((match) => match.kind === EntryKind.direction && !isTouched(blank, match));
  if (directions.length === 0) return [];
  const nouns = matches.filter(
    (match) =>
      (match.kind === EntryKind.valence ||
        (match.kind === EntryKind.word && match.value !== 0 && (bits[match.last - 1]! & Is.noun) !== 0)) &&
      !isTouched(directions, match),
  );
  if (nouns.length === 0) return [];
  const trends: Trend[] = [];
  for (const direction of directions) {
    const noun = nounAfter(scene, nouns, direction) ?? nounBefore(scene, nouns, direction);
    if (noun === null) continue;
    const own = noun.kind === EntryKind.valence ? Math.sign(noun.value) * weights.trend : noun.value;
    trends.push({ noun, direction, value: own * direction.value });
  }
  return trends;
}

function nounBefore(scene: Scene, nouns: readonly Match[], direction: Match): Match | null {
  for (let n = countBefore(nouns, direction.first) - 1; n >= 0; n--) {
    const noun = nouns[n]!;
    const gap = direction.first - noun.last;
    if (gap < 0) continue;
    if (gap > LONGEST_REACH) return null;
    if (!isLinked(scene, noun, direction)) continue;
    // The valence reading of a span wins over its own strength.
    const twin = nouns[n - 1];
    return noun.kind === EntryKind.word &&
      twin !== undefined &&
      twin.kind === EntryKind.valence &&
      twin.last > noun.first &&
      twin.first < noun.last
      ? twin
      : noun;
  }
  return null;
}

function nounAfter({ tokens, bits }: Scene, nouns: readonly Match[], direction: Match): Match | null {
  if ((bits[direction.first]! & (Is.verb | Is.adjective)) === 0) return null;
  // 友を失った悲しみ: the verb has its object already.
  for (let i = direction.first - 1; i >= 0 && i > direction.first - SHORT_REACH; i--) {
    if ((bits[i]! & (Is.comma | Is.period | Is.conjunctive | Is.topic)) !== 0) break;
    if (tokens.surface(i) === "を") return null;
  }
  let at = direction.last;
  const end = Math.min(tokens.length, at + LONGEST_REACH);
  while (at < end && (bits[at]! & (Is.auxiliary | Is.dependent)) !== 0 && (bits[at]! & Is.noun) === 0) at++;
  if ((bits[at - 1]! & (Is.negation | Is.continuative)) !== 0) return null;
  for (let n = countBefore(nouns, at); n < nouns.length && nouns[n]!.first === at; n++)
    if (nouns[n]!.kind === EntryKind.valence) return nouns[n]!;
  return null;
}
