import type { Token } from "../model/tokens.ts";

/** What a token prints as JSON: plain values, in a fixed order. */
export type TokenRecord = Readonly<
  Pick<
    Token,
    | "start"
    | "end"
    | "surface"
    | "pos"
    | "conjugationType"
    | "conjugationForm"
    | "lemma"
    | "reading"
    | "pronunciation"
    | "upos"
  >
>;

/**
 * Returns a plain object with what a token says of itself.
 *
 * @example
 * tokenRecord((await loadTokenizer()).tokenize("雨だ").at(0)).reading; // "アメ"
 */
export function tokenRecord(token: Token): TokenRecord {
  const { start, end, surface, pos, conjugationType, conjugationForm, lemma, reading, pronunciation, upos } = token;
  return { start, end, surface, pos, conjugationType, conjugationForm, lemma, reading, pronunciation, upos };
}
