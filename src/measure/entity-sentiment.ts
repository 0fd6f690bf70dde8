import { ARTICLE } from "../model/discussion.ts";
import { citationTable } from "../tables/citations.ts";
import { entityTable } from "../tables/entities.ts";
import { mentionTable } from "../tables/mentions.ts";
import { need } from "../tables/need.ts";
import { quotationTable } from "../tables/quotations.ts";
import { defineSchema } from "../tables/schema.ts";
import { sentenceTable } from "../tables/sentences.ts";
import { sentimentTable } from "../tables/sentiment.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { meanInterval } from "./mean-interval.ts";
import { LINE_ROLES } from "./source-lines.ts";
import { type Places, placesIn } from "./span-places.ts";

/** The columns of the table that this makes. */
export const entitySentimentSchema = defineSchema({
  name: "entitySentiment",
  description:
    "Somebody or something that comments speak of, across all discussions given, with the sentiment toward it.",
  columns: [
    { name: "name", type: "string", nullable: false, meaning: "canonical name" },
    { name: "label", type: "string", nullable: false, meaning: "OntoNotes label" },
    { name: "mentions", type: "integer", nullable: false, unit: "mentions", meaning: "how often comments speak of it" },
    {
      name: "articleMentions",
      type: "integer",
      nullable: false,
      unit: "mentions",
      meaning: "how often the articles speak of it",
    },
    {
      name: "sentiment",
      type: "number",
      unit: "[-1, 1]",
      meaning: "comments' mean score toward it; null without evidence",
    },
    {
      name: "low",
      type: "number",
      unit: "[-1, 1]",
      meaning: "lower end of the 95 % bootstrap interval; null with one score",
    },
    { name: "high", type: "number", unit: "[-1, 1]", meaning: "upper end" },
    { name: "scores", type: "integer", nullable: false, unit: "passages", meaning: "passages with evidence toward it" },
    {
      name: "unitKeys",
      type: "list",
      items: "string",
      nullable: false,
      meaning: "`discussion/unit` of the comments that speak of it",
    },
    {
      name: "spans",
      type: "list",
      items: "string",
      nullable: false,
      meaning: "`discussion/unit:start-end` of its mentions in comments",
    },
    {
      name: "example",
      type: "string",
      meaning: "the first sentence of a comment that speaks of it",
    },
  ],
});

/** Tables that tell what is nobody's speaking of it. */
export interface EntitySentimentOptions {
  /** Names in sources, credits of pictures and related titles are not counted: 参考:…, 出典:… */
  readonly citations?: Table;
  /** Somebody's own words are no feeling toward them. */
  readonly quotations?: Table;
}

/** Who or what is spoken of, how often, and how. */
export type EntitySentiment = RowOf<typeof entitySentimentSchema.columns>;

const WHO = "how entities are seen";

/**
 * Returns how often comments mention each entity and how they sound toward it, most spoken of first; the same name in
 * several discussions is one.
 *
 * What the article says is counted beside, and takes no part in the rest. The interval is a seeded percentile bootstrap over the passages with evidence (Efron, 1979).
 *
 * With the sentences each row has an example to read; without them it is null.
 *
 * @example
 * entitySentiment(entityTable(a), mentionTable(a), sentimentTable(a), sentenceTable(a), { citations: citationTable(a) });
 */
