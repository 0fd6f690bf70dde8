import type { DataReader } from "../../model/data-folder.ts";
import { parseLists, parseWeights, type Weights, type WordLists } from "../../text/named-rows.ts";

/** The word lists of `data/gazetteers/rule-words.tsv`, which says what each holds. */
const LISTS = [
  "otherwise",
  "alone",
  "beside",
  "longer",
  "abroad",
  "northActs",
  "northHas",
  "northContext",
  "given",
  "minutes",
  "people",
  "peopleSuffix",
  "peopleNot",
  "municipality",
  "ofMunicipality",
  "kin",
  "office",
  "rank",
  "former",
  "bodyEnd",
  "surname",
  "pronoun",
  "armsModifier",
  "arms",
  "vehicle",
  "currency",
  "goods",
  "common",
  "blooms",
  "event",
  "region",
  "business",
  "ship",
  "courts",
  "player",
] as const;

/** The weights of `data/gazetteers/rule-weights.tsv`: how sure each rule is. */
const WEIGHTS = [
  "compound",
  "alone",
  "abroad",
  "Russia and Ukraine",
  "North Korea",
  "designation in Latin letters",
  "designation of a type",
  "designation with a Roman number",
  "ship behind its kind",
  "long name of the gazetteers",
  "name of the gazetteers",
  "title",
  "before a title",
  "acronym",
  "same name",
  "pronoun",
  "last bearer",
  "only bearer",
] as const;

export type EntityWords = WordLists<(typeof LISTS)[number]>;
export type EntityWeights = Weights<(typeof WEIGHTS)[number]>;

/** Returns the word lists of the rules of names. */
export function loadEntityWords(read: DataReader): EntityWords {
  const path = "data/gazetteers/rule-words.tsv";
  return parseLists(read.text(path), LISTS, path);
}

/** Returns how sure the rules of names are. */
export function loadEntityWeights(read: DataReader): EntityWeights {
  const path = "data/gazetteers/rule-weights.tsv";
  return parseWeights(read.text(path), WEIGHTS, path);
}
