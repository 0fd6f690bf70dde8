import type { DataReader } from "../../../model/data-folder.ts";
import { parseLists, parseWeights, type Weights, type WordLists } from "../../../text/named-rows.ts";

/** The word lists of `data/lexicons/rule-words.tsv`, which says what each holds. */
const LISTS = [
  "negating",
  "light",
  "lasting",
  "vague",
  "quantifier",
  "binding",
  "governing",
  "only",
  "wondering",
  "contracted",
  "measure",
  "doubted",
  "unreal",
  "missing",
  "asking",
  "overdone",
  "given",
  "thought",
  "favour",
  "scarce",
  "better",
  "supposing",
  "more",
  "delightful",
  "sigh",
  "improving",
  "delaying",
  "pity",
  "preventing",
  "naming",
] as const;

/** The weights of `data/lexicons/rule-weights.tsv`. */
const WEIGHTS = [
  "praise denied",
  "blame denied",
  "barely",
  "barely at most",
  "more than any",
  "too much",
  "overdone",
  "trend",
  "existence",
  "had it not been",
  "before but",
  "after but",
  "if only",
  "longed for",
  "prevented",
  "so good that",
  "wished for",
  "supposed",
  "asked in scorn",
  "asked",
  "hedged",
  "quoted",
] as const;

export type RuleWords = WordLists<(typeof LISTS)[number]>;
export type WeightName = (typeof WEIGHTS)[number];
export type RuleWeights = Weights<WeightName>;

/** Returns the word lists of the rules. */
export function loadRuleWords(read: DataReader): RuleWords {
  const path = "data/lexicons/rule-words.tsv";
  return parseLists(read.text(path), LISTS, path);
}

/** Returns the weights of the rules. */
export function loadRuleWeights(read: DataReader): RuleWeights {
  const path = "data/lexicons/rule-weights.tsv";
  return parseWeights(read.text(path), WEIGHTS, path);
}
