import { defineSchema } from "../tables/schema.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { contentWords, type Word, type WordOptions } from "./content-words.ts";
import { logLikelihood } from "./log-likelihood.ts";

export interface CollocationOptions extends WordOptions {
  /** Fewest times that the pair stands together. Default 2. */
  readonly fewest?: number;
}

const SCHEMA = defineSchema({
  name: "collocations",
  description: "Two content words that follow one another in a sentence, with nothing but function words between.",
  columns: [
    { name: "first", type: "string", nullable: false, meaning: "lemma" },
    { name: "second", type: "string", nullable: false, meaning: "lemma" },
    { name: "count", type: "integer", nullable: false, unit: "occurrences", meaning: "of the pair" },
    {
      name: "npmi",
      type: "number",
      nullable: false,
      unit: "[-1, 1]",
      meaning: "normalised pointwise mutual information (Bouma 2009): 1 never apart, 0 as by chance",
    },
    { name: "logLikelihood", type: "number", nullable: false, meaning: "G² (Dunning 1993)" },
    { name: "unitKeys", type: "list", items: "string", nullable: false, meaning: "`discussion/unit` that have it" },
    {
      name: "spans",
      type: "list",
      items: "string",
      nullable: false,
      meaning: "`discussion/unit:start-end` from the first word to the second",
    },
  ],
});

/** A pair of words and how they stand together. */
export type Collocation = RowOf<typeof SCHEMA.columns>;

/**
 * Returns the words that go together, by log-likelihood, the strongest first.
 *
 * @example
 * collocations(tokenTable(analysis)).row(0); // { first: "値上がり", second: "続く", npmi: 0.8, … }
 */
export function collocations(tokens: Table, { fewest = 2, ...options }: CollocationOptions = {}): Table<Collocation> {
  const words = contentWords(tokens, options);
  const pairs = new Map<string, { first: string; second: string; places: (readonly [Word, Word])[] }>();
  const [firsts, seconds] = [new Map<string, number>(), new Map<string, number>()];
  let total = 0;
  for (let i = 1; i < words.length; i++) {
    const [before, word] = [words[i - 1]!, words[i]!];
    if (before.unit !== word.unit || before.sentence !== word.sentence) continue;
    total++;
    firsts.set(before.lemma, (firsts.get(before.lemma) ?? 0) + 1);
    seconds.set(word.lemma, (seconds.get(word.lemma) ?? 0) + 1);
    const key = `${before.lemma}\t${word.lemma}`;
    const pair = pairs.get(key) ?? { first: before.lemma, second: word.lemma, places: [] };
    pair.places.push([before, word]);
    pairs.set(key, pair);
  }
  const rows = [...pairs.values()]
    .filter(({ places }) => places.length >= fewest)
    .map(({ first, second, places }) => {
      const count = places.length;
      const [a, b] = [firsts.get(first)!, seconds.get(second)!];
      return {
        first,
        second,
        count,
        npmi: npmi(count, a, b, total),
        logLikelihood: logLikelihood(count, a - count, b - count, total - a - b + count),
        unitKeys: [...new Set(places.map(([{ unit }]) => unit))],
        spans: places.map(
          ([from, to]) =>
            `${from.span.slice(0, from.span.lastIndexOf("-"))}-${to.span.slice(to.span.lastIndexOf("-") + 1)}`,
        ),
      };
    });
  return Table.from(
    SCHEMA,
    rows.sort((a, b) => b.logLikelihood - a.logLikelihood || (a.first + a.second < b.first + b.second ? -1 : 1)),
  );
}

/**
 * Returns the normalised pointwise mutual information (Bouma 2009): `ln(p(xy) / p(x) p(y)) / −ln p(xy)`.
 *
 * @example
 * npmi(2, 2, 2, 4); // 1: never apart
 */
export function npmi(both: number, first: number, second: number, total: number): number {
  if (both === 0) return -1;
  if (both === total) return 1;
  return Math.log((both * total) / (first * second)) / -Math.log(both / total);
}
