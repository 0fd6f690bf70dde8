import { type DataReader, dataReader } from "../model/data-folder.ts";
import { parseTsv } from "./tsv.ts";

/** What a format is and what it needs, in Japanese. */
export interface FormatWords {
  readonly meaning: string;
  readonly needs: string;
}

const FILE = "data/format-words.tsv";

/**
 * Returns a function that gives the Japanese words of a format by its name; null where there are none.
 *
 * @example
 * loadFormatWords()("disqus")?.needs; // "thread と post のある disqus 要素"
 */
export function loadFormatWords(data: DataReader = dataReader()): (format: string) => FormatWords | null {
  const words = new Map(
    parseTsv(data.text(FILE), ["format", "meaning", "needs"], FILE).map((row) => [row.format, row]),
  );
  return (format) => words.get(format) ?? null;
}
