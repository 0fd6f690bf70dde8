import { type DataReader, dataReader } from "../../../model/data-folder.ts";
import { parseTsv } from "../../../text/tsv.ts";

/** Returns the words that say nothing of what an opinion is about: stances, what is around comments, times. */
export function loadLabelWords(data: DataReader = dataReader()): ReadonlySet<string> {
  const file = "data/stopwords/labels.tsv";
  return new Set(parseTsv(data.text(file), ["lemma"], file).map(({ lemma }) => lemma.normalize("NFKC").toLowerCase()));
}
