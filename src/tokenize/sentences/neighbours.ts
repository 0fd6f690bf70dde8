import type { Tokens } from "../../model/tokens.ts";
import { isConjunctionAt } from "./conjunctions.ts";

const goesOn = /^助詞,(?:格助詞|係助詞|連体化|副助詞|並立助詞)|^助動詞|^記号,読点|^記号,括弧閉/;
const goesOnAfterBracket = /^名詞,接尾/;
const goesOnAfterStop = /^助詞,格助詞,引用|^助詞,格助詞,連語|^助詞,連体化|^記号,読点/;
const isCloser = /^[」』）)】〉》］〕”｣]/;
/** Words that open a sentence though the dictionary may call them particles. */
const opener = /^(?:で|が|と|でも|って|なんて|だ|だって|なら|では)$/;

/** Whether the token at `index` goes on with a sentence that has just met an ending. */
export function continues(tokens: Tokens, index: number, ending: "full" | "mark"): boolean {
  if (index >= tokens.length) return false;
  if (tokens.start(index) !== tokens.end(index - 1)) return false;
  const pos = tokens.pos(index);
  const surface = tokens.surface(index);
  const isAfterBracket = /[」』）)”｣]$/.test(tokens.surface(index - 1));
  if (isCloser.test(surface)) return true;
  if (!isAfterBracket && isConjunctionAt(tokens.text, tokens.start(index))) return false;
  if (surface === "が" && ending === "mark" && !isAfterBracket && followsPredicate(tokens, index)) return false;
  if (ending === "full" && !isAfterBracket)
    return goesOnAfterStop.test(pos) && surface !== "と" && !opener.test(surface);
  if (isAfterBracket && goesOnAfterBracket.test(pos)) return true;
  return goesOn.test(pos) || (pos.startsWith("助詞") && !isAfterBracket);
}

/** Whether the run of marks before `index` ends a predicate: ひどい！が高い, not ヤフー！が買収した. */
function followsPredicate(tokens: Tokens, index: number): boolean {
  let last = index - 1;
  while (last > 0 && isSigns(tokens.surface(last))) last--;
  return /^(?:動詞|形容詞|助動詞)/.test(tokens.pos(last));
}

const clauseEnd = /^助詞,(?:終助詞|副助詞／並立助詞／終助詞)|^感動詞|^フィラー/;
const finalForm = /^(?:基本形|命令|文語基本形|仮定縮約|体言接続特殊)/;
const weak = /^[wWｗＷ笑草泣]+$/;

/** Whether a clause is complete before the run of signs that ends with the token `last`. */
export function endsClause(tokens: Tokens, first: number, last: number): boolean {
  let index = last;
  while (index > first && (weak.test(tokens.surface(index)) || isSigns(tokens.surface(index)))) index--;
  const pos = tokens.pos(index);
  if (clauseEnd.test(pos)) return true;
  if (!/^(?:動詞|形容詞|助動詞)/.test(pos)) return false;
  const form = tokens.feature(index).split(",")[5] ?? "";
  return finalForm.test(form);
}

function isSigns(surface: string): boolean {
  return !/[\p{L}\p{N}]/u.test(surface);
}
