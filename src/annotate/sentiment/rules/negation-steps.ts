import type { Rule } from "../../../words/rule.ts";
import { Is } from "../../../words/token-bits.ts";
import { CUES } from "../lexicon/entry.ts";
import { isRhetorical } from "./rhetorical.ts";
import type { Scene } from "./scene.ts";
import { stretchAt } from "./sorted.ts";

/** How far a negation has been looked for behind a word, and what has been passed. */
export interface Walk {
  readonly scene: Scene;
  /** The token behind the word, and the end of its clause. */
  readonly from: number;
  readonly last: number;
  /** Whether the word is an adverb. */
  readonly adverbial: boolean;
  count: number;
  at: number;
  /** Predicates passed. */
  predicates: number;
  /** Whether the scope runs over a predicate, and over a particle before it. */
  reaches: boolean;
  particle: boolean;
  /** Whether a noun has been passed that the word modifies. */
  passed: boolean;
}

/** A rule of what one token does to the scope. */
export interface Step extends Rule {
  readonly when: (walk: Walk, i: number, bits: number) => boolean;
  /**
   * `negates`: counts; `passes`: the scope goes on; `marks`: a particle marks the noun; `opens`: the scope runs on over a noun and
   * its predicate; `governs`: the one predicate; `ends`: the scope ends; `unsays`: it ends, and nothing is negated.
   */
  readonly does: "negates" | "passes" | "marks" | "opens" | "governs" | "ends" | "unsays";
}

const AFFIRMATION = CUES.indexOf("affirmation");

const has = (bits: number, wanted: number): boolean => (bits & wanted) !== 0;
const firstVerb = ({ predicates }: Walk, bits: number): boolean => has(bits, Is.verb) && predicates === 0;
const firstNoun = ({ predicates }: Walk, bits: number): boolean => has(bits, Is.noun) && predicates === 0;
const surface = ({ scene }: Walk, i: number): string => scene.tokens.surface(i);
const lemma = ({ scene }: Walk, i: number): string => scene.tokens.lemma(i);
const words = ({ scene }: Walk): Scene["words"] => scene.words;

