import type { Rule } from "../../../words/rule.ts";
import { Is } from "../../../words/token-bits.ts";
import { EntryKind } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";
import type { Scene } from "./scene.ts";

/** A rule of whether a noun hangs together with a word of growth or decrease behind it. */
interface Link extends Rule {
  readonly when: (scene: Scene, noun: Match, direction: Match) => boolean;
  readonly links: boolean;
}

const SHORT_REACH = 8;

const gapOf = (noun: Match, direction: Match): number => direction.first - noun.last;
const behind = ({ bits }: Scene, noun: Match, wanted: number): boolean => (bits[noun.last]! & wanted) !== 0;
const isMarked = (scene: Scene, noun: Match): boolean =>
  behind(scene, noun, Is.case | Is.topic | Is.linking) || scene.tokens.surface(noun.last) === "も";
const isMissing = ({ bits }: Scene, { first }: Match): boolean => (bits[first]! & Is.negation) !== 0;
const isThere = ({ weights }: Scene, { value }: Match): boolean => Math.abs(value) <= weights.existence;

/** Whether a noun and the word behind it belong together, by priority: the first row that fits decides; where none does, not. */
export const LINKS: readonly Link[] = [
  {
    name: "lies there",
    example: "ゴミが落ちていた",
    when: (scene, noun, direction) => noun.value < 0 && liesThere(scene, direction),
    links: false,
  },
  {
    name: "right behind",
    example: "赤字減で安心",
    when: (_, noun, direction) => gapOf(noun, direction) === 0,
    links: true,
  },
  {
    name: "only",
    example: "感謝しか増えない",
    when: ({ tokens, words }, noun) => words.only.has(tokens.surface(noun.last)),
    links: false,
  },
  {
    name: "missing",
    example: "違和感がない",
    when: (scene, noun, direction) =>
      isMissing(scene, direction) &&
      (scene.bits[direction.first]! & Is.adjective) !== 0 &&
      gapOf(noun, direction) === 1 &&
      isMarked(scene, noun),
    links: true,
  },
  {
    name: "missing from elsewhere",
    example: "不安は一つもない",
    when: (scene, _, direction) => isMissing(scene, direction),
    links: false,
  },
  {
    name: "there",
    example: "不安が残る",
    when: (scene, noun, direction) =>
      isThere(scene, direction) &&
      gapOf(noun, direction) === 1 &&
      behind(scene, noun, Is.case | Is.topic) &&
      scene.tokens.surface(noun.last) !== "に",
    links: true,
  },
  {
    name: "there from elsewhere",
    example: "不安なことが残る",
    when: (scene, _, direction) => isThere(scene, direction),
    links: false,
  },
  {
    name: "subject of its own sign",
    example: "楽しさが去年より増えた",
    when: (scene, noun, direction) =>
      noun.kind === EntryKind.word && isSubject(scene, noun.last) && isPlain(scene, noun.last + 1, direction.first),
    links: true,
  },
  {
    name: "close by",
    example: "赤字の大幅減",
    when: (scene, noun, direction) =>
      (noun.kind === EntryKind.word || behind(scene, noun, Is.linking)) &&
      isMarked(scene, noun) &&
      isShort(scene, noun.last + 1, direction.first),
    links: true,
  },
  {
    name: "too far",
    example: "楽しさを語る人が増えた",
    when: (scene, noun) => noun.kind === EntryKind.word || behind(scene, noun, Is.linking),
    links: false,
  },
  {
    name: "topic or figure",
    example: "売上は去年の秋からずっと減っている",
    when: (scene, noun) => behind(scene, noun, Is.topic | Is.number | Is.bracket | Is.comma | Is.symbol),
    links: true,
  },
  {
    name: "subject or object",
    example: "売上が大きく減った",
    when: (scene, noun, direction) =>
      isMarked(scene, noun) &&
      gapOf(noun, direction) <= SHORT_REACH &&
      !hasSubject(scene, noun.last + 1, direction.first),
    links: true,
  },
];

/** Whether a noun belongs to a word of growth or decrease behind it. */
export function isLinked(scene: Scene, noun: Match, direction: Match): boolean {
  for (const { when, links } of LINKS) if (when(scene, noun, direction)) return links;
  return false;
}

/** Whether 落ちている tells where a thing is, not that it grows less. */
function liesThere({ tokens, last: end }: Scene, { first, last }: Match): boolean {
  return (
    tokens.lemma(first) === "落ちる" &&
    last + 1 < end &&
    tokens.surface(last) === "て" &&
    tokens.lemma(last + 1) === "いる"
  );
}

function isSubject({ tokens }: Scene, at: number): boolean {
  const surface = tokens.surface(at);
  return surface === "が" || surface === "は" || surface === "も";
}

/** Whether nothing stands between that would take the subject for itself: 痛みが一晩で引いた. */
function isPlain({ tokens, bits }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if ((bits[i]! & (Is.verb | Is.adjective | Is.auxiliary | Is.topic | Is.conjunctive | Is.comma)) !== 0) return false;
    const surface = tokens.surface(i);
    if (surface === "が" || surface === "を" || surface === "と") return false;
  }
  return to - from <= SHORT_REACH;
}

/** Whether only adverbs and figures stand between. */
function isShort({ bits }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if ((bits[i]! & (Is.adverb | Is.number | Is.dependent | Is.symbol)) === 0 && i + 1 < to) return false;
  }
  return to - from <= SHORT_REACH;
}

function hasSubject({ bits }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((bits[i]! & (Is.topic | Is.conjunctive)) !== 0) return true;
  return false;
}
