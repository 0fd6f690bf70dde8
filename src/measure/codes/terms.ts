import type { Folding } from "../../words/fold.ts";
import type { CodeList, Condition, Term } from "./code-list.ts";
import { plainText } from "./plain.ts";

/** All words and phrases that rules look for, each once, with its number. */
export interface Terms {
  readonly words: ReadonlyMap<string, number>;
  readonly phrases: ReadonlyMap<string, number>;
  /** Letters of the longest word. */
  readonly longest: number;
  readonly count: number;
  readonly folding: Folding;
  /** The number of a term. */
  of(term: Term): number;
}

/** Returns the words and phrases of conditions. */
export function termsOf(conditions: readonly Condition[], folding: Folding): Terms {
  const words = new Map<string, number>();
  const phrases = new Map<string, number>();
  const keyOf = ({ text }: Term) => plainText(text, folding).text;
  const listOf = ({ kind }: Term) => (kind === "word" ? words : phrases);
  const add = (condition: Condition): void => {
    if (condition.kind === "word" || condition.kind === "phrase") {
      const [list, key] = [listOf(condition), keyOf(condition)];
      if (!list.has(key)) list.set(key, words.size + phrases.size);
    } else if (condition.kind === "not") add(condition.of);
    else if (condition.kind !== "code") for (const inner of condition.of) add(inner);
  };
  for (const condition of conditions) add(condition);
  return {
    words,
    phrases,
    longest: Math.max(0, ...[...words.keys()].map((word) => word.length)),
    count: words.size + phrases.size,
    folding,
    // It is of one of the conditions, all of whose terms were just numbered.
    of: (term) => listOf(term).get(keyOf(term))!,
  };
}

/** Returns the words and phrases of a list of codes. */
export function termsOfCodes({ codes }: CodeList, folding: Folding): Terms {
  return termsOf(
    codes.map(({ condition }) => condition),
    folding,
  );
}
