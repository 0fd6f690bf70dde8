import type { Sentence, Tokens } from "../../model/tokens.ts";
import { bracketDepths } from "./brackets.ts";
import { type Ending, endingAt } from "./endings.ts";
import { continues, endsClause } from "./neighbours.ts";

/**
 * Returns the sentences of a text's tokens, which together hold every token.
 *
 * A sentence ends after 。！？ and their like, after a line, and, where a clause is complete, after an ellipsis, a laugh
 * (w, 笑), a face or an emoji. It does not end inside closed brackets, inside a number or an address, or where what
 * follows goes on with it (`「…。」と言った`, `えっ！？と驚く`).
 *
 * @example
 * const tokens = tokenizer.tokenize("「もう帰る。」と言った。遅いねw また明日");
 * splitSentences(tokens).map(({ start, end }) => tokens.text.slice(start, end));
 * // ["「もう帰る。」と言った。", "遅いねw", "また明日"]
 */
export function splitSentences(tokens: Tokens): readonly Sentence[] {
  const { text } = tokens;
  const depths = bracketDepths(text);
  const sentences: Sentence[] = [];
  let first = 0;
  for (let last = 0; last < tokens.length; last++) {
    if (!endsAfter(tokens, depths, first, last)) continue;
    sentences.push(
      Object.freeze({ start: tokens.start(first), end: tokens.end(last), firstToken: first, lastToken: last + 1 }),
    );
    first = last + 1;
  }
  return Object.freeze(sentences);
}

function endsAfter(tokens: Tokens, depths: Uint8Array, first: number, last: number): boolean {
  if (last + 1 === tokens.length) return true;
  const { text } = tokens;
  const end = tokens.end(last);
  const next = tokens.start(last + 1);
  // Most words stand side by side: no gap to be cut out.
  const gap = end === next ? "" : text.slice(end, next);
  const isInside = depths[end]! > 0 && depths[next]! > 0;
  if (gap.includes("\n")) return !isInside;
  if (isInside) return false;
  const ending: Ending = endingAt(tokens, first, last);
  switch (ending) {
    case "none":
      return false;
    case "full":
      return !continues(tokens, last + 1, "full");
    case "mark":
      return !continues(tokens, last + 1, "mark");
    case "soft":
      if (continues(tokens, last + 1, "mark")) return false;
      return gap !== "" || endsClause(tokens, first, last);
  }
}
