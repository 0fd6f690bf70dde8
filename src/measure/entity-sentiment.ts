import { ARTICLE } from "../model/discussion.ts";
import { entityTable } from "../tables/entities.ts";
import { mentionTable } from "../tables/mentions.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { sentenceTable } from "../tables/sentences.ts";
import { sentimentTable } from "../tables/sentiment.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { meanInterval } from "./mean-interval.ts";

/** The columns of the table that this makes. */
export const entitySentimentSchema = defineSchema({
  name: "entitySentiment",
  description: "Somebody or something spoken of, across all discussions given, with the sentiment toward it.",
  columns: [
    { name: "name", type: "string", nullable: false, meaning: "canonical name" },
    { name: "label", type: "string", nullable: false, meaning: "OntoNotes label" },
    { name: "mentions", type: "integer", nullable: false, unit: "mentions", meaning: "how often it is spoken of" },
    { name: "sentiment", type: "number", unit: "[-1, 1]", meaning: "mean score toward it; null without evidence" },
    {
      name: "low",
      type: "number",
      unit: "[-1, 1]",
      meaning: "lower end of the 95 % bootstrap interval; null with one score",
    },
    { name: "high", type: "number", unit: "[-1, 1]", meaning: "upper end" },
    { name: "scores", type: "integer", nullable: false, unit: "passages", meaning: "passages with evidence toward it" },
    { name: "unitKeys", type: "list", items: "string", nullable: false, meaning: "`discussion/unit` that speak of it" },
    {
      name: "spans",
      type: "list",
      items: "string",
      nullable: false,
      meaning: "`discussion/unit:start-end` of its mentions",
    },
    {
      name: "example",
      type: "string",
      meaning: "the first sentence that speaks of it, a comment's where there is one",
    },
  ],
});

/** Who or what is spoken of, how often, and how. */
export type EntitySentiment = RowOf<typeof entitySentimentSchema.columns>;

const WHO = "how entities are seen";

/**
 * Returns the mentions of, and sentiment toward, each entity, most spoken of first; the same name in several
 * discussions is one.
 *
 * The interval is a seeded percentile bootstrap over the passages with evidence (Efron, 1979).
 *
 * With the sentences each row has an example to read; without them it is null.
 *
 * @example
 * entitySentiment(entityTable(a), mentionTable(a), sentimentTable(a), sentenceTable(a));
 */
export function entitySentiment(
  entities: Table,
  mentions: Table,
  sentiment: Table,
  sentences?: Table,
): Table<EntitySentiment> {
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
      group = { name, label, units: new Set(), spans: [], scores: [], example: null };
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
    group?.units.add(`${discussion}/${unit}`);
    group?.spans.push(`${discussion}/${unit}:${start}-${end}`);
    if (group !== undefined && (group.example === null || (group.example.unit === ARTICLE && unit !== ARTICLE)))
      group.example = { unit, key: `${discussion}/${unit}`, start };
  }
  const columns = ["discussion", "scope", "target", "score", "evidence"] as const;
  for (const { discussion, scope, target, score, evidence } of need(WHO, sentiment, sentimentTable.schema, columns)) {
    if (scope !== "target" || evidence.length === 0) continue;
    groupOf.get(`${discussion}/${target}`)?.scores.push(score);
  }
  const ranked = [...groups.values()].sort((a, b) => b.spans.length - a.spans.length);
  const sentenceAt = sentences === undefined ? () => null : sentenceFinder(sentences);
  return Table.from(
    entitySentimentSchema,
    ranked.map((group) => rowOf(group, sentenceAt)),
  );
}

interface Group {
  readonly name: string;
  readonly label: string;
  readonly units: Set<string>;
  readonly spans: string[];
  readonly scores: number[];
  /** The mention whose sentence is the example. */
  example: { readonly unit: string; readonly key: string; readonly start: number } | null;
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
  { name, label, units, spans, scores, example }: Group,
  sentenceAt: (key: string, start: number) => string | null,
) {
  const interval = scores.length < 2 ? null : meanInterval(scores);
  return {
    name,
    label,
    mentions: spans.length,
    sentiment: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    scores: scores.length,
    unitKeys: [...units],
    spans,
    example: example === null ? null : sentenceAt(example.key, example.start),
  };
}
