import type { Layer } from "../analyze.ts";
import { attributeTable } from "./attributes.ts";
import { citationTable } from "./citations.ts";
import { claimTable } from "./claims.ts";
import { commentTable } from "./comments.ts";
import { considerationTable } from "./considerations.ts";
import { dateTable } from "./dates.ts";
import { discussionTable } from "./discussions.ts";
import { entityTable } from "./entities.ts";
import { mentionTable } from "./mentions.ts";
import type { Projection } from "./projection.ts";
import { quotationTable } from "./quotations.ts";
import { reactionTable } from "./reactions.ts";
import { referenceTable } from "./references.ts";
import type { TableSchema } from "./schema.ts";
import { sentenceTable } from "./sentences.ts";
import { sentimentTable } from "./sentiment.ts";
import { sideTable } from "./sides.ts";
import { stanceTable } from "./stances.ts";
import { tokenTable } from "./tokens.ts";

/** What a corpus can hold beside the source's own rows: the layers, and the words and sentences themselves. */
export type CorpusLayer = Layer | "tokens" | "sentences";

/** A table of a corpus, and the layer of which it is made; null: of what the source says. */
export interface CorpusTable {
  readonly schema: TableSchema;
  readonly project: Projection;
  readonly layer: CorpusLayer | null;
}

const table = (project: unknown, layer: CorpusLayer | null): CorpusTable => {
  // A table of one kind of rows is written as one of any.
  const any = project as Projection;
  return { schema: any.schema, project: any, layer };
};

/**
 * The tables of a corpus, in their order. Those that are sums over a thread (`authors`) are none of them: SQL makes them of
 * `comments`, and so they are right for a thread that was analysed in pieces, too.
 */
export const corpusTables: readonly CorpusTable[] = Object.freeze([
  table(discussionTable, null),
  table(commentTable, null),
  table(reactionTable, null),
  table(attributeTable, null),
  table(tokenTable, "tokens"),
  table(sentenceTable, "sentences"),
  table(entityTable, "entities"),
  table(mentionTable, "entities"),
  table(dateTable, "dates"),
  table(citationTable, "citations"),
  table(quotationTable, "quotations"),
  table(referenceTable, "references"),
  table(sentimentTable, "sentiment"),
  table(stanceTable, "stance"),
  table(claimTable, "claims"),
  table(considerationTable, "considerations"),
  table(sideTable, "sides"),
]);

/** Returns the tables that a corpus of these layers has. */
export function corpusTablesOf(layers: readonly CorpusLayer[]): readonly CorpusTable[] {
  return corpusTables.filter(({ layer }) => layer === null || layers.includes(layer));
}
