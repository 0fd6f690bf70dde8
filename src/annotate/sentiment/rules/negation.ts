import type { Tokens } from "../../../model/tokens.ts";
import { Is } from "../../../words/token-bits.ts";

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
 * also over one predicate of its own clause (魅力 が 感じ られ ない), for what modifies a noun over that noun and its predicate
 * (嫌 な 顔 ひとつ さ れ ない), for an adverb over what it modifies (気持ちよく 朝 を 迎え られ ない), and ends at a comma, a
 * conjunction or another content word.
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
  const adverbial = isAdverbial(tokens, classes, from, last);
  let reaches = nominal || adverbial;
  let particle = adverbial;
  let passed = false;
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
      if ((bits & (Is.case | Is.topic)) !== 0) {
        if (passed && !SUBJECT_OR_OBJECT.has(tokens.surface(i))) break;
        particle = true;
      }
      continue;
    }
    if ((bits & (Is.auxiliary | Is.symbol)) !== 0) continue;
    if ((bits & Is.dependent) !== 0) {
      if ((bits & Is.noun) !== 0 && isModified(classes, i)) reaches = passed = true;
      continue;
    }
    if ((bits & Is.verb) !== 0 && predicates === 0) {
      const lemma = tokens.lemma(i);
      if (isLight(lemma)) continue;
      if (!reaches || !particle || LASTING.has(lemma)) break;
      predicates++;
      continue;
    }
    if ((bits & Is.noun) !== 0 && predicates === 0) {
      if ((bits & Is.number) !== 0 || QUANTIFIERS.has(tokens.surface(i))) continue;
      if (VAGUE.has(tokens.surface(i)) && isModified(classes, i)) {
        reaches = passed = true;
        continue;
      }
      if (adverbial && (i === from || (bits & Is.sahen) !== 0)) continue;
      if (!passed && i - from < 2 && isModified(classes, i)) {
        reaches = passed = true;
        continue;
      }
      if (passed && !particle && (classes[i - 1]! & Is.noun) !== 0) continue;
    }
    if ((bits & Is.adverb) !== 0 && predicates === 0) continue;
    break;
  }
  return { count, at };
}

/** True for 気持ちよく before what it modifies and きれい before に. */
function isAdverbial(tokens: Tokens, classes: Int32Array, from: number, last: number): boolean {
  if (from === 0 || from >= last) return false;
  const own = classes[from - 1]!;
  const next = classes[from]!;
  if ((own & Is.adjective) === 0) return (own & Is.na) !== 0 && tokens.surface(from) === "に";
  return (
    (own & (Is.continuative | Is.negation)) === Is.continuative &&
    (next & (Is.noun | Is.verb)) !== 0 &&
    !isLightAt(tokens, from)
  );
}

/** True if the noun at `i` has an adjective, a verb or な right before it. */
function isModified(classes: Int32Array, i: number): boolean {
  const before = i > 0 ? classes[i - 1]! : 0;
  return (before & (Is.adjective | Is.verb | Is.auxiliary)) !== 0 && (before & Is.continuative) === 0;
}

function isLightAt(tokens: Tokens, i: number): boolean {
  return isLight(tokens.lemma(i));
}

const WONDERING = new Set(["な", "なあ", "なぁ", "も"]);
const JA = new Set(["じゃ", "で", "ん"]);

const SUBJECT_OR_OBJECT = new Set(["が", "を", "は", "も"]);

/** Strengthen a negation and say nothing of their own. */
const QUANTIFIERS = new Set([
  "ひとつ",
  "一つ",
  "一切",
  "何ひとつ",
  "何一つ",
  "みじん",
  "一度",
  "いちど",
  "特",
  "全部",
  "お世辞",
]);

/** Stand for what is felt: 歓迎されている感じがしない. */
const VAGUE = new Set(["感じ", "気", "様子", "印象", "雰囲気", "気配"]);

/** What does not end or change lasts: おいしい味は変わらない praises. */
const LASTING = new Set([
  "変わる",
  "かわる",
  "止まる",
  "止む",
  "やむ",
  "尽きる",
  "絶える",
  "終わる",
  "負ける",
  "忘れる",
  "欠かす",
  "欠かせる",
  "揺らぐ",
  "劣る",
  "褪せる",
]);

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
  "言える",
  "いう",
  "思う",
  "思える",
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
    if (surface === "か" || surface === "？" || surface === "?") {
      if (before === "ませ" || before === "は") return false;
      // もう泊まらないかな wonders, いいんじゃないかな asks for agreement.
      return j + 1 >= last || !WONDERING.has(tokens.surface(j + 1)) || JA.has(before);
    }
    if ((classes[j]! & (Is.auxiliary | Is.final)) === 0) return false;
  }
  return false;
}