/** What a token does to the scope of a negation, by priority: the first row that fits decides; where none does, the scope ends. */
export const STEPS: readonly Step[] = [
  {
    name: "negative in form only",
    example: "悪くはなくはない",
    when: ({ scene }, i, bits) => has(bits, Is.negation) && isAffirmed(scene, i),
    does: "ends",
  },
  {
    name: "asks for agreement",
    example: "この部屋、きれいじゃないか",
    when: ({ scene, last }, i, bits) => has(bits, Is.negation) && isRhetorical(scene, i, last),
    does: "ends",
  },
  {
    name: "exclaims",
    example: "おいしいじゃない！",
    when: ({ scene }, i, bits) => has(bits, Is.negation) && exclaims(scene, i),
    does: "ends",
  },
  {
    name: "next to none",
    example: "満足した客は皆無だ",
    when: (walk, i) => walk.passed && words(walk).scarce.has(lemma(walk, i)),
    does: "negates",
  },
  {
    name: "negation",
    example: "この部屋はきれいではない",
    when: (_, __, bits) => has(bits, Is.negation),
    does: "negates",
  },
  {
    name: "mark or conjunction",
    example: "きれい、でも高い",
    when: (_, __, bits) => has(bits, Is.comma | Is.period | Is.conjunction | Is.bracket),
    does: "ends",
  },
  {
    name: "joining particle that binds",
    example: "満足していない",
    when: (walk, i, bits) => has(bits, Is.conjunctive) && words(walk).binding.has(surface(walk, i)),
    does: "passes",
  },
  {
    name: "joining particle",
    example: "きれいだが高い",
    when: (_, __, bits) => has(bits, Is.conjunctive),
    does: "ends",
  },
  {
    name: "only",
    example: "感動しかない",
    when: (walk, i, bits) => has(bits, Is.particle) && words(walk).only.has(surface(walk, i)),
    does: "unsays",
  },
  {
    name: "の between nouns",
    example: "安心の価格ではない",
    when: (_, __, bits) => has(bits, Is.particle) && has(bits, Is.linking),
    does: "ends",
  },
  {
    name: "noun that is not one",
    example: "信頼できる会社ではない",
    when: (walk, i) => walk.passed && surface(walk, i) === "で" && deniesBeing(walk.scene, i + 1),
    does: "passes",
  },
  {
    name: "another case behind the noun",
    example: "きれいな部屋に泊まれない",
    when: (walk, i, bits) =>
      has(bits, Is.particle) &&
      has(bits, Is.case | Is.topic) &&
      walk.passed &&
      !words(walk).governing.has(surface(walk, i)),
    does: "ends",
  },
  {
    name: "case or topic",
    example: "魅力が感じられない",
    when: (_, __, bits) => has(bits, Is.particle) && has(bits, Is.case | Is.topic),
    does: "marks",
  },
  {
    name: "particle",
    example: "満足まではできない",
    when: (_, __, bits) => has(bits, Is.particle),
    does: "passes",
  },
  {
    name: "auxiliary or mark",
    example: "満足できませんでした",
    when: (_, __, bits) => has(bits, Is.auxiliary | Is.symbol),
    does: "passes",
  },
  {
    name: "dependent noun modified by the word",
    example: "悪いところが見つからない",
    when: ({ scene }, i, bits) => has(bits, Is.dependent) && has(bits, Is.noun) && isModified(scene, i),
    does: "opens",
  },
  {
    name: "dependent word",
    example: "喜んでいるわけではない",
    when: (_, __, bits) => has(bits, Is.dependent),
    does: "passes",
  },
  {
    name: "light verb",
    example: "満足はできない",
    when: (walk, i, bits) => firstVerb(walk, bits) && words(walk).light.has(lemma(walk, i)),
    does: "passes",
  },
  {
    name: "verb out of reach",
    example: "きれいに見えるが静か泊まらない",
    when: (walk, _, bits) => firstVerb(walk, bits) && (!walk.reaches || !walk.particle),
    does: "ends",
  },
  {
    name: "what does not end lasts",
    example: "おいしい味は変わらない",
    when: (walk, i, bits) => firstVerb(walk, bits) && words(walk).lasting.has(lemma(walk, i)),
    does: "ends",
  },
  {
    name: "verb in reach",
    example: "魅力が伝わらない",
    when: (walk, _, bits) => firstVerb(walk, bits),
    does: "governs",
  },
  {
    name: "number or quantifier",
    example: "不便は一度もなかった",
    when: (walk, i, bits) =>
      firstNoun(walk, bits) && (has(bits, Is.number) || words(walk).quantifier.has(surface(walk, i))),
    does: "passes",
  },
  {
    name: "vague noun modified by the word",
    example: "歓迎されている感じがしない",
    when: (walk, i, bits) =>
      firstNoun(walk, bits) && words(walk).vague.has(surface(walk, i)) && isModified(walk.scene, i),
    does: "opens",
  },
  {
    name: "noun behind an adverb",
    example: "きれいに掃除されていない",
    when: (walk, i, bits) => firstNoun(walk, bits) && walk.adverbial && (i === walk.from || has(bits, Is.sahen)),
    does: "passes",
  },
  {
    name: "noun modified by the word",
    example: "きれいな部屋がない",
    when: (walk, i, bits) => firstNoun(walk, bits) && !walk.passed && i - walk.from < 4 && isModified(walk.scene, i),
    does: "opens",
  },
  {
    name: "noun behind what an adverb modifies",
    example: "安心して歩ける道ではない",
    when: (walk, i, bits) =>
      walk.adverbial && walk.predicates === 1 && !walk.passed && has(bits, Is.noun) && isModified(walk.scene, i),
    does: "opens",
  },
  {
    name: "rest of a compound",
    example: "嫌な態度社員がいない",
    when: (walk, i, bits) =>
      firstNoun(walk, bits) && walk.passed && !walk.particle && has(walk.scene.bits[i - 1]!, Is.noun),
    does: "passes",
  },
  {
    name: "adverb",
    example: "魅力がまったくない",
    when: ({ predicates }, _, bits) => has(bits, Is.adverb) && predicates === 0,
    does: "passes",
  },
];

/** Whether a word can be said outright before じゃない, so that this only exclaims: it would be denied by くない or なかった. */
function exclaims({ tokens, bits, last }: Scene, i: number): boolean {
  if (i < 2 || tokens.surface(i - 1) !== "じゃ") return false;
  if (has(bits[i - 2]!, Is.adjective | Is.verb | Is.auxiliary)) return true;
  const mark = i + 1 < last ? tokens.surface(i + 1) : "";
  return tokens.surface(i - 2) === "そう" && (mark === "！" || mark === "!");
}

/** Whether は or も and a negation follow: では ない, では ありません. */
function deniesBeing({ tokens, bits, last }: Scene, topic: number): boolean {
  if (topic + 1 >= last || !has(bits[topic]!, Is.topic)) return false;
  return has(bits[topic + 1]!, Is.negation) || tokens.lemma(topic + 1) === "ある";
}

/** Whether the noun at `i` has an adjective, a verb or な right before it. */
function isModified({ bits }: Scene, i: number): boolean {
  const before = i > 0 ? bits[i - 1]! : 0;
  return has(before, Is.adjective | Is.verb | Is.auxiliary) && !has(before, Is.continuative);
}

/** Whether a token stands in a cue that negates in form only: なくはない, ざるを得ない. */
function isAffirmed({ cues }: Scene, token: number): boolean {
  return stretchAt(cues, token)?.value === AFFIRMATION;
}
