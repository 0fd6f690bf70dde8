import { type DataReader, dataReader } from "../model/data-folder.ts";
import { need } from "../tables/need.ts";
import type { Table } from "../tables/table.ts";
import { tokenTable } from "../tables/tokens.ts";
import { parseTsv } from "../text/tsv.ts";

/** Lemmas that are never counted. */
export type StopWords = ReadonlySet<string>;

/**
 * Returns the package's list of stop words.
 *
 * @example
 * loadStopWords().has("こと"); // true
 */
export function loadStopWords(data: DataReader = dataReader()): StopWords {
  const file = "data/stopwords/words.tsv";
  return new Set(parseTsv(data.text(file), ["lemma"], file).map(({ lemma }) => lemma));
}

export interface WordOptions {
  /** Lemmas to leave out; the package's list by default. */
  readonly stopWords?: StopWords;
}

/** One occurrence of a word that carries meaning. */
export interface Word {
  readonly lemma: string;
  /** `discussion/unit`. */
  readonly unit: string;
  /** `discussion/unit:start-end`. */
  readonly span: string;
  /** Number of its sentence in the unit. */
  readonly sentence: number;
  /** Number of its row in the table of tokens. */
  readonly row: number;
}

const TOKEN_COLUMNS = ["discussion", "unit", "start", "end", "sentence", "lemma", "pos"] as const;
const LEFT_OUT = /^名詞,(?:数|代名詞|非自立|接尾|特殊|接続詞的|動詞非自立的)|,(?:非自立|接尾)/;
const CONTENT = /^(?:名詞|動詞|形容詞)/;
/** Without a letter, or with a single one that writes sounds (half of a smiley), it is no word. */
const NO_WORD =
  /^\P{L}*$|^[ぁ-んァ-ヶー\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\P{L}*$|^(?:https?|www|com|jp)$/u;

/**
 * Returns the content words of a table of tokens, by lemma: nouns, independent verbs and adjectives, without stop
 * words, pronouns, numbers and suffixes.
 *
 * @example
 * contentWords(tokenTable(analysis)).map(({ lemma }) => lemma); // ["パン", "値上がり", …]
 */
export function contentWords(tokens: Table, { stopWords = loadStopWords() }: WordOptions = {}): readonly Word[] {
  const known = need("content words", tokens, tokenTable.schema, TOKEN_COLUMNS);
  const [discussions, units] = [known.column("discussion"), known.column("unit")];
  const [starts, ends, sentences] = [known.column("start"), known.column("end"), known.column("sentence")];
  const [lemmas, tags] = [known.column("lemma"), known.column("pos")];
  const words: Word[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const pos = tags[i]!;
    if (!CONTENT.test(pos) || LEFT_OUT.test(pos)) continue;
    const lemma = lemmas[i]!.normalize("NFKC").toLowerCase();
    if (stopWords.has(lemma) || NO_WORD.test(lemma)) continue;
    const unit = `${discussions[i]}/${units[i]}`;
    words.push({ lemma, unit, span: `${unit}:${starts[i]}-${ends[i]}`, sentence: sentences[i] ?? 0, row: i });
  }
  return words;
}
