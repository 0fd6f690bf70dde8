import type { Sentence, Tokens } from "../../model/tokens.ts";
import { endsInLead, outletOf } from "./outlet-rules.ts";
import { type Candidate, LONGEST_RUN, runFrom } from "./outlet-run.ts";
import type { CitationResources } from "./resources.ts";

/** Returns the outlet that begins at a row: a known name, one with an outlet's ending, a generic one, or a Latin name. */
export function candidateAt(
  tokens: Tokens,
  row: number,
  sentence: Sentence,
  resources: CitationResources,
): Candidate | null {
  if (!mayBeOutlet(tokens, row, sentence, resources) || !canBeginName(tokens, row, resources)) return null;
  return outletOf(runFrom(tokens, row, sentence, resources));
}

/** Returns the name in brackets behind what kind of outlet it is: ニュースサイト「キーウ・インディペンデント」. */
export function bracketedAt(
  tokens: Tokens,
  row: number,
  sentence: Sentence,
  resources: CitationResources,
): Candidate | null {
  if (!endsInLead(tokens.text, tokens.start(row), resources)) return null;
  for (let last = row + 1; last < sentence.lastToken && last - row < LONGEST_RUN; last++) {
    if (!"」』".includes(tokens.surface(last)[0]!)) continue;
    if (last === row + 1) return null;
    const name = tokens.text.slice(tokens.end(row), tokens.start(last));
    return { first: row + 1, last, name, by: "bracket", next: last + 1 };
  }
  return null;
}

/** Whether an outlet may begin here, told cheaply by the first letter of known ones and the last of an outlet's ending. */
function mayBeOutlet(
  tokens: Tokens,
  row: number,
  sentence: Sentence,
  { firstLetters, lastLetters, shortLetters, shortNames, parts }: CitationResources,
): boolean {
  const code = tokens.text.charCodeAt(tokens.start(row));
  // 刊: 日刊ゲンダイ.
  if (tokens.text.charCodeAt(tokens.start(row) + 1) === 0x520a) return true;
  if (code < 0x3000 || firstLetters.has(code)) return true;
  if (shortLetters.has(code) && shortNames.has(tokens.surface(row))) return true;
  let end = row + 1;
  while (end < sentence.lastToken && parts.goesOn(tokens, end) && !opensParenthesis(tokens, end)) {
    // In a longer run the name's end lies somewhere inside; to seek the run's from each of its words takes too long.
    if (++end - row > LONGEST_RUN) return true;
  }
  return lastLetters.has(tokens.text.charCodeAt(tokens.end(end - 1) - 1));
}

/** Whether a name may begin here: at a noun that no other noun leads, but a country's one-kanji form (米NBC News) may. */
function canBeginName(tokens: Tokens, row: number, { patterns }: CitationResources): boolean {
  const pos = tokens.pos(row);
  if (!pos.startsWith("名詞") && !pos.startsWith("接頭詞") && !/^[A-Za-z]/.test(tokens.surface(row))) return false;
  if (row === 0 || tokens.end(row - 1) !== tokens.start(row)) return true;
  const before = tokens.surface(row - 1);
  // 英紙ガーディアン, 通信社タルク: what kind of outlet it is may stand right before the name.
  return (
    !tokens.pos(row - 1).startsWith("名詞") ||
    before.length === 1 ||
    patterns.leading.test(before) ||
    // これBBCで見た: a pronoun is no part of a name.
    tokens.pos(row - 1).startsWith("名詞,代名詞") ||
    !/[\p{L}\p{N}]$/u.test(before)
  );
}

function opensParenthesis(tokens: Tokens, row: number): boolean {
  const code = tokens.text.charCodeAt(tokens.start(row));
  return code === 0x28 || code === 0xff08;
}
