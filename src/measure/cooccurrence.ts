import { defineSchema } from "../tables/schema.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { npmi } from "./collocations.ts";
import { contentWords, type WordOptions } from "./content-words.ts";
import { layoutGraph } from "./graph-layout.ts";
import { logLikelihood } from "./log-likelihood.ts";
import { sentenceAround } from "./sentence-around.ts";

export interface CooccurrenceOptions extends WordOptions {
  /** How many words at most, those in the most sentences. Default 60. */
  readonly words?: number;
  /** How many links at most, the strongest. Default 120. */
  readonly links?: number;
  /** Fewest sentences that both words of a link stand in. Default 2. */
  readonly fewest?: number;
  readonly seed?: number;
}

/** Words that stand in the same sentences, and how they lie to one another. */
export interface Cooccurrence {
  /** A row a word: `word, count, x, y, community, unitKeys, spans, example`. */
  readonly nodes: Table<RowOf<typeof NODES.columns>>;
  /** A row a link: `first, second, count, npmi, logLikelihood, unitKeys, spans, example`. */
  readonly links: Table<RowOf<typeof LINKS.columns>>;
}

const unitKeys = {
  name: "unitKeys",
  type: "list",
  items: "string",
  nullable: false,
  meaning: "`discussion/unit`",
} as const;
const spans = {
  name: "spans",
  type: "list",
  items: "string",
  nullable: false,
  meaning: "`discussion/unit:start-end`",
} as const;

const example = {
  name: "example",
  type: "string",
  meaning: "the first such sentence; null where the tokens have no `text`",
} as const;

const NODES = defineSchema({
  name: "cooccurrenceWords",
  description: "A word of the network.",
  columns: [
    { name: "word", type: "string", nullable: false, meaning: "lemma" },
    { name: "count", type: "integer", nullable: false, unit: "sentences", meaning: "in which it stands" },
    { name: "x", type: "number", nullable: false, unit: "[0, 1]", meaning: "place" },
    { name: "y", type: "number", nullable: false, unit: "[0, 1]", meaning: "place" },
    { name: "community", type: "integer", nullable: false, meaning: "from 0, the largest first" },
    unitKeys,
    spans,
    example,
  ],
});

const LINKS = defineSchema({
  name: "cooccurrenceLinks",
  description: "Two words that stand in the same sentences.",
  columns: [
    { name: "first", type: "string", nullable: false, meaning: "lemma" },
    { name: "second", type: "string", nullable: false, meaning: "lemma" },
    { name: "count", type: "integer", nullable: false, unit: "sentences", meaning: "in which both stand" },
    { name: "npmi", type: "number", nullable: false, unit: "[-1, 1]", meaning: "Bouma 2009" },
    { name: "logLikelihood", type: "number", nullable: false, meaning: "G² (Dunning 1993)" },
    unitKeys,
    spans,
    example,
  ],
});

/**
 * Returns the network of words that stand in the same sentences more often than chance, with communities and a layout.
 *
 * @example
 * const { nodes, links } = cooccurrence(tokenTable(analysis), { words: 40 });
 */
export function cooccurrence(
  tokens: Table,
  { words = 60, links = 120, fewest = 2, seed = 1, ...options }: CooccurrenceOptions = {},
): Cooccurrence {
  const sentences = new Map<string, Map<string, Use>>();
  const places = new Map<string, { sentences: number; units: Set<string>; spans: string[]; row: number }>();
  for (const { lemma, unit, span, sentence, row } of contentWords(tokens, options)) {
    const key = `${unit} ${sentence}`;
    const inside = sentences.get(key) ?? new Map<string, Use>();
    sentences.set(key, inside);
    const place = places.get(lemma) ?? { sentences: 0, units: new Set(), spans: [], row };
    places.set(lemma, place);
    if (!inside.has(lemma)) place.sentences++;
    inside.set(lemma, inside.get(lemma) ?? { span, row });
    place.units.add(unit);
    place.spans.push(span);
  }
  const ranked = [...places].filter(([, place]) => place.sentences >= fewest);
  ranked.sort(([a, one], [b, two]) => two.sentences - one.sentences || (a < b ? -1 : 1));
  const chosen = ranked.slice(0, words).map(([lemma]) => lemma);
  const found = strongest(sentences, chosen, places, fewest).slice(0, links);
  // A word that is tied to nothing has no place in a network.
  const tied = new Set(found.flatMap(({ first, second }) => [first, second]));
  const nodes = chosen.filter((lemma) => tied.has(lemma));
  const index = new Map(nodes.map((lemma, i) => [lemma, i]));
  const placed = layoutGraph(
    nodes.length,
    found.map(({ first, second, npmi }) => ({
      from: index.get(first)!,
      to: index.get(second)!,
      weight: Math.max(0.05, npmi),
    })),
    { seed },
  );
  const sentenceOf = sentenceAround(tokens);
  const rows = nodes.map((word, i) => {
    const { sentences, units, spans, row } = places.get(word)!;
    return { word, count: sentences, ...placed[i]!, unitKeys: [...units], spans, example: sentenceOf(row) };
  });
  const shared = found.map(({ row, ...link }) => ({ ...link, example: sentenceOf(row) }));
  return { nodes: Table.from(NODES, rows), links: Table.from(LINKS, shared) };
}

/** One use of a word. */
interface Use {
  readonly span: string;
  /** Number of its row in the table of tokens. */
  readonly row: number;
}

function strongest(
  sentences: ReadonlyMap<string, ReadonlyMap<string, Use>>,
  chosen: readonly string[],
  places: ReadonlyMap<string, { readonly sentences: number }>,
  fewest: number,
) {
  const rank = new Map(chosen.map((lemma, i) => [lemma, i]));
  const pairs = new Map<number, { count: number; units: Set<string>; spans: string[]; row: number }>();
  for (const [key, inside] of sentences) {
    const unit = key.slice(0, key.lastIndexOf(" "));
    const known = [...inside].flatMap(([lemma, use]) => (rank.has(lemma) ? [{ place: rank.get(lemma)!, ...use }] : []));
    known.sort((a, b) => a.place - b.place);
    for (const [i, a] of known.entries()) {
      for (const b of known.slice(i + 1)) {
        const id = a.place * chosen.length + b.place;
        const pair = pairs.get(id) ?? { count: 0, units: new Set<string>(), spans: [], row: a.row };
        pairs.set(id, pair);
        pair.count++;
        pair.units.add(unit);
        pair.spans.push(a.span, b.span);
      }
    }
  }
  const total = sentences.size;
  return [...pairs]
    .filter(([, { count }]) => count >= fewest)
    .map(([id, { count, units, spans, row }]) => {
      const [first, second] = [chosen[Math.floor(id / chosen.length)]!, chosen[id % chosen.length]!];
      const [a, b] = [places.get(first)!.sentences, places.get(second)!.sentences];
      return {
        first,
        second,
        count,
        npmi: npmi(count, a, b, total),
        logLikelihood: logLikelihood(count, a - count, b - count, total - a - b + count),
        unitKeys: [...units],
        spans,
        row,
      };
    })
    .filter((link) => link.npmi > 0)
    .sort((a, b) => b.logLikelihood - a.logLikelihood || (a.first + a.second < b.first + b.second ? -1 : 1));
}
