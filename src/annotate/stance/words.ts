import type { DataReader } from "../../model/data-folder.ts";
import { parseLists, parseWeights, type Weights, type WordLists } from "../../text/named-rows.ts";

/** The word lists of `data/stance/words.tsv`, which says what each holds. */
const LISTS = [
  "turning",
  "question",
  "whole",
  "topic",
  "granting",
  "but",
  "then",
  "opening",
  "inside",
  "after",
] as const;

/** The weights of `data/stance/weights.tsv`. */
const WEIGHTS = [
  "later",
  "agreement",
  "dissent",
  "most",
  "turn after agreement",
  "taken back",
  "doubted quote",
  "two sides",
  "least",
  "mixed",
  "none: confidence",
  "none: less by",
  "mixed: confidence",
  "mixed: more by",
  "side: confidence",
  "side: more by",
] as const;

type StanceWords = WordLists<(typeof LISTS)[number]>;
export type StanceWeights = Weights<(typeof WEIGHTS)[number]>;

/** Shapes of words by which a reply turns against what it granted, made of the word lists. */
export interface StancePatterns {
  /** The words that begin a sentence behind one's own and turn what that said. */
  readonly turning: ReadonlySet<string>;
  /** What asks for something: no question of doubt. */
  readonly asking: RegExp;
  /** What speaks of the whole of something, of which a part is denied: 全部は. */
  readonly partly: RegExp;
  /** What grants something and turns in one sentence: 会議は対面がいいけど、資料は家で. */
  readonly weighed: RegExp;
  /** What turns in the second sentence: 戦略核は使わないだろう。ただ… */
  readonly turned: RegExp;
  /** What turns right behind agreement, inside the sentence (同意ですが、…) or after it (その通り。ただし…). */
  readonly takenBack: RegExp;
}

/** Returns the shapes of turning and asking. */
export function loadStancePatterns(read: DataReader): StancePatterns {
  const path = "data/stance/words.tsv";
  return patternsOf(parseLists(read.text(path), LISTS, path));
}

/** Returns the weights of stances. */
export function loadStanceWeights(read: DataReader): StanceWeights {
  const path = "data/stance/weights.tsv";
  return parseWeights(read.text(path), WEIGHTS, path);
}

function patternsOf(words: StanceWords): StancePatterns {
  const any = (list: keyof StanceWords): string => `(?:${[...words[list]].join("|")})`;
  const rest = (most: number, least = 0): string => `[^。!！?？\\n]{${least},${most}}`;
  return Object.freeze({
    turning: words.turning,
    asking: new RegExp(any("question"), "u"),
    partly: new RegExp(`${any("whole")}は`, "u"),
    weighed: new RegExp(
      `(?:${any("topic")}${rest(28, 1)}|${any("granting")}${rest(8)})${any("but")}、|、${any("then")}`,
      "u",
    ),
    turned: new RegExp(`^${rest(60, 4)}。\\s*(${any("opening")})`, "u"),
    takenBack: new RegExp(`^(?:${rest(16)}?${any("inside")}[、,，]|${rest(40)}[。!！\\n、,]\\s*${any("after")})`),
  });
}
