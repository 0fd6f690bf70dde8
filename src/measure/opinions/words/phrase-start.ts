import type { Tokens } from "../../../model/tokens.ts";
import { C, type ContentWords } from "./content.ts";

/** What points at a noun and may be left out before it: この値段は高い. */
const POINTERS = /^(?:この|その|あの|こういう|そういう|ああいう|こんな|そんな|あんな)$/;

/** Whether a noun phrase begins at a row: at a noun or a number that nothing before belongs to, or at what describes one (借りられる冊数). */
export function isPhraseStart(
  tokens: Tokens,
  row: number,
  [first, last]: readonly [number, number],
  content: ContentWords,
): boolean {
  if (content.kind(tokens, row) !== C.noun && !tokens.pos(row).startsWith("名詞,数"))
    return isFreshStart(tokens, row, first) && describesNoun(tokens, row, last);
  if (row === first) return true;
  const before = tokens.pos(row - 1);
  if (before.startsWith("連体詞"))
    return POINTERS.test(tokens.surface(row - 1)) && isFreshStart(tokens, row - 1, first);
  if (/^(?:という|って|ていう|っていう)$/.test(tokens.surface(row - 1))) return false;
  return !/^(?:名詞|接頭詞|助詞,連体化|助詞,並立助詞)/.test(before) && !modifies(tokens, row - 1);
}

/** Whether a word describes the noun behind it: 疲れ切った顧問, 良い機械, 不便な駅; です and ます end a sentence instead. */
export function modifies(tokens: Tokens, row: number): boolean {
  if (!/^(?:動詞|形容詞|助動詞)/.test(tokens.pos(row))) return false;
  return (
    (/^(?:基本形|体言接続)$/.test(tokens.at(row).conjugationForm) &&
      !/^(?:です|ます|だ|や)$/.test(tokens.lemma(row))) ||
    tokens.surface(row) === "な"
  );
}

function isFreshStart(tokens: Tokens, row: number, first: number): boolean {
  return row === first || /^(?:記号|接続詞|感動詞)/.test(tokens.pos(row - 1));
}

/** Whether a word, with what belongs to it, stands before a noun that it describes: 借りられる冊数, 同じ顔ぶれ. */
function describesNoun(tokens: Tokens, row: number, last: number): boolean {
  const pos = tokens.pos(row);
  if (pos.startsWith("連体詞")) return !POINTERS.test(tokens.surface(row)) && row + 1 < last;
  if (!/^(?:動詞,自立|形容詞,自立)/.test(pos)) return false;
  let end = row + 1;
  while (end < last && /^(?:助動詞|動詞,(?:接尾|非自立)|形容詞,(?:接尾|非自立))/.test(tokens.pos(end))) end++;
  return end < last && modifies(tokens, end - 1) && /^名詞,(?!非自立|代名詞)/.test(tokens.pos(end));
}
