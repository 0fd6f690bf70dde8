import type { DataReader } from "../../model/data-folder.ts";
import { parseLists, parseWeights, type Weights } from "../../text/named-rows.ts";
import { OUTLET_BY, type OutletBy } from "./outlet-by.ts";

const LISTS = ["kind", "leading", "country", "period"] as const;

/** Shapes of outlets' names, made of the word lists of `data/citations/words.tsv`. */
export interface OutletPatterns {
  /** What kind of paper it is, with a dot before its name: 香港紙・明報. */
  readonly paperDot: RegExp;
  /** What kind of outlet it is, before a name in katakana or Latin letters: 英字紙ダッカ・トリビューン. */
  readonly kindName: RegExp;
  /** A word behind which a name may begin: 英紙. */
  readonly leading: RegExp;
  /** A country's one-kanji form: 米NBC News. */
  readonly country: RegExp;
  /** How often it appears, which opens its name: 日刊ゲンダイ. */
  readonly period: RegExp;
}

/** Returns the shapes of outlets' names. */
export function loadOutletPatterns(read: DataReader): OutletPatterns {
  const path = "data/citations/words.tsv";
  const lists = parseLists(read.text(path), LISTS, path);
  const any = (list: (typeof LISTS)[number]): string => `(?:${[...lists[list]].join("|")})`;
  return Object.freeze({
    paperDot: /^.{1,8}[紙誌]・(?=.)/u,
    kindName: new RegExp(`^.{1,6}${any("kind")}(?=[ァ-ヶA-Za-z])`, "u"),
    leading: new RegExp(`${any("leading")}$`),
    country: new RegExp(`^${any("country")}`),
    period: new RegExp(`^${any("period")}.{2,}`, "u"),
  });
}

/** Returns how sure an outlet is by what it was found. */
export function loadConfidences(read: DataReader): Weights<OutletBy> {
  const path = "data/citations/weights.tsv";
  return parseWeights(read.text(path), OUTLET_BY, path);
}
