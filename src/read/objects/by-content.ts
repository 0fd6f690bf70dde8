import { guessText } from "../columns.ts";
import type { FieldNames } from "./field-names.ts";
import { flatRow } from "./flat-row.ts";
import type { FoundLists } from "./lists.ts";
import { SAMPLE, sampleOf } from "./sample.ts";

const MOST_LISTS = 50;

/**
 * Returns lists whose fields have no usual names, that with the most of what looks like words first; as they were where
 * nothing does.
 */
export function byContent(lists: readonly FoundLists[], names: FieldNames): readonly FoundLists[] {
  const looked = lists.slice(0, MOST_LISTS).map((list) => ({ ...list, words: guessedWords(list, names) }));
  return looked.some(({ words }) => words > 0) ? looked.sort((a, b) => b.words - a.words) : lists;
}

/** Returns how many characters the likeliest field of a list holds, judged by its first objects. */
function guessedWords({ threads, count }: FoundLists, names: FieldNames): number {
  const rows = threads
    .slice(0, SAMPLE)
    .flatMap((thread) => thread.rows.slice(0, SAMPLE))
    .slice(0, SAMPLE)
    .map((row) => flatRow(row, names));
  const sample = sampleOf(rows);
  const text = guessText(sample);
  if (text === null) return 0;
  const length = sample.get(text)!.reduce((sum, value) => sum + value.length, 0);
  return (length * count) / Math.max(rows.length, 1);
}
