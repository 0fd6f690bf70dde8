import type { Tokens } from "../../../model/tokens.ts";
import { C, type ContentWords } from "./content.ts";

const LONGEST = 12;
/** Marks that the dictionary takes for nouns (♪) make no phrase. */
const WRITTEN = /^[\p{L}\p{M}\p{N}-]+$/u;

/**
 * A walk over the runs of nouns in a stretch of tokens as they are written, suffixes and figures in them (西分館, 3年間), each given to `take`
 * with its rows; such as name nothing (急, びっくり, 今年) are left out.
 */
export function eachNounPhrase(
  tokens: Tokens,
  [first, last]: readonly [number, number],
  content: ContentWords,
  take: (phrase: string, rows: readonly [number, number]) => void,
): void {
  let from = -1;
  let says = false;
  for (let row = first; row <= last; row++) {
    if (row < last && isPart(tokens.pos(row))) {
      if (from < 0) from = row;
      // The last noun is the head: たら急 is no thing.
      if (content.kind(tokens, row) === C.noun) says = isThing(tokens.pos(row));
      continue;
    }
    if (from >= 0 && says) {
      const phrase = tokens.text.slice(tokens.start(from), tokens.end(row - 1));
      if (phrase.length <= LONGEST && WRITTEN.test(phrase) && !/^[ぁ-んー]+$/u.test(phrase)) take(phrase, [from, row]);
    }
    from = -1;
    says = false;
  }
}

/** Whether a noun can name something: 急 and 土曜 tell how and when. */
export function isThing(pos: string): boolean {
  return !/^名詞,(?:形容動詞語幹|副詞可能)/.test(pos);
}

function isPart(pos: string): boolean {
  return (pos.startsWith("名詞") && !/^名詞,(?:非自立|代名詞|特殊)/.test(pos)) || pos.startsWith("接頭詞,名詞");
}
