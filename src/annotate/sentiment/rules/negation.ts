import { Is } from "../../../words/token-bits.ts";
import { STEPS, type Step, type Walk } from "./negation-steps.ts";
import type { Scene } from "./scene.ts";

const LONGEST_CHAIN = 12;

/** What negates the words before a token: how often, and where the last negating token stands (-1 for none). */
export type Negation = Pick<Walk, "count" | "at">;

/**
 * Returns the negations that have the words ending at `from` in their scope, which the rows of {@link STEPS} walk word by word.
 *
 * The scope runs over auxiliaries, particles and dependent words (満足 でき ませ ん; 良く は ない; いい わけ で は ない), for a noun
 * (`nominal`) also over one predicate of its own clause (魅力 が 感じ られ ない), for what modifies a noun over that noun and its
 * predicate (嫌 な 顔 ひとつ さ れ ない), for an adverb over what it modifies (気持ちよく 朝 を 迎え られ ない), and ends at a comma, a
 * conjunction or another content word.
 */
export function negationAfter(scene: Scene, from: number, last: number, nominal: boolean): Negation {
  const adverbial = isAdverbial(scene, from, last);
  const walk: Walk = {
    scene,
    from,
    last,
    adverbial,
    count: 0,
    at: -1,
    predicates: 0,
    reaches: nominal || adverbial,
    particle: adverbial,
    passed: false,
  };
  const end = Math.min(last, from + LONGEST_CHAIN);
  let i = from;
  while (i < end && goesOn(walk, i)) i++;
  return walk;
}

/** Whether the walk goes on behind the token `i`, after what that does to it. */
function goesOn(walk: Walk, i: number): boolean {
  switch (stepAt(walk, i)) {
    case "negates":
      walk.count++;
      walk.at = i;
      walk.predicates++;
      return true;
    case "marks":
      walk.particle = true;
      return true;
    case "opens":
      walk.reaches = walk.passed = true;
      return true;
    case "governs":
      walk.predicates++;
      return true;
    case "passes":
      return true;
    case "unsays":
      walk.count = 0;
      walk.at = -1;
      return false;
    default:
      return false;
  }
}

function stepAt(walk: Walk, i: number): Step["does"] {
  const bits = walk.scene.bits[i]!;
  for (const step of STEPS) if (step.when(walk, i, bits)) return step.does;
  return "ends";
}

/** Whether the word that ends at `from` is an adverb: 気持ちよく before what it modifies, きれい before に. */
function isAdverbial({ tokens, bits, words }: Scene, from: number, last: number): boolean {
  if (from === 0 || from >= last) return false;
  const own = bits[from - 1]!;
  const next = bits[from]!;
  // 安心して預けられない; 感動して言葉が出ない denies no feeling.
  if (tokens.surface(from - 1) === "て" && from > 1 && words.light.has(tokens.lemma(from - 2)))
    return (next & Is.verb) !== 0 && (next & Is.dependent) === 0;
  if ((own & Is.adjective) === 0) return (own & Is.na) !== 0 && tokens.surface(from) === "に";
  return (
    (own & (Is.continuative | Is.negation)) === Is.continuative &&
    (next & (Is.noun | Is.verb)) !== 0 &&
    !words.light.has(tokens.lemma(from))
  );
}
