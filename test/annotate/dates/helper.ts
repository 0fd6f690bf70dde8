import { findDates } from "../../../src/annotate/dates/find-dates.ts";
import type { AnalyzedUnit } from "../../../src/model/analysis.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import type { DateMention } from "../../../src/model/layers.ts";
import { loadDateGrammar } from "../../../src/text/dates/date-grammar.ts";
import { openTokenizer } from "../../../src/tokenize/load-tokenizer.ts";
import { splitSentences } from "../../../src/tokenize/sentences/split-sentences.ts";

const tokenizer = openTokenizer();
const grammar = loadDateGrammar(dataReader());

/** Returns a comment as `analyze` makes it; `-` for one without a date. */
export function unitOf(text: string, anchor: string): AnalyzedUnit {
  const tokens = tokenizer.tokenize(text);
  const date = anchor === "-" ? null : ({ value: anchor, precision: "day" } as const);
  return { id: "c1", text, date, tokens, sentences: splitSentences(tokens) };
}

/** Returns the dates of a comment written on the day `anchor`. */
export function datesIn(text: string, anchor: string): readonly DateMention[] {
  return findDates([unitOf(text, anchor)], { published: null }, grammar);
}