export function entitySentiment(
  entities: Table,
  mentions: Table,
  sentiment: Table,
  sentences?: Table,
  { citations, quotations }: EntitySentimentOptions = {},
): Table<EntitySentiment> {
  const isSource = citations === undefined ? nowhere : sourcesIn(citations);
  const isOwnWord = quotations === undefined ? nowhere : ownWordsIn(quotations);
  const groups = new Map<string, Group>();
  const groupOf = new Map<string, Group>();
  for (const { discussion, id, name, label } of need(WHO, entities, entityTable.schema, [
    "discussion",
    "id",
    "name",
    "label",
  ])) {
    const key = `${label}\t${name}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { name, label, units: new Set(), spans: [], inArticle: 0, scores: [], example: null };
      groups.set(key, group);
    }
    groupOf.set(`${discussion}/${id}`, group);
  }
  for (const { discussion, entity, unit, start, end } of need(WHO, mentions, mentionTable.schema, [
    "discussion",
    "entity",
    "unit",
    "start",
    "end",
  ])) {
    const group = groupOf.get(`${discussion}/${entity}`);
    const key = `${discussion}/${unit}`;
    if (group === undefined || isSource(key, start, end)) continue;
    if (unit === ARTICLE) {
      group.inArticle++;
      continue;
    }
    group.units.add(key);
    group.spans.push(`${key}:${start}-${end}`);
    group.example ??= { key, start };
  }
  const columns = ["discussion", "unit", "scope", "target", "score", "evidence"] as const;
  for (const row of need(WHO, sentiment, sentimentTable.schema, columns)) {
    const { discussion, unit, scope, target, score, evidence } = row;
    if (scope !== "target" || evidence.length === 0 || unit === ARTICLE) continue;
    // What is felt is where its evidence stands: a passage may reach beyond a quotation.
    const key = `${discussion}/${unit}`;
    const elsewhere = evidence.some(
      ({ start, end }) => !isSource(key, start, end) && !isOwnWord(`${key} ${target}`, start, end),
    );
    if (elsewhere) groupOf.get(`${discussion}/${target}`)?.scores.push(score);
  }
  const ranked = [...groups.values()].sort((a, b) => b.spans.length - a.spans.length || b.inArticle - a.inArticle);
  const sentenceAt = sentences === undefined ? () => null : sentenceFinder(sentences);
  return Table.from(
    entitySentimentSchema,
    ranked.map((group) => rowOf(group, sentenceAt)),
  );
}

const nowhere: Places = () => false;

/** Places of sources that stand on a line of their own. */
function sourcesIn(citations: Table): Places {
  const columns = ["discussion", "unit", "start", "end", "role"] as const;
  const rows = [...need(WHO, citations, citationTable.schema, columns)].filter(({ role }) => LINE_ROLES.has(role));
  return placesIn(rows.map(({ discussion, unit, start, end }) => ({ key: `${discussion}/${unit}`, start, end })));
}

/** Places of words that somebody said, under the unit and who said them. */
function ownWordsIn(quotations: Table): Places {
  const columns = ["discussion", "unit", "start", "end", "entity"] as const;
  const rows = [...need(WHO, quotations, quotationTable.schema, columns)].filter(({ entity }) => entity !== null);
  return placesIn(
    rows.map(({ discussion, unit, start, end, entity }) => ({ key: `${discussion}/${unit} ${entity}`, start, end })),
  );
}

interface Group {
  readonly name: string;
  readonly label: string;
  readonly units: Set<string>;
  readonly spans: string[];
  inArticle: number;
  readonly scores: number[];
  /** The mention whose sentence is the example. */
  example: { readonly key: string; readonly start: number } | null;
}

/** Returns what finds the sentence in which a place of a unit lies. */
function sentenceFinder(sentences: Table): (key: string, start: number) => string | null {
  const byUnit = new Map<string, { start: number; end: number; text: string | null }[]>();
  const columns = ["discussion", "unit", "start", "end", "text"] as const;
  for (const { discussion, unit, start, end, text } of need(WHO, sentences, sentenceTable.schema, columns)) {
    const key = `${discussion}/${unit}`;
    const rows = byUnit.get(key) ?? [];
    byUnit.set(key, rows);
    rows.push({ start, end, text });
  }
  return (key, at) => byUnit.get(key)?.find(({ start, end }) => start <= at && at < end)?.text ?? null;
}

function rowOf(
  { name, label, units, spans, inArticle, scores, example }: Group,
  sentenceAt: (key: string, start: number) => string | null,
) {
  const interval = scores.length < 2 ? null : meanInterval(scores);
  return {
    name,
    label,
    mentions: spans.length,
    articleMentions: inArticle,
    sentiment: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    scores: scores.length,
    unitKeys: [...units],
    spans,
    example: example === null ? null : sentenceAt(example.key, example.start),
  };
}
