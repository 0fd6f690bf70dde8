import type { DataReader } from "../../model/data-folder.ts";
import { parseTsv } from "../../text/tsv.ts";

/** A ground that public debate argues from. */
export interface ConsiderationEntry {
  readonly id: string;
  readonly ja: string;
  readonly en: string;
  /** What one would search for. */
  readonly words: readonly string[];
  readonly examples: readonly string[];
}

const FILE = "data/considerations.tsv";
const COLUMNS = ["id", "ja", "en", "example-1", "example-2", "example-3", "words"] as const;

/** Returns the considerations of data/considerations.tsv, whose order is that of the model's classes. */
export function loadConsiderationList(read: DataReader): readonly ConsiderationEntry[] {
  return parseTsv(read.text(FILE), COLUMNS, FILE).map(({ id, ja, en, words, ...row }) =>
    Object.freeze({
      id,
      ja,
      en,
      words: words.split("、"),
      examples: [row["example-1"], row["example-2"], row["example-3"]],
    }),
  );
}
