import { LAYERS, type Layer } from "../analyze.ts";

/** What the rows of a table are made of beside the discussion, its tokens and its sentences; of a table that is not named here, of all. */
const OF: Readonly<Record<string, readonly Layer[]>> = {
  comments: ["sentiment"],
  tokens: [],
  sentences: ["sentiment"],
  entities: ["entities", "sentiment"],
  mentions: ["entities"],
  citations: ["citations"],
  quotations: ["quotations"],
  references: ["references"],
  sentiment: ["sentiment"],
  authors: ["sentiment"],
  reactions: [],
  dates: ["dates"],
  stances: ["stance"],
  sides: ["sides"],
  considerations: ["considerations"],
  attributes: [],
  copies: [],
  codes: [],
};

/**
 * Returns the layers of which tables of these names are made, for `analyze` to leave out the others.
 *
 * @example
 * layersOf(["comments"]); // ["sentiment"]
 */
export function layersOf(tables: readonly string[]): readonly Layer[] {
  const wanted = new Set(tables.flatMap((name) => OF[name] ?? LAYERS));
  return LAYERS.filter((layer) => wanted.has(layer));
}
