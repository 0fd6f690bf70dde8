import type { DataReader } from "../../model/data-folder.ts";
import { type DateWords, readDateWords } from "./date-words.ts";
import { type DateShapes, dateShapes, KANJI } from "./shapes.ts";

/** The grammar of dates: its words, its shapes, and with what an expression can begin. Read-only, made once. */
export interface DateGrammar {
  readonly words: DateWords;
  readonly shapes: DateShapes;
  /** Whether an expression can begin with each code unit: a cheap test before reading. */
  readonly openers: Uint8Array;
}

/**
 * Returns the grammar of dates from the tables in `data/dates`.
 *
 * @example
 * findDateExpressions("今年1月と8月末", loadDateGrammar(dataReader()));
 */
export function loadDateGrammar(read: DataReader): DateGrammar {
  const words = readDateWords(read);
  return Object.freeze({ words, shapes: dateShapes(words), openers: openersOf(words) });
}

const OTHERS = "0123456789'数何幾半前正西紀第翌同閏BAPap";

function openersOf(words: DateWords): Uint8Array {
  const table = new Uint8Array(65536);
  const { years, months, weeks, days, fiscalYears } = words;
  const relative = [years, months, weeks, days, fiscalYears].flatMap(({ anchor, context }) => [anchor, context]);
  const { eras, eraLetters, namedDays, yearEnds, seasonYears, weekdaySides, vague, dayParts } = words;
  const keyed: readonly object[] = [eras, eraLetters, namedDays, yearEnds, seasonYears, weekdaySides, vague, dayParts];
  const openers = [...keyed, ...relative]
    .flatMap((entries) => Object.keys(entries))
    .concat(words.sets, words.durations, words.names, [...words.seasons], [...words.weekdays], [...KANJI], [...OTHERS]);
  for (const opener of openers) table[opener.charCodeAt(0)] = 1;
  return table;
}
