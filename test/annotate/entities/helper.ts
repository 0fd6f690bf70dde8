import { findEntities, loadEntityResources } from "../../../src/annotate/entities/find-entities.ts";
import type { AnalyzedUnit } from "../../../src/model/analysis.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { loadTokenizer } from "../../../src/tokenize/load-tokenizer.ts";
import { splitSentences } from "../../../src/tokenize/sentences/split-sentences.ts";

export const tokenizer = await loadTokenizer();
export const resources = loadEntityResources(dataReader());

/** An article and its comments. */
export function units(...texts: string[]): AnalyzedUnit[] {
  return texts.map((text, index) => {
    const tokens = tokenizer.tokenize(text);
    return { id: index === 0 ? "article" : `c${index}`, text, date: null, tokens, sentences: splitSentences(tokens) };
  });
}

/** The names of a text, each with its label. */
export const labelled = (text: string): string[] =>
  findEntities(units(text), resources).mentions.map((mention) => `${mention.text}/${mention.label}`);
