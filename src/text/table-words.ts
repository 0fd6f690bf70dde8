import { type DataReader, dataReader } from "../model/data-folder.ts";
import { parseTsv } from "./tsv.ts";

/** What a table, column or chart is called in Japanese, and what it means. */
export interface TableWords {
  readonly title: string;
  readonly meaning: string;
}

const FILE = "data/table-words.tsv";

/**
 * Returns a function that gives the Japanese words of a table (no column), of a column of it, or of a chart (as a column of
 * `charts`); null where there are none.
 *
 * @example
 * loadTableWords()("comments", "up")?.title; // "いいね"
 */
export function loadTableWords(data: DataReader = dataReader()): (table: string, column?: string) => TableWords | null {
  const words = new Map(
    parseTsv(data.text(FILE), ["table", "column", "title", "meaning"], FILE).map((row) => [
      `${row.table}/${row.column}`,
      row,
    ]),
  );
  return (table, column = "") => words.get(`${table}/${column}`) ?? words.get(`*/${column}`) ?? null;
}
