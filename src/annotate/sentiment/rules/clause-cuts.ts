import type { Rule } from "../../../words/rule.ts";
import { Is } from "../../../words/token-bits.ts";
import { CUES, EntryKind } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";
import { Mark } from "./clause.ts";
import type { Scene } from "./scene.ts";

const ADVERSATIVE = CUES.indexOf("adversative");
const QUESTION = CUES.indexOf("question");

/** A rule that ends a clause behind a cue. */
interface CueCut extends Rule {
  readonly when: (scene: Scene, cue: Match) => boolean;
}

/** Cues that end a clause where no comma or conjunction stands; any row that fits does. */
export const CUE_CUTS: readonly CueCut[] = [
  {
    name: "turning phrase",
    example: "値段の割には満足",
    when: (scene, cue) => cue.value === ADVERSATIVE && cue.last - cue.first > 1 && !isPlace(scene, cue),
  },
  {
    name: "question inside a sentence",
    example: "どちらを選ぶのか楽しみ",
    when: (scene, cue) => cue.value === QUESTION && isEmbedded(scene, cue),
  },
];

/** A rule that ends a clause before or behind a token. */
interface TokenCut extends Rule {
  /** `from` is where the clause begins. */
  readonly when: (scene: Scene, i: number, from: number) => boolean;
  readonly cut: "before" | "behind";
  /** Bits of {@link Mark} that the clause bears by this alone. */
  readonly marks: number;
}

/** Tokens that end a clause, by priority: the first row that fits decides. */
export const TOKEN_CUTS: readonly TokenCut[] = [
  {
    name: "comma or full stop",
    example: "高い、でも良い",
    when: ({ bits }, i) => (bits[i]! & (Is.comma | Is.period)) !== 0,
    cut: "behind",
    marks: 0,
  },
  {
    name: "conjunction",
    example: "高いしかし良い",
    when: ({ bits }, i, from) => (bits[i]! & Is.conjunction) !== 0 && i > from,
    cut: "before",
    marks: 0,
  },
  {
    name: "ば",
    example: "安ければ買う",
    when: ({ tokens, bits }, i) => (bits[i]! & Is.conjunctive) !== 0 && tokens.surface(i) === "ば",
    cut: "behind",
    marks: Mark.conditional,
  },
  {
    name: "joining particle",
    example: "高いけど良い",
    when: ({ tokens, bits }, i) =>
      (bits[i]! & Is.conjunctive) !== 0 && tokens.surface(i) !== "て" && tokens.surface(i) !== "で",
    cut: "behind",
    marks: 0,
  },
];

/** The classes of the tokens at which a row of {@link TOKEN_CUTS} may fit; at all others none does. */
export const CUTTING = Is.comma | Is.period | Is.conjunction | Is.conjunctive;

/** Returns the tokens before which a cue ends a clause, ascending: cues share no token. */
export function cutsByCues(scene: Scene): number[] {
  const cuts: number[] = [];
  for (const cue of scene.matches) {
    if (cue.kind !== EntryKind.cue) continue;
    if (CUE_CUTS.some(({ when }) => when(scene, cue))) cuts.push(cue.last);
  }
  return cuts;
}

/** Whether ところが stands after an adjective or verb, where it is a place with its particle: 悪いところがない. */
export function isPlace({ bits, first }: Scene, cue: Match): boolean {
  if (cue.last - cue.first !== 2 || cue.first === first || (bits[cue.first]! & Is.dependent) === 0) return false;
  return (bits[cue.first - 1]! & (Is.adjective | Is.verb | Is.auxiliary)) !== 0;
}

/** Whether か stands after a predicate with more of the sentence behind it. */
export function isEmbedded({ tokens, bits, first, last }: Scene, cue: Match): boolean {
  const ka = cue.last - 1;
  if (ka === first || cue.last >= last || tokens.surface(ka) !== "か") return false;
  const before = bits[ka - 1]!;
  if ((before & (Is.verb | Is.adjective | Is.auxiliary)) === 0 && tokens.surface(ka - 1) !== "の") return false;
  return (bits[cue.last]! & (Is.symbol | Is.final | Is.period | Is.comma | Is.bracket | Is.particle)) === 0;
}
