import { defineSchema } from "../tables/schema.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";
import { contentWords, type Word, type WordOptions } from "./content-words.ts";
import { chanceOfLogLikelihood, logLikelihood } from "./log-likelihood.ts";
import { sentenceAround } from "./sentence-around.ts";

export interface KeynessOptions extends WordOptions {
  /** Fewest occurrences on both sides together. Default 3. */
  readonly fewest?: number;
}

/** The columns of the table that this makes. */
export const keynessSchema = defineSchema({
  name: "keyness",
  description: "A word's frequency in one text against another; positive effects are words of the first.",
  columns: [
    { name: "word", type: "string", nullable: false, meaning: "lemma" },
    { name: "count", type: "integer", nullable: false, unit: "occurrences", meaning: "in the first text" },
    { name: "otherCount", type: "integer", nullable: false, unit: "occurrences", meaning: "in the second" },
    { name: "perThousand", type: "number", nullable: false, unit: "per 1,000 content words", meaning: "in the first" },
    {
      name: "otherPerThousand",
      type: "number",
      nullable: false,
      unit: "per 1,000 content words",
      meaning: "in the second",
    },
    {
      name: "logLikelihood",
      type: "number",
      nullable: false,
      meaning: "how unlike chance the difference is (G², Dunning 1993)",
    },
    {
      name: "chance",
      type: "number",
      nullable: false,
      unit: "[0, 1]",
      meaning: "how often chance would give a G² so large (χ², one degree of freedom)",
    },
    {
      name: "adjusted",
      type: "number",
      nullable: false,
      unit: "[0, 1]",
      meaning: "`chance`, adjusted for all the words compared (Benjamini & Hochberg 1995)",
    },
    {
      name: "logRatio",
      type: "number",
      nullable: false,
      unit: "doublings",
      meaning: "how large the difference is (Hardie 2014), half an occurrence added to each side",
    },
    {
      name: "range",
      type: "integer",
      nullable: false,
      unit: "units",
      meaning: "units in which it stands, on its own side",
    },
    {
      name: "dispersion",
      type: "number",
      nullable: false,
      unit: "[0, 1]",
      meaning: "Gries's normalised DP on its own side: 0 evenly spread, 1 in one unit",
    },
    {
      name: "unitKeys",
      type: "list",
      items: "string",
      nullable: false,
      meaning: "`discussion/unit` that use it, both sides",
    },
    {
      name: "spans",
      type: "list",
      items: "string",
      nullable: false,
      meaning: "`discussion/unit:start-end` of its occurrences",
    },
    {
      name: "example",
      type: "string",
      meaning: "the first sentence that uses it, on its own side; null where the tokens have no `text`",
    },
  ],
});

/** A word and how much more one side uses it. */
export type KeynessRow = RowOf<typeof keynessSchema.columns>;

/**
 * Returns the words that one text uses more than another: log-likelihood, log ratio and dispersion, a row a word.
 *
 * Both are tables of tokens: comments against article, high- against low-voted comments ({@link splitByVotes}), one
 * discussion against another. G² follows Dunning (1993) on the full 2×2 table, the log ratio Hardie (2014), dispersion
 * Gries (2008) as normalised by Lijffijt & Gries (2012). `adjusted` is below .05 where the difference is more than chance gives
 * among so many words (Benjamini & Hochberg 1995); with nothing on one side nothing is. Sorted by G², the largest first.
 *
 * @example
 * const tokens = tokenTable(analysis);
 * keyness(tokens.filter((row) => row.unit !== "article"), tokens.filter((row) => row.unit === "article"));
 */
export function keyness(
  first: Table,
  second: Table,
  { fewest = 3, ...options }: KeynessOptions = {},
): Table<KeynessRow> {
  const [one, two] = [tally(contentWords(first, options)), tally(contentWords(second, options))];
  const [sentenceOfOne, sentenceOfTwo] = [sentenceAround(first), sentenceAround(second)];
  const rows = [...new Set([...one.words.keys(), ...two.words.keys()])].flatMap((word) => {
    const [a, b] = [one.words.get(word), two.words.get(word)];
    const [count, otherCount] = [a?.spans.length ?? 0, b?.spans.length ?? 0];
    if (count + otherCount < fewest) return [];
    const logRatio = Math.log2((count + 0.5) / (one.size + 0.5)) - Math.log2((otherCount + 0.5) / (two.size + 0.5));
    const [own, tallied, sentenceOf] = logRatio >= 0 ? [a, one, sentenceOfOne] : [b, two, sentenceOfTwo];
    const g2 = logLikelihood(count, one.size - count, otherCount, two.size - otherCount);
    return [
      {
        word,
        count,
        otherCount,
        perThousand: one.size === 0 ? 0 : (1000 * count) / one.size,
        otherPerThousand: two.size === 0 ? 0 : (1000 * otherCount) / two.size,
        logLikelihood: g2,
        chance: one.size === 0 || two.size === 0 ? 1 : chanceOfLogLikelihood(g2),
        logRatio,
        range: own?.units.size ?? 0,
        dispersion: own === undefined ? 1 : dispersion(own.units, tallied.units, tallied.size),
        unitKeys: [...new Set([...(a?.units.keys() ?? []), ...(b?.units.keys() ?? [])])],
        spans: [...(a?.spans ?? []), ...(b?.spans ?? [])],
        example: own === undefined ? null : sentenceOf(own.row),
      },
    ];
  });
  const adjusted = benjaminiHochberg(rows.map(({ chance }) => chance));
  return Table.from(
    keynessSchema,
    rows
      .map((row, i) => ({ ...row, adjusted: adjusted[i]! }))
      .sort((a, b) => b.logLikelihood - a.logLikelihood || (a.word < b.word ? -1 : 1)),
  );
}

/** The occurrences of one word. */
interface Counted {
  readonly spans: string[];
  readonly units: Map<string, number>;
  /** Number of the first one's row in the table of tokens. */
  readonly row: number;
}

interface Tally {
  readonly size: number;
  readonly units: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, Counted>;
}

function tally(words: readonly Word[]): Tally {
  const units = new Map<string, number>();
  const counted = new Map<string, Counted>();
  for (const { lemma, unit, span, row } of words) {
    units.set(unit, (units.get(unit) ?? 0) + 1);
    const entry = counted.get(lemma) ?? { spans: [], units: new Map<string, number>(), row };
    counted.set(lemma, entry);
    entry.spans.push(span);
    entry.units.set(unit, (entry.units.get(unit) ?? 0) + 1);
  }
  return { size: words.length, units, words: counted };
}

/** Half the sum of differences between a unit's share of the text and of the word, over its largest value. */
function dispersion(own: ReadonlyMap<string, number>, units: ReadonlyMap<string, number>, size: number): number {
  let count = 0;
  for (const times of own.values()) count += times;
  let [difference, seen, smallest] = [0, 0, 1];
  for (const words of units.values()) smallest = Math.min(smallest, words / size);
  for (const [unit, times] of own) {
    const expected = units.get(unit)! / size;
    difference += Math.abs(times / count - expected);
    seen += expected;
  }
  const deviation = (difference + (1 - seen)) / 2;
  return smallest >= 1 ? 0 : Math.min(1, Math.max(0, deviation / (1 - smallest)));
}
