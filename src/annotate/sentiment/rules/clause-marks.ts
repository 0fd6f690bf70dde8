import type { Rule } from "../../../words/rule.ts";
import { Is } from "../../../words/token-bits.ts";
import { CUES, type Cue } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";
import type { Clause, Mark } from "./clause.ts";
import { isEmbedded, isPlace } from "./clause-cuts.ts";
import type { Scene } from "./scene.ts";

/** A rule of what a cue makes of its clause. */
interface CueRule extends Rule {
  readonly cue: Cue;
  readonly when: (scene: Scene, clause: Clause, cue: Match) => boolean;
  /** The mark that the clause gets; `turn`: what stands before is conceded; null: the words are no cue here. */
  readonly marks: keyof typeof Mark | "turn" | null;
}

const always = (): boolean => true;
/** More marks than these at the end of a clause need not be read. */
const END = 32;

const isSingle = ({ first, last }: Match): boolean => last - first === 1;

/** What cues make of their clauses, by priority: of the rows of a cue the first that fits decides. */
export const CUE_RULES: readonly CueRule[] = [
  {
    name: "ところが of a place",
    example: "悪いところがない",
    cue: "adversative",
    when: (scene, _, cue) => isPlace(scene, cue),
    marks: null,
  },
  {
    name: "が that joins nothing",
    example: "値段が安くて良い",
    cue: "adversative",
    when: ({ bits }, clause, cue) =>
      isSingle(cue) && (bits[cue.first]! & (Is.conjunctive | Is.conjunction)) === 0 && cue.first !== clause.first,
    marks: null,
  },
  {
    name: "turn",
    example: "高いけど良い",
    cue: "adversative",
    when: always,
    marks: "turn",
  },
  {
    name: "question inside a sentence",
    example: "どちらを選ぶのか楽しみ",
    cue: "question",
    when: (scene, _, cue) => isEmbedded(scene, cue),
    marks: "embedded",
  },
  {
    name: "question in so many words",
    example: "ここは安全なのか？",
    cue: "question",
    when: ({ tokens, bits }, _, cue) =>
      !isSingle(cue) || (bits[cue.first]! & Is.symbol) !== 0 || tokens.end(cue.first) - tokens.start(cue.first) !== 1,
    marks: "question",
  },
  {
    name: "か at the end",
    example: "これは便利か",
    cue: "question",
    when: ({ bits }, clause, cue) => {
      for (let i = cue.last; i < Math.min(clause.last, cue.last + END); i++)
        if ((bits[i]! & (Is.symbol | Is.final | Is.period)) === 0) return false;
      return true;
    },
    marks: "question",
  },
  {
    name: "か inside",
    example: "寿司か焼肉がおいしい",
    cue: "question",
    when: always,
    marks: null,
  },
  {
    // 替えてくださいました and 寝てくれない ask for nothing.
    name: "favour that was done",
    example: "替えてくださいました。親切でした",
    cue: "wish",
    when: (scene, clause, cue) =>
      cue.last < clause.last &&
      (scene.bits[cue.last]! & (Is.auxiliary | Is.conjunctive)) !== 0 &&
      isFavour(scene, cue.last - 1),
    marks: null,
  },
  {
    name: "wish",
    example: "もっと親切にしてほしい",
    cue: "wish",
    when: always,
    marks: "wish",
  },
  {
    name: "homograph of a condition",
    example: "たらの芽",
    cue: "conditional",
    when: ({ bits }, _, cue) =>
      isSingle(cue) && (bits[cue.first]! & (Is.conjunctive | Is.hypothetical | Is.adverb)) === 0,
    marks: null,
  },
  {
    name: "what is given",
    example: "この値段なら満足です",
    cue: "conditional",
    when: (scene, clause, cue) => isSingle(cue) && isGiven(scene, clause.first, cue.first),
    marks: null,
  },
  {
    name: "condition",
    example: "安くなるなら満足です",
    cue: "conditional",
    when: always,
    marks: "conditional",
  },
  {
    name: "hedge",
    example: "便利かもしれない",
    cue: "hedge",
    when: always,
    marks: "hedge",
  },
  {
    name: "irony",
    example: "いい気なものだ",
    cue: "irony",
    when: always,
    marks: "irony",
  },
];

/** The rows of each cue, by its number. */
const BY_CUE: readonly (readonly CueRule[])[] = CUES.map((name) => CUE_RULES.filter(({ cue }) => cue === name));

/** Returns what a cue makes of its clause; null for nothing. */
export function markOf(scene: Scene, clause: Clause, cue: Match): CueRule["marks"] {
  for (const rule of BY_CUE[cue.value]!) if (rule.when(scene, clause, cue)) return rule.marks;
  return null;
}

/** Whether the word at a token begins like one by which somebody does a favour. */
function isFavour({ tokens, words }: Scene, at: number): boolean {
  const surface = tokens.surface(at);
  for (const beginning of words.favour) if (surface.startsWith(beginning)) return true;
  return false;
}

/** Whether なら stands after what is there: この値段なら satisfies or not as it is. */
function isGiven({ tokens, words }: Scene, first: number, nara: number): boolean {
  if (!tokens.surface(nara).startsWith("なら")) return false;
  for (let i = Math.max(first, nara - 3); i < nara; i++) if (words.given.has(tokens.surface(i))) return true;
  return false;
}
