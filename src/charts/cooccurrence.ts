import type { StopWords } from "../measure/content-words.ts";
import { type CooccurrenceOptions, cooccurrence } from "../measure/cooccurrence.ts";
import { withoutSourceLines } from "../measure/source-lines.ts";
import { ARTICLE } from "../model/discussion.ts";
import { pick } from "../tables/schema.ts";
import { tokenTable } from "../tables/tokens.ts";
import type { ChartOptions } from "./chart.ts";
import { CATEGORY, COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { networkHeight, networkLayers, withNameRoom } from "./network.ts";
import { firstWords, round } from "./rows.ts";

export interface CooccurrenceChartOptions extends ChartOptions, CooccurrenceOptions {}

/** Communities that have a name and a colour of their own. */
const MOST_GROUPS = CATEGORY.length;

const TEXT = {
  ja: {
    title: "コメントの中で一緒に使われる言葉",
    subtitle: (words: number, links: number) =>
      `同じ文に偶然より多く並ぶ語を結んだ（${words}語、${links}本）。円の大きさは出てくる文の数、色は語のまとまり（Louvain法、名はその中で多い語）`,
    word: "語",
    example: "例",
    found: (words: number, groups: number, largest: string) =>
      groups < 2 ? `${words}語が一つのまとまりになる` : `${words}語が${groups}のまとまりに分かれ、最大は「${largest}」`,
    other: "その他",
    group: (names: readonly string[]) => names.join("・"),
    pair: "語の組",
    count: "文の数",
    npmi: "結びつき（NPMI）",
  },
  en: {
    title: "Words that go together in the comments",
    subtitle: (words: number, links: number) =>
      `Words that share sentences more often than chance (${words} words, ${links} links); size shows sentences, colour communities (Louvain), named by their commonest words`,
    word: "word",
    example: "example",
    found: (words: number, groups: number, _: string) =>
      `${words} words that go together, in ${groups} ${groups === 1 ? "community" : "communities"}`,
    other: "other",
    group: (names: readonly string[]) => names.join(", "),
    pair: "pair",
    count: "sentences",
    npmi: "association (NPMI)",
  },
};

/**
 * The chart of the network of content words that stand in the same sentences of the comments, with its communities.
 *
 * @example
 * cooccurrenceChart(tokenTable(analysis), { words: 40 });
 */
export const cooccurrenceChart: DefinedChart<CooccurrenceChartOptions> = defineChart({
  name: "network",
  description: "Words that share sentences, with communities.",
  tables: ["tokens", "citations"],
  from: (named) => withoutSourceLines(named("tokens"), named("citations")),
  needs: pick(tokenTable.schema, ["discussion", "unit", "start", "end", "sentence", "lemma", "pos"]),
  optional: pick(tokenTable.schema, ["text"]),
  words: TEXT,
  recount: {},
  options: { words: 60, links: 120, fewest: 2, seed: 1, stopWords: undefined as StopWords | undefined },
  draw(tokens, { words }, { stopWords, ...measured }) {
    const { nodes, links } = cooccurrence(
      tokens.filter((row) => row.unit !== ARTICLE),
      { ...measured, ...(stopWords === undefined ? {} : { stopWords }) },
    );
    const places = new Map([...nodes].map((row) => [row.word, row]));
    const groups = [...new Set([...nodes].map(({ community }) => community))].sort((a, b) => a - b);
    const named = groups.slice(0, MOST_GROUPS).map((community) => {
      const own = [...nodes].filter((row) => row.community === community).sort((a, b) => b.count - a.count);
      return words.group(own.slice(0, 2).map(({ word }) => firstWords(word, 8)));
    });
    const rows = [
      ...[...links].map((row) => {
        const [from, to] = [places.get(row.first)!, places.get(row.second)!];
        return {
          kind: "link",
          name: `${firstWords(row.first, 12)} – ${firstWords(row.second, 12)}`,
          x: round(from.x),
          y: round(from.y),
          x2: round(to.x),
          y2: round(to.y),
          size: row.count,
          weight: row.count,
          npmi: round(row.npmi, 2),
          words: row.example,
          units: row.unitKeys,
          spans: row.spans,
        };
      }),
      ...[...nodes].map((row) => ({
        kind: "node",
        name: firstWords(row.word, 12),
        x: round(row.x),
        y: round(row.y),
        size: row.count,
        group: named[groups.indexOf(row.community)] ?? words.other,
        words: row.example,
        units: row.unitKeys,
        spans: row.spans,
      })),
    ];
    if (rows.length === 0) return null;
    const domain = [...named, ...(groups.length > MOST_GROUPS ? [words.other] : [])];
    const range = [...CATEGORY.slice(0, named.length), COLORS.quiet].slice(0, domain.length);
    return {
      title: words.found(nodes.length, groups.length, named[0] ?? ""),
      subtitle: words.subtitle(nodes.length, links.length),
      rows: withNameRoom(rows, networkHeight(nodes.length)),
      height: networkHeight(nodes.length),
      layer: networkLayers(
        rows,
        {
          link: [
            { field: "name", title: words.pair },
            { field: "size", title: words.count },
            { field: "npmi", title: words.npmi, format: ".2f" },
            { field: "words", title: words.example },
          ],
          node: [
            { field: "name", title: words.word },
            { field: "size", title: words.count },
            { field: "words", title: words.example },
          ],
        },
        {
          node: {
            field: "group",
            type: "nominal",
            scale: { domain, range },
            legend: { title: null, symbolOpacity: 1 },
          },
        },
      ),
    };
  },
});
