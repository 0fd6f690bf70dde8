import type { Tokens } from "../../../model/tokens.ts";
import type { Rule } from "../../../words/rule.ts";
import { Is } from "../../../words/token-bits.ts";
import { NEGATIVE, NEUTRAL, TARGET_LABELS } from "../model/linear-model.ts";
import { judge, type Verdict } from "../model/verdict.ts";
import type { Evidence } from "../rules/evidence.ts";
import type { RuleWords } from "../rules/words.ts";
import type { ReadSentence } from "../unit.ts";
import type { Zones } from "./zones.ts";

/** A target in its sentence. */
interface Place {
  readonly tokens: Tokens;
  readonly bits: Int32Array;
  readonly words: RuleWords;
  readonly read: ReadSentence;
  readonly zones: Zones;
}

/** A rule of who is not meant by what is bad near them. */
interface Sparing extends Rule {
  /** The phrase of the example whose tone is asked. */
  readonly target: string;
  readonly when: (place: Place) => boolean;
}

/** Tokens behind a target within which words speak of it. */
const NEAR = 6;

/** Who is not meant by what is bad near them; any row that fits spares the target. */
export const SPARINGS: readonly Sparing[] = [
  {
    name: "pitied",
    example: "野次がひどくて、投手がかわいそうだ。",
    target: "投手",
    when: ({ tokens, bits, words, read: { evidence }, zones: { last } }) =>
      (bits[last]! & (Is.case | Is.topic)) !== 0 &&
      evidence.some(({ first }) => first > last && first <= last + NEAR && words.pity.has(tokens.lemma(first))),
  },
  {
    name: "blamed by those who are blamed",
    example: "課長を責める社員の方がおかしい。",
    target: "課長",
    when: (place) => {
      const attack = attackOn(place);
      return (
        attack !== null &&
        place.read.evidence.some((piece) => piece !== attack && piece.first > attack.last && piece.score < 0)
      );
    },
  },
];

/** Returns the verdict on a target, less dark where a rule says that somebody else is meant. */
export function spared(verdict: Verdict, place: Place): Verdict {
  if (verdict.probabilities[NEGATIVE]! < LEAST || !SPARINGS.some(({ when }) => when(place))) return verdict;
  const moved = verdict.probabilities[NEGATIVE]! * MOVED;
  return judge(
    verdict.probabilities.map((p, c) => (c === NEGATIVE ? p - moved : c === NEUTRAL ? p + moved : p)),
    TARGET_LABELS,
  );
}

const LEAST = 0.2;
const MOVED = 0.7;

/** The word by which somebody attacks the target: を, a word of blame, and a noun that does so. */
function attackOn({ tokens, bits, read: { evidence }, zones: { last } }: Place): Evidence | null {
  if (last >= tokens.length || tokens.surface(last) !== "を") return null;
  const attack = evidence.find(({ first, score }) => first > last && first <= last + 3 && score < 0);
  if (attack === undefined) return null;
  let i = attack.last;
  while (i < tokens.length && (bits[i]! & (Is.auxiliary | Is.dependent | Is.verb)) !== 0 && (bits[i]! & Is.noun) === 0)
    i++;
  return i < tokens.length && (bits[i]! & Is.noun) !== 0 ? attack : null;
}
