import { Is } from "../../../words/token-bits.ts";
import { type Clause, Mark } from "./clause.ts";
import type { Scene } from "./scene.ts";
import type { RuleWords } from "./words.ts";

/** Words of one clause within which a rule looks; most clauses have far fewer. */
const WINDOW = 64;

/**
 * Whether the negation at `at` only says that nothing is more so than the word at `first`: 二度寝ほど尊いものはない,
 * これ以上嬉しいことはない.
 *
 * A measure stands before the word, and the negation denies that a thing is there, not that it is so (思ったほど良くない).
 */
export function isSuperlative({ tokens, bits, words }: Scene, clauseFirst: number, first: number, at: number): boolean {
  let i = at - 1;
  while (i > first && (bits[i]! & (Is.verb | Is.auxiliary)) !== 0) i--;
  if (i <= first || (bits[i]! & (Is.topic | Is.case)) === 0 || (bits[i - 1]! & Is.noun) === 0) return false;
  // これ以上の贅沢はない: the word is itself what is not there, as in 期待したほど魅力はない, so that only 以上 is sure.
  const isThing = i === first + 1;
  for (let j = Math.max(clauseFirst, first - WINDOW); j < first; j++) {
    const surface = tokens.surface(j);
    if (
      isThing
        ? surface === "以上"
        : words.measure.has(surface) || (surface === "ここ" && tokens.surface(j + 1) === "まで")
    )
      return true;
  }
  return false;
}

/** Whether a word praises what was not: もう少し広ければ良かった, お茶があれば完璧でした. */
export function isMissed(
  { tokens, bits, first: start, words }: Scene,
  { first, last }: { readonly first: number; readonly last: number },
  clause: Clause,
): boolean {
  if (!words.better.has(tokens.lemma(last - 1)) && !words.better.has(tokens.lemma(first))) return false;
  let past = last - 1;
  while (
    past < Math.min(clause.last, last + WINDOW) &&
    ((bits[past]! & (Is.adjective | Is.verb | Is.noun | Is.polite)) !== 0 || tokens.lemma(past) === "だ")
  )
    past++;
  if (past >= clause.last || tokens.lemma(past) !== "た") return false;
  for (let i = first - 1; i >= start && i > first - NEAR; i--) {
    const surface = tokens.surface(i);
    if (surface === "ば" || (words.supposing.has(surface) && asksForMore(tokens, words, Math.max(start, i - NEAR), i)))
      return true;
  }
  return false;
}

/** Whether more of something is asked for in tokens `[from, to)`: もう少し静かなら. */
function asksForMore(tokens: Scene["tokens"], words: RuleWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words.more.has(tokens.surface(i))) return true;
  return false;
}

/** Whether so much of a delight stands before the word at `first` that it only tells how much: 楽しすぎて時間が足りない. */
export function isOverjoyed({ tokens, first: start, words }: Scene, first: number): boolean {
  for (let i = first - 1; i > start && i > first - FAR; i--) {
    if (!words.overdone.has(tokens.lemma(i))) continue;
    return tokens.surface(i + 1) === "て" && words.delightful.has(tokens.lemma(i - 1));
  }
  return false;
}

const FAR = 8;

/** Whether what stands behind the word that ends at `last` is there against it: 肺炎の予防接種, 食中毒予防. */
export function isPrevented({ tokens, bits, last: end, words }: Scene, last: number): boolean {
  const next = last < end && (bits[last]! & Is.linking) !== 0 ? last + 1 : last;
  return next < end && words.preventing.has(tokens.surface(next));
}

const NEAR = 5;

/** Whether a plain question doubts what it names: どこが便利なのか, 何がおもてなしだ. Polite ones want an answer. */
export function isScorned({ tokens, bits, words }: Scene, first: number, clause: Clause): boolean {
  if ((clause.marks & Mark.question) === 0) return false;
  const from = Math.max(clause.first, first - WINDOW);
  const to = Math.min(clause.last, first + WINDOW);
  for (let i = from; i < to; i++) if ((bits[i]! & Is.polite) !== 0) return false;
  for (let i = from; i + 1 < first; i++) {
    if (words.doubted.has(tokens.surface(i)) && tokens.surface(i + 1) === "が") return true;
  }
  return false;
}

/**
 * Returns the token after which all is unreal because something is there after all: 看護師さんがいなければ心が折れていた praises; -1 if
 * there is none.
 *
 * Only what might be absent counts (が before ない or いない), not how a thing might be (安くなければ).
 */
export function unrealFrom({ tokens, bits, first, last, words }: Scene): number {
  for (let i = first + 2; i + 1 < last; i++) {
    if ((bits[i]! & Is.negation) === 0 || !words.unreal.has(tokens.surface(i + 1))) continue;
    const before = tokens.lemma(i - 1) === "いる" ? i - 2 : i - 1;
    if (words.missing.has(before > first ? tokens.surface(before) : "")) return i + 2;
  }
  return -1;
}
