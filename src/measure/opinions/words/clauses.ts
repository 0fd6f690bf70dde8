import type { Tokens } from "../../../model/tokens.ts";
import { C, type ContentWords } from "./content.ts";

/** A noun phrase with its predicate, as written: rows `[first, last)`. */
export type Clause = readonly [first: number, last: number];

const SHORTEST = 5;
const LONGEST = 24;
/** How many tokens a clause may have. */
const MOST_TOKENS = 14;

/**
 * A walk over each stretch of some tokens, given to `take`, that begins with a noun and ends with the predicate that belongs to it:
 * 公共交通の整備が先, 減免がない, 誰が責任を取る.
 */
export function eachClause(
  tokens: Tokens,
  [first, last]: readonly [number, number],
  content: ContentWords,
  take: (clause: Clause) => void,
): void {
  let starts: number[] = [];
  let particle = -1;
  for (let row = first; row < last; row++) {
    const pos = tokens.pos(row);
    if (breaks(pos)) {
      starts = [];
      particle = -1;
      continue;
    }
    if (isStart(tokens, row, first, content)) starts.push(row);
    if (content.kind(tokens, row) === C.argument) particle = row;
    if (particle < 0 || row <= particle || !isPredicate(tokens, row, last, content)) continue;
    const end = tailEnd(tokens, row, last);
    if (!isWhole(tokens, [row, end], last, content)) continue;
    for (const start of starts) {
      const length = tokens.end(end - 1) - tokens.start(start);
      if (start < particle && end - start <= MOST_TOKENS && length >= SHORTEST && length <= LONGEST) take([start, end]);
    }
  }
}

function breaks(pos: string): boolean {
  return pos.startsWith("記号") || pos.startsWith("接続詞") || pos.startsWith("感動詞") || pos.startsWith("フィラー");
}

/** Whether a noun begins here that no noun, and no の of another, stands before. */
function isStart(tokens: Tokens, row: number, first: number, content: ContentWords): boolean {
  if (content.kind(tokens, row) !== C.noun) return false;
  if (row === first) return true;
  const before = tokens.pos(row - 1);
  return !/^(?:名詞|接頭詞|連体詞|助詞,連体化)/.test(before);
}

/** Whether a predicate stands here: a verb or an adjective, or a noun that ends the clause or has だ, です behind it. */
function isPredicate(tokens: Tokens, row: number, last: number, content: ContentWords): boolean {
  const pos = tokens.pos(row);
  if (/^(?:動詞,自立|形容詞,自立)/.test(pos)) return true;
  if (!pos.startsWith("名詞") || /^名詞,(?:非自立|代名詞)/.test(pos)) return false;
  const next = row + 1 < last ? tokens.pos(row + 1) : "記号";
  if (next.startsWith("名詞") || content.kind(tokens, row - 1) === C.none) return false;
  return (
    next.startsWith("助動詞") ||
    next.startsWith("記号") ||
    next.startsWith("助詞,終助詞") ||
    isSuru(tokens, row + 1, last)
  );
}

/** What makes a wish of a predicate that says nothing by itself: 置いてほしい, 来てください. */
const WISHES: ReadonlySet<string> = new Set(["ほしい", "欲しい", "くださる", "下さる", "くださり", "ください"]);

/** Whether a predicate ends where a sentence could: in its dictionary form, at a noun, or at the end of the clause. */
function isWhole(tokens: Tokens, [row, end]: Clause, last: number, content: ContentWords): boolean {
  const { conjugationForm, pos } = tokens.at(end - 1);
  const ends = end === last || tokens.pos(end).startsWith("記号") || tokens.pos(end).startsWith("助詞,終助詞");
  // 連用タ接続 (やっ) and 未然形 (なら) are no words; 連用形 ends a clause where a comma stands.
  const complete =
    conjugationForm === "*" || /^(?:基本形|命令)/.test(conjugationForm) || (ends && conjugationForm === "連用形");
  if (!complete || (pos.startsWith("動詞") && !ends && tokens.pos(end).startsWith("名詞"))) return false;
  // する, ある and the like say nothing, unless they are denied or wished for.
  if (content.kind(tokens, row) !== C.none) return true;
  for (let at = row + 1; at < end; at++)
    if (content.kind(tokens, at) === C.negation || WISHES.has(tokens.lemma(at))) return true;
  return false;
}

function isSuru(tokens: Tokens, row: number, last: number): boolean {
  return row < last && /^(?:する|できる|出来る)$/.test(tokens.lemma(row));
}

/** Returns the row behind a predicate and what belongs to it: 足り・て・い・ない, 減らし・て・ほしい; without です and だ. */
function tailEnd(tokens: Tokens, row: number, last: number): number {
  let end = row + 1;
  for (let at = end; at < last; at++) {
    const pos = tokens.pos(at);
    if (/^(?:助動詞|動詞,接尾|動詞,非自立|形容詞,非自立|形容詞,接尾)/.test(pos) || isSuru(tokens, at, last))
      end = at + 1;
    else if (!/^助詞,接続助詞/.test(pos) || !/^(?:て|で|ちゃ|じゃ)$/.test(tokens.surface(at))) break;
  }
  while (end > row + 1 && /^(?:です|だ|でしょう|だろ|う)$/.test(tokens.surface(end - 1))) end--;
  return end;
}
