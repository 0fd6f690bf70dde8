import type { Tokens } from "../../../model/tokens.ts";
import { Is } from "./token-classes.ts";

/** Where a negation stands and how often it negates. */
export interface Negation {
  readonly count: number;
  /** The last negating token. */
  readonly at: number;
}

const LONGEST_CHAIN = 12;

/**
 * Looks for negations that have the words ending at `from` in their scope.
 *
 * The scope runs over auxiliaries, particles and dependent words (満足 でき ませ ん; 良く は ない; いい わけ で は ない), for a noun
 * also over one predicate of its own clause (魅力 が 感じ られ ない), and ends at a comma, a conjunction or another content word.
 * `blocked` tells tokens that negate in form only (なくはない, ざるを得ない).
 */
export function negationAfter(
  tokens: Tokens,
  classes: Int32Array,
  from: number,
  last: number,
  nominal: boolean,
  blocked: (token: number) => boolean,
): Negation {
  let count = 0;
  let at = -1;
  let predicates = 0;
  let particle = false;
  const end = Math.min(last, from + LONGEST_CHAIN);
  for (let i = from; i < end; i++) {
    const bits = classes[i]!;
    if ((bits & Is.negation) !== 0) {
      if (blocked(i) || isRhetorical(tokens, classes, i, last)) break;
      count++;
      at = i;
      predicates++;
      continue;
    }
    if ((bits & (Is.comma | Is.period | Is.conjunction | Is.bracket)) !== 0) break;
    if ((bits & Is.conjunctive) !== 0) {
      if (!isBinding(tokens, i)) break;
      continue;
    }
    if ((bits & Is.particle) !== 0) {
      // The sentence goes on with another topic: 料理は良い が 部屋は…; しか turns ない into an assertion.
      if (tokens.surface(i) === "しか") return { count: 0, at: -1 };
      if ((bits & Is.linking) !== 0) break;
      if ((bits & (Is.case | Is.topic)) !== 0) particle = true;
      continue;
    }
    if ((bits & (Is.auxiliary | Is.symbol)) !== 0) continue;
    if ((bits & Is.dependent) !== 0) continue;
    if ((bits & Is.verb) !== 0 && predicates === 0) {
      if (isLight(tokens.lemma(i))) continue;
      if (!nominal || !particle) break;
      predicates++;
      continue;
    }
    if ((bits & Is.adverb) !== 0 && predicates === 0) continue;
    break;
  }
  return { count, at };
}

/** する, できる and their like say nothing of their own. */
function isLight(lemma: string): boolean {
  return LIGHT.has(lemma);
}

const LIGHT = new Set([
  "する",
  "できる",
  "出来る",
  "いたす",
  "致す",
  "なる",
  "ある",
  "有る",
  "れる",
  "られる",
  "言う",
  "いう",
  "思う",
  "おもう",
  "感じる",
]);

/** て and で bind 期待 し て い ない; が, けど, ので end the scope. */
function isBinding(tokens: Tokens, i: number): boolean {
  const surface = tokens.surface(i);
  return surface === "て" || surface === "で" || surface === "ちゃ" || surface === "じゃ" || surface === "ば";
}

/** Tells whether the negation at token `i` only asks for agreement: 良くない？, いいじゃないか. */
export function isRhetorical(tokens: Tokens, classes: Int32Array, i: number, last: number): boolean {
  const before = i > 0 ? tokens.surface(i - 1) : "";
  for (let j = i + 1; j < last && j < i + 4; j++) {
    const surface = tokens.surface(j);
    if (surface === "か" || surface === "？" || surface === "?") return before !== "ませ" && before !== "は";
    if ((classes[j]! & (Is.auxiliary | Is.final)) === 0) return false;
  }
  return false;
}
