import { type DataReader, dataReader } from "../model/data-folder.ts";
import type { Table } from "../tables/table.ts";
import { parseTsv } from "../text/tsv.ts";

/** Lemmas that are never counted. */
export type StopWords = ReadonlySet<string>;

/**
 * Reads the package's list of stop words.
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
}

const LEFT_OUT = /^名詞,(?:数|代名詞|非自立|接尾|特殊|接続詞的|動詞非自立的)|,(?:非自立|接尾)/;
const CONTENT = /^(?:名詞|動詞|形容詞)/;
/** Without a letter, or with a single one that writes sounds (half of a smiley), it is no word. */
const NO_WORD =
  /^\P{L}*$|^[ぁ-んァ-ヶー\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\P{L}*$|^(?:https?|www|com|jp)$/u;

/**
 * Picks the content words of a table of tokens, by lemma: nouns, independent verbs and adjectives, without stop words,
 * pronouns, numbers and suffixes.
 *
 * @example
 * contentWords(tokenTable(analysis)).map(({ lemma }) => lemma); // ["パン", "値上がり", …]
 */
export function contentWords(tokens: Table, { stopWords = loadStopWords() }: WordOptions = {}): readonly Word[] {
  const [discussions, units] = [tokens.strings("discussion"), tokens.strings("unit")];
  const [starts, ends, sentences] = [tokens.numbers("start"), tokens.numbers("end"), tokens.numbers("sentence")];
  const [lemmas, tags] = [tokens.strings("lemma"), tokens.strings("pos")];
  const words: Word[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const pos = tags[i]!;
    if (!CONTENT.test(pos) || LEFT_OUT.test(pos)) continue;
    const lemma = lemmas[i]!.normalize("NFKC").toLowerCase();
    if (stopWords.has(lemma) || NO_WORD.test(lemma)) continue;
    const unit = `${discussions[i]}/${units[i]}`;
    words.push({ lemma, unit, span: `${unit}:${starts[i]}-${ends[i]}`, sentence: sentences[i] ?? 0 });
  }
  return words;
}
