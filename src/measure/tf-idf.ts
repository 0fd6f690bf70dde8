import TfIdf from "natural/lib/natural/tfidf/tfidf.js";
import { defineSchema } from "../tables/schema.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { contentWords, type WordOptions } from "./content-words.ts";

export interface TfIdfOptions extends WordOptions {
  /** How many words a unit at most, the weightiest. Default 5. */
  readonly top?: number;
}

const SCHEMA = defineSchema({
  name: "tfIdf",
  description: "A word that sets a unit apart from the others.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "unit", type: "string", nullable: false, meaning: "the article or a comment" },
    { name: "rank", type: "integer", nullable: false, meaning: "from 1" },
    { name: "word", type: "string", nullable: false, meaning: "lemma" },
    { name: "tf", type: "integer", nullable: false, unit: "occurrences", meaning: "in the unit" },
    {
      name: "idf",
      type: "number",
      nullable: false,
      meaning: "`1 + ln(units / (1 + units with the word))`, natural's form",
    },
    { name: "tfidf", type: "number", nullable: false, meaning: "their product" },
  ],
});

/** A word of a unit and its weight there. */
export type TfIdfRow = RowOf<typeof SCHEMA.columns>;

/**
 * Returns the content words of each unit, weighed by tf-idf, with the implementation of the `natural` library.
 *
 * @example
 * tfIdf(tokenTable(analysis), { top: 3 }).filter((row) => row.unit === "c1");
 */
export function tfIdf(tokens: Table, { top = 5, ...options }: TfIdfOptions = {}): Table<TfIdfRow> {
  const units = new Map<string, string[]>();
  for (const { lemma, unit } of contentWords(tokens, options)) {
    const words = units.get(unit) ?? [];
    if (words.length === 0) units.set(unit, words);
    // natural keeps words as keys of a plain object: a prefix keeps `__proto__` and its own `__key` out of it.
    words.push(`=${lemma}`);
  }
  const model = new TfIdf();
  for (const [unit, words] of units) model.addDocument(words, unit);
  return Table.from(
    SCHEMA,
    [...units.keys()].flatMap((key, document) => {
      const [discussion, unit] = [key.slice(0, key.lastIndexOf("/")), key.slice(key.lastIndexOf("/") + 1)];
      const terms = model.listTerms(document).sort((a, b) => b.tfidf - a.tfidf || (a.term < b.term ? -1 : 1));
      return terms
        .slice(0, top)
        .map(({ term, tf, idf, tfidf }, i) => ({ discussion, unit, rank: i + 1, word: term.slice(1), tf, idf, tfidf }));
    }),
  );
}
