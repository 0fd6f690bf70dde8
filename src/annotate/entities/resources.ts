import type { DataReader } from "../../model/data-folder.ts";
import { type DateGrammar, loadDateGrammar } from "../../text/dates/date-grammar.ts";
import { parseTsv } from "../../text/tsv.ts";
import type { CountryKanji } from "./country-rules.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { type Homographs, loadHomographs } from "./homographs.ts";
import { type LatinNames, loadLatinNames } from "./latin-names.ts";
import { loadGazetteer } from "./load-gazetteer.ts";
import { type EntityModel, readModel } from "./model/entity-model.ts";
import { PosHashes } from "./model/token-columns.ts";
import { readWordKinds } from "./model/word-kinds.ts";
import { type NumberWords, numberWords } from "./number-words.ts";
import { type EntityPatterns, entityPatterns } from "./patterns.ts";
import { Titles } from "./titles.ts";
import { WordCompany } from "./word-company.ts";
import { type EntityWeights, type EntityWords, loadEntityWeights, loadEntityWords } from "./words.ts";

/** What {@link findEntities} needs beside the text: read-only, shared by all texts. */
export interface EntityResources {
  readonly gazetteer: Gazetteer;
  /** Kanji that stand for a country in compounds, with its ISO code; `alone`: also by themselves. */
  readonly countryKanji: CountryKanji;
  readonly titles: Titles;
  readonly numbers: NumberWords;
  readonly dates: DateGrammar;
  readonly words: EntityWords;
  readonly weights: EntityWeights;
  readonly patterns: EntityPatterns;
  /** First code units of pronouns. */
  readonly pronounOpeners: ReadonlySet<number>;
  /** Words that are no names, whatever the model says. */
  readonly notNames: ReadonlySet<string>;
  readonly homographs: Homographs;
  readonly latinNames: LatinNames;
  /** Words of dishes, animals and wares, which a country's name may stand before. */
  readonly goods: WordCompany;
  /** Words of plants, substances and building materials. */
  readonly common: WordCompany;
  readonly model: EntityModel;
  readonly posHashes: PosHashes;
}

/**
 * Loads gazetteers, titles and units; `own` are texts of TSV files with the columns name, label, id and aliases.
 *
 * @example
 * const resources = loadEntityResources(dataReader());
 */
export function loadEntityResources(data: DataReader, own: readonly string[] = []): EntityResources {
  const read = <Column extends string>(file: string, columns: readonly Column[]) =>
    parseTsv(data.text(`data/gazetteers/${file}`), columns, file);
  const countryKanji = new Map<string, { id: string; alone: boolean }>();
  for (const { id, kanji, rareKanji } of read("countries.tsv", ["id", "kanji", "rareKanji"])) {
    for (const char of kanji.split("|").filter(Boolean)) countryKanji.set(char, { id, alone: true });
    for (const char of rareKanji.split("|").filter(Boolean)) countryKanji.set(char, { id, alone: false });
  }
  const words = loadEntityWords(data);
  const kinds = readWordKinds(data.bytes("data/models/word-kinds.bin"));
  return Object.freeze({
    words,
    weights: loadEntityWeights(data),
    patterns: entityPatterns(words),
    pronounOpeners: new Set([...words.pronoun].map((word) => word.charCodeAt(0))),
    gazetteer: loadGazetteer(data, own),
    countryKanji,
    titles: new Titles(read("titles.tsv", ["title", "kind"]), read("title-words.tsv", ["list", "word"])),
    notNames: new Set(read("not-names.tsv", ["word"]).map(({ word }) => word)),
    homographs: loadHomographs(data),
    latinNames: loadLatinNames(data),
    goods: new WordCompany(words.goods, kinds),
    common: new WordCompany(words.common, kinds),
    model: readModel(data.bytes("data/models/entities.bin"), kinds),
    posHashes: new PosHashes(),
    dates: loadDateGrammar(data),
    numbers: numberWords(
      read("units.tsv", ["unit", "label"]),
      read("number-words.tsv", ["word", "label"]),
      words.currency,
    ),
  });
}
