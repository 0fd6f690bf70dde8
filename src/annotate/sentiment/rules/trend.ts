import type { Tokens } from "../../../model/tokens.ts";
import { Is } from "../../../words/token-bits.ts";
import { EntryKind } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";

/** A noun whose growth is good or bad, with the word that says that it grows or shrinks. */
export interface Trend {
  readonly noun: Match;
  readonly direction: Match;
  /** Sign and strength of the pair. */
  readonly value: number;
}

const LONGEST_REACH = 40;
const SHORT_REACH = 8;
const WEIGHT = 0.6;
/** Directions this weak tell only that something is there: 出る, 残る. */
const EXISTENCE = 0.5;

/**
 * Pairs words of growth and decrease with the nouns they hang on.
 *
 * 赤字が減る is good, 売上が減る bad. The noun is the one right after the word (増え続ける赤字) or the nearest before it that is
 * linked: a topic or a noun with a figure from anywhere in the sentence, a subject or object from a few words away. Nouns with
 * a sign of their own (不安, 笑顔) take part if they stand close.
 */
export function pairTrends(tokens: Tokens, classes: Int32Array, matches: readonly Match[]): Trend[] {
  const directions = matches.filter(({ kind }) => kind === EntryKind.direction);
  if (directions.length === 0) return [];
  const nouns = matches.filter(
    (match) =>
      (match.kind === EntryKind.valence ||
        (match.kind === EntryKind.word && match.value !== 0 && (classes[match.last - 1]! & Is.noun) !== 0)) &&
      !directions.some((direction) => overlap(direction, match)),
  );
  if (nouns.length === 0) return [];
  const trends: Trend[] = [];
  for (const direction of directions) {
    const noun = after(tokens, classes, nouns, direction) ?? before(tokens, classes, nouns, direction);
    if (noun === null) continue;
    const own = noun.kind === EntryKind.valence ? Math.sign(noun.value) * WEIGHT : noun.value;
    trends.push({ noun, direction, value: own * direction.value });
  }
  return trends;
}

function before(tokens: Tokens, classes: Int32Array, nouns: readonly Match[], direction: Match): Match | null {
  for (let n = nouns.length - 1; n >= 0; n--) {
    const noun = nouns[n]!;
    const gap = direction.first - noun.last;
    if (gap < 0) continue;
    if (gap > LONGEST_REACH) return null;
    if (!links(tokens, classes, noun, direction, gap)) continue;
    // The valence reading of a span wins over its own strength.
    const twin = nouns[n - 1];
    return noun.kind === EntryKind.word && twin !== undefined && twin.kind === EntryKind.valence && overlap(twin, noun)
      ? twin
      : noun;
  }
  return null;
}

function links(tokens: Tokens, classes: Int32Array, noun: Match, direction: Match, gap: number): boolean {
  if (gap === 0) return true;
  const mark = classes[noun.last]!;
  // 感謝しかない says that there is nothing else.
  if (tokens.surface(noun.last) === "しか") return false;
  const isNo = (mark & Is.linking) !== 0;
  const isMarked = (mark & (Is.case | Is.topic)) !== 0 || isNo || tokens.surface(noun.last) === "も";
  // ない says that something is missing only right after it: 違和感がない, 問題ない.
  if ((classes[direction.first]! & Is.negation) !== 0)
    return (classes[direction.first]! & Is.adjective) !== 0 && gap === 1 && isMarked;
  if (Math.abs(direction.value) <= EXISTENCE)
    return gap === 1 && (mark & (Is.case | Is.topic)) !== 0 && tokens.surface(noun.last) !== "に";
  if (
    noun.kind === EntryKind.word &&
    isSubject(tokens, noun.last) &&
    isPlain(tokens, classes, noun.last + 1, direction.first)
  )
    return true;
  if (noun.kind === EntryKind.word || isNo) return isMarked && isShort(classes, noun.last + 1, direction.first);
  if ((mark & (Is.topic | Is.number | Is.bracket | Is.comma | Is.symbol)) !== 0) return true;
  return isMarked && gap <= SHORT_REACH && !hasSubject(classes, noun.last + 1, direction.first);
}

function isSubject(tokens: Tokens, at: number): boolean {
  const surface = tokens.surface(at);
  return surface === "が" || surface === "は" || surface === "も";
}

/** Nothing that would take the subject for itself stands between: 痛みが一晩で引いた. */
function isPlain(tokens: Tokens, classes: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if ((classes[i]! & (Is.verb | Is.adjective | Is.auxiliary | Is.topic | Is.conjunctive | Is.comma)) !== 0)
      return false;
    const surface = tokens.surface(i);
    if (surface === "が" || surface === "を" || surface === "と") return false;
  }
  return to - from <= SHORT_REACH;
}

/** Only adverbs and figures stand between. */
function isShort(classes: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if ((classes[i]! & (Is.adverb | Is.number | Is.dependent | Is.symbol)) === 0 && i + 1 < to) return false;
  }
  return to - from <= SHORT_REACH;
}

function hasSubject(classes: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((classes[i]! & (Is.topic | Is.conjunctive)) !== 0) return true;
  return false;
}

function after(tokens: Tokens, classes: Int32Array, nouns: readonly Match[], direction: Match): Match | null {
  if ((classes[direction.first]! & (Is.verb | Is.adjective)) === 0) return null;
  // 友を失った悲しみ: the verb has its object already.
  for (let i = direction.first - 1; i >= 0 && i > direction.first - SHORT_REACH; i--) {
    if ((classes[i]! & (Is.comma | Is.period | Is.conjunctive | Is.topic)) !== 0) break;
    if (tokens.surface(i) === "を") return null;
  }
  let at = direction.last;
  while (at < tokens.length && (classes[at]! & (Is.auxiliary | Is.dependent)) !== 0 && (classes[at]! & Is.noun) === 0)
    at++;
  if ((classes[at - 1]! & (Is.negation | Is.continuative)) !== 0) return null;
  return nouns.find(({ first, kind }) => first === at && kind === EntryKind.valence) ?? null;
}

function overlap(a: Match, b: Match): boolean {
  return a.first < b.last && b.first < a.last;
}
