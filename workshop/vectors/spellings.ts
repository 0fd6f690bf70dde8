import type { Tokenizer } from "../../src/model/tokens.ts";
import { foldWidth } from "../../src/text/dates/fold-width.ts";

/** A word with what a spelling of it inherits. */
export interface KnownWord {
  readonly word: string;
  readonly row: number;
  readonly share: number;
}

/**
 * Returns, for words that the vectors spell otherwise (うれしい: 嬉しい), that have a form of their own here (言える: 言う) or a
 * prefix (お客: 客), the known word each stands for.
 */
export function otherSpellings(
  words: Iterable<string>,
  known: readonly KnownWord[],
  tokenizer: Tokenizer,
): Map<string, KnownWord> {
  const byWord = new Map(known.map((entry) => [entry.word, entry]));
  const byReading = new Map<string, KnownWord>();
  const keyOf = (word: string): string | null => {
    const tokens = tokenizer.tokenize(word);
    return tokens.length !== 1 || tokens.unknown(0) ? null : `${tokens.pos(0).split(",")[0]}/${tokens.reading(0)}`;
  };
  for (const entry of known) {
    const key = keyOf(entry.word);
    if (key === null) continue;
    const rival = byReading.get(key);
    if (rival === undefined || rival.share < entry.share) byReading.set(key, entry);
  }
  const found = new Map<string, KnownWord>();
  for (const word of words) {
    if (byWord.has(word)) continue;
    const key = keyOf(word);
    if (key === null) continue;
    const entry =
      byReading.get(key) ??
      plainForms(word, key)
        .map((plain) => byWord.get(plain) ?? byReading.get(keyOf(plain) ?? ""))
        .find((plain) => plain !== undefined);
    if (entry !== undefined) found.set(foldWidth(word), entry);
  }
  return found;
}

const POTENTIAL: Readonly<Record<string, string>> = {
  え: "う",
  け: "く",
  げ: "ぐ",
  せ: "す",
  て: "つ",
  ね: "ぬ",
  べ: "ぶ",
  め: "む",
  れ: "る",
};

/** Returns what a word may be a form of: the verb that it says one can do, the noun without お or ご. */
function plainForms(word: string, key: string): string[] {
  const end = POTENTIAL[word.at(-2) ?? ""];
  if (key.startsWith("動詞") && word.endsWith("る") && end !== undefined) return [word.slice(0, -2) + end];
  return key.startsWith("名詞") && /^[おご]./u.test(word) ? [word.slice(1)] : [];
}
