import type { Tokens } from "../../../model/tokens.ts";
import { C, type ContentWords } from "./content.ts";
import { isPhraseStart, modifies } from "./phrase-start.ts";

/** A noun phrase with its predicate, as written: rows `[first, last)`. */
export type Clause = readonly [first: number, last: number];

const SHORTEST = 5;
const LONGEST = 24;
/** How many tokens a clause may have. */
const MOST_TOKENS = 14;

/**
 * A walk over each stretch of some tokens, given to `take`, that begins with a noun phrase and ends with the predicate that belongs to it:
 * 公共交通の整備が先, 減免がない, 誰が責任を取る. With `anyCase` a noun in any case is enough: 公民館で受け取れる.
 */
export function eachClause(
  tokens: Tokens,
  [first, last]: readonly [number, number],
  content: ContentWords,
  take: (clause: Clause) => void,
  { anyCase = false }: { readonly anyCase?: boolean } = {},
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
    if (isPhraseStart(tokens, row, [first, last], content)) starts.push(row);
    if (isArgument(tokens, row, content) || (anyCase && pos.startsWith("助詞,格助詞"))) particle = row;
    if (particle < 0 || row <= particle || !isPredicate(tokens, row, { last, particle, content })) continue;
    const end = tailEnd(tokens, row, last, content);
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

/** Whether a particle marks what a predicate is said of: は behind にとって does not. */
function isArgument(tokens: Tokens, row: number, content: ContentWords): boolean {
  return content.kind(tokens, row) === C.argument && !(row > 0 && tokens.surface(row - 1) === "にとって");
}

interface PredicateAround {
  readonly last: number;
  /** Row of the particle before it. */
  readonly particle: number;
  readonly content: ContentWords;
}

/** Whether a predicate stands here: a verb or an adjective, or a noun that ends the clause or has だ, です behind it. */
function isPredicate(tokens: Tokens, row: number, { last, particle, content }: PredicateAround): boolean {
  const pos = tokens.pos(row);
  if (/^(?:動詞,自立|形容詞,自立)/.test(pos)) return true;
  if (!pos.startsWith("名詞") || /^名詞,(?:非自立|代名詞)/.test(pos)) return false;
  const next = row + 1 < last ? tokens.pos(row + 1) : "記号";
  if (next.startsWith("名詞")) return false;
  const mark = tokens.surface(particle);
  // 良い機械 is said of what は marks; in 補欠の子を怒鳴るクラブ the noun is said of nothing.
  if (modifies(tokens, row - 1)) {
    if (mark !== "は") return false;
  } else if (tokens.pos(row - 1).startsWith("助詞,連体化")) {
    if (!/^[はがも]$/.test(mark)) return false;
  } else if (content.kind(tokens, row - 1) === C.none) return false;
  return (
    next.startsWith("助動詞") ||
    (next.startsWith("記号") && !opensBracket(next)) ||
    next.startsWith("助詞,終助詞") ||
    isSuru(tokens, row + 1, last)
  );
}

/** What makes a wish or a judgement of a predicate that says nothing by itself: 置いてほしい, 来てください, やりすぎ. */
const SAYING: ReadonlySet<string> = new Set([
  "ほしい",
  "欲しい",
  "くださる",
  "下さる",
  "くださり",
  "ください",
  "すぎる",
]);

/** Whether a predicate ends where a sentence could: in its dictionary form, at a noun, or at the end of the clause. */
function isWhole(tokens: Tokens, [row, end]: Clause, last: number, content: ContentWords): boolean {
  const { conjugationForm, pos } = tokens.at(end - 1);
  const behind = end === last ? "記号" : tokens.pos(end);
  const ends = (behind.startsWith("記号") && !opensBracket(behind)) || behind.startsWith("助詞,終助詞");
  // 連用タ接続 (やっ) and 未然形 (なら) are no words; 連用形 ends a clause where a comma stands.
  const complete =
    conjugationForm === "*" ||
    /^(?:基本形|命令)/.test(conjugationForm) ||
    (conjugationForm === "連用形" && (ends || isExcess(tokens, end)));
  if (!complete || (pos.startsWith("動詞") && !ends && /^(?:名詞|記号,括弧開)/.test(behind))) return false;
  // する, ある and the like say nothing, unless they are denied, wished for or overdone.
  if (content.kind(tokens, row) !== C.none) return true;
  for (let at = row + 1; at < end; at++)
    if (content.kind(tokens, at) === C.negation || SAYING.has(tokens.lemma(at))) return true;
  return false;
}

function isSuru(tokens: Tokens, row: number, last: number): boolean {
  return row < last && /^(?:する|できる|出来る)$/.test(tokens.lemma(row));
}

/** Whether すぎ stands before だ, です or だろう, as a noun does: やりすぎだろう. */
function isExcess(tokens: Tokens, end: number): boolean {
  return tokens.lemma(end - 1) === "すぎる" && /^(?:だ|だろ|です|でしょ|で|な)$/.test(tokens.surface(end));
}

function opensBracket(pos: string): boolean {
  return pos.startsWith("記号,括弧開");
}

/**
 * Returns the row behind a predicate and what belongs to it: 足り・て・い・ない, 減らし・て・ほしい; without です and だ, and with か where
 * without it the contrary would be said: 高すぎ・ませ・ん・か.
 */
function tailEnd(tokens: Tokens, row: number, last: number, content: ContentWords): number {
  let end = row + 1;
  let denied = false;
  for (let at = end; at < last; at++) {
    const pos = tokens.pos(at);
    if (/^(?:助動詞|動詞,接尾|動詞,非自立|形容詞,非自立|形容詞,接尾)/.test(pos) || isSuru(tokens, at, last)) {
      end = at + 1;
      denied ||= content.kind(tokens, at) === C.negation;
    } else if (!/^助詞,接続助詞/.test(pos) || !/^(?:て|で|ちゃ|じゃ)$/.test(tokens.surface(at))) break;
  }
  if (denied && end < last && tokens.surface(end) === "か") return end + 1;
  while (end > row + 1 && /^(?:です|だ|でしょう|でしょ|だろ|う|な)$/.test(tokens.surface(end - 1))) end--;
  return end;
}
