import type { Rule } from "../../../words/rule.ts";
import { Is } from "../../../words/token-bits.ts";
import { CUES } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";
import type { Clause } from "./clause.ts";
import { apply, type Evidence } from "./evidence.ts";
import { type Negation, negationAfter } from "./negation.ts";
import { isRhetorical } from "./rhetorical.ts";
import { type Scene, textOf } from "./scene.ts";
import { countBefore, stretchAt } from "./sorted.ts";
import { isSuperlative } from "./turns.ts";

/** A word and all that may deny it. */
interface Case {
  readonly scene: Scene;
  readonly piece: Evidence;
  readonly clause: Clause;
  /** What negates it in its scope. */
  readonly negation: Negation;
  /** The affirmation that ends behind it: わけではない behind 美味しくない. */
  readonly double: Match | undefined;
  /** The phrase close behind it that denies without a negating word: とは言い難い. */
  readonly phrase: Match | undefined;
}

/** A rule of what denies a word. */
interface Denial extends Rule {
  readonly when: (denied: Case) => boolean;
  /** `turns` it against itself, `strengthens` it, or `leaves` it. */
  readonly does: "turns" | "strengthens" | "leaves";
  readonly why: (denied: Case) => string;
}

const AFFIRMATION = CUES.indexOf("affirmation");
const NEGATION = CUES.indexOf("negation");
const DENIED_WITHIN = 4;
/** What is left of ない in ません and すぎん. */
const SHORT_NOT = "ん";

/** What denies a word, by priority: the first row that fits decides. */
export const DENIALS: readonly Denial[] = [
  {
    name: "double negation",
    example: "美味しくないわけではない",
    when: ({ double }) => double !== undefined,
    does: "turns",
    why: ({ scene, double }) => `double negation ${textOf(scene.tokens, double!)}`,
  },
  {
    name: "asks for agreement",
    example: "美味しくないか？",
    when: ({ scene, piece, clause }) => {
      const own = piece.last - 1;
      return (scene.bits[own]! & Is.negation) !== 0 && own > piece.first && isRhetorical(scene, own, clause.last);
    },
    does: "turns",
    why: () => "asks for agreement",
  },
  {
    name: "too much, asked",
    example: "可愛すぎませんか？",
    when: ({ scene, negation }) => negation.count === 1 && isTooMuchAsked(scene, negation.at),
    does: "leaves",
    why: () => "",
  },
  {
    name: "delayed",
    example: "景気の回復に遅れが出ている",
    when: ({ scene, piece, clause }) => piece.score > 0 && isDelayed(scene, piece, clause.last),
    does: "turns",
    why: () => "delayed",
  },
  {
    name: "denying phrase",
    example: "回復しているとは言い難い",
    when: ({ negation, phrase, clause }) => negation.count === 0 && phrase !== undefined && phrase.last <= clause.last,
    does: "turns",
    why: ({ scene, phrase }) => `negation ${textOf(scene.tokens, phrase!)}`,
  },
  {
    name: "nothing denied",
    example: "この部屋はきれいだ",
    when: ({ negation }) => negation.count % 2 === 0,
    does: "leaves",
    why: () => "",
  },
  {
    name: "more than any",
    example: "これ以上嬉しいことはない",
    when: ({ scene, piece, clause, negation }) => isSuperlative(scene, clause.first, piece.first, negation.at),
    does: "strengthens",
    why: () => "more than any",
  },
  {
    name: "negation",
    example: "この部屋はきれいではない",
    when: () => true,
    does: "turns",
    why: ({ scene, negation }) => `negation ${scene.tokens.surface(negation.at)}`,
  },
];

/** How a word stands: whether it is a noun, and whether a word such as あまり has weakened it before. */
export interface Standing {
  readonly nominal: boolean;
  readonly barely: boolean;
}

/** Applies to a word what denies it in its clause. */
export function deny(scene: Scene, piece: Evidence, clause: Clause, { nominal, barely }: Standing): void {
  const { cues, weights } = scene;
  const inside = stretchAt(cues, piece.last - 1);
  const denied: Case = {
    scene,
    piece,
    clause,
    negation: negationAfter(scene, piece.last, clause.last, nominal),
    double: inside !== undefined && isAffirmation(inside) && crosses(inside, piece) ? inside : undefined,
    phrase: phraseBehind(scene, piece.last),
  };
  const rule = DENIALS.find(({ when }) => when(denied))!;
  if (rule.does === "leaves") return;
  if (rule.does === "strengthens") {
    apply(piece, weights["more than any"], rule.why(denied));
    return;
  }
  const factor = weights[piece.score > 0 ? "praise denied" : "blame denied"] * (barely ? weights.barely : 1);
  apply(piece, factor, rule.why(denied));
  piece.negated = true;
}

/** Whether a polite or short negation asks whether something is not too much: 可愛すぎません？, 尊すぎん。 says no such thing. */
function isTooMuchAsked({ tokens, bits, last, words }: Scene, at: number): boolean {
  if (tokens.surface(at) !== SHORT_NOT) return false;
  const verb = tokens.lemma(at - 1) === "ます" ? at - 2 : at - 1;
  if (verb < 0 || !words.overdone.has(tokens.lemma(verb))) return false;
  const behind = at + 1;
  return behind >= last || (bits[behind]! & (Is.period | Is.comma | Is.conjunctive)) === 0;
}

/** Whether what would be better is said to be late or slow: 回復が遅れる, 改善の鈍さ. */
function isDelayed({ tokens, bits, words }: Scene, { last: end }: Evidence, last: number): boolean {
  if (end + 1 >= last || !words.improving.has(tokens.lemma(end - 1))) return false;
  if ((bits[end]! & (Is.case | Is.topic | Is.linking)) === 0) return false;
  for (let i = end + 1; i < last && i < end + DENIED_WITHIN; i++) {
    if (words.delaying.has(tokens.lemma(i))) return true;
    if ((bits[i]! & (Is.adverb | Is.adjective)) === 0) return false;
  }
  return false;
}

function isAffirmation({ value }: Match): boolean {
  return value === AFFIRMATION;
}

/** Whether a cue begins inside a word and ends behind it; or with the ない that says that a thing is missing. */
function crosses(cue: Match, { first, last, trend }: Evidence): boolean {
  return (cue.first > first || trend) && cue.first >= first && cue.first < last && cue.last > last;
}

/** The first phrase close behind a word that ends at `from` which denies it without a negating word. */
function phraseBehind(scene: Scene, from: number): Match | undefined {
  const { cues } = scene;
  for (let i = countBefore(cues, from); i < cues.length && cues[i]!.first - from <= DENIED_WITHIN; i++)
    if (isDenying(scene, cues[i]!)) return cues[i];
  return undefined;
}

/** Whether a cue is a negation of three words or more with no negating word in it: とは言い難い, にはほど遠い. */
function isDenying({ bits }: Scene, { value, first, last }: Match): boolean {
  if (value !== NEGATION || last - first < 3) return false;
  for (let i = first; i < last; i++) if ((bits[i]! & Is.negation) !== 0) return false;
  return true;
}
