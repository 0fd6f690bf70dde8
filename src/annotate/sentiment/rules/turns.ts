import type { Tokens } from "../../../model/tokens.ts";
import { Is } from "../../../words/token-bits.ts";
import { type Clause, Mark } from "./clauses.ts";

/**
 * Tells whether the negation at `at` only says that nothing is more so: 二度寝ほど尊いものはない, これ以上嬉しいことはない.
 *
 * A measure stands before the word, and the negation denies that a thing is there, not that it is so (思ったほど良くない).
 */
export function isSuperlative(
  tokens: Tokens,
  classes: Int32Array,
  clauseFirst: number,
  first: number,
  at: number,
): boolean {
  let i = at - 1;
  while (i > first && (classes[i]! & (Is.verb | Is.auxiliary)) !== 0) i--;
  if (i <= first || (classes[i]! & (Is.topic | Is.case)) === 0 || (classes[i - 1]! & Is.noun) === 0) return false;
  // これ以上の贅沢はない: the word is itself what is not there, as in 期待したほど魅力はない, so that only 以上 is sure.
  const isThing = i === first + 1;
  for (let j = clauseFirst; j < first; j++) {
    const surface = tokens.surface(j);
    if (
      isThing ? surface === "以上" : MEASURES.has(surface) || (surface === "ここ" && tokens.surface(j + 1) === "まで")
    )
      return true;
  }
  return false;
}

const MEASURES = new Set(["ほど", "程", "以上", "くらい", "ぐらい", "こんなに", "こんな", "これほど"]);

/** Tells whether a plain question doubts what it names: どこが便利なのか, 何がおもてなしだ. Polite ones want an answer. */
export function isScorned(tokens: Tokens, classes: Int32Array, first: number, clause: Clause): boolean {
  if ((clause.marks & Mark.question) === 0) return false;
  for (let i = clause.first; i < clause.last; i++) if ((classes[i]! & Is.polite) !== 0) return false;
  for (let i = clause.first; i + 1 < first; i++) {
    if (DOUBTED.has(tokens.surface(i)) && tokens.surface(i + 1) === "が") return true;
  }
  return false;
}

const DOUBTED = new Set(["どこ", "何", "なに", "誰"]);

/**
 * The token after which all is unreal because something is there after all: 看護師さんがいなければ心が折れていた praises; -1 if none.
 *
 * Only what might be absent counts (が before ない or いない), not how a thing might be (安くなければ).
 */
export function unrealFrom(tokens: Tokens, classes: Int32Array, first: number, last: number): number {
  for (let i = first + 2; i + 1 < last; i++) {
    if ((classes[i]! & Is.negation) === 0 || !UNREAL.has(tokens.surface(i + 1))) continue;
    const before = tokens.lemma(i - 1) === "いる" ? i - 2 : i - 1;
    const particle = before > first ? tokens.surface(before) : "";
    if (particle === "が" || particle === "さえ") return i + 2;
  }
  return -1;
}

const UNREAL = new Set(["ば", "たら"]);
