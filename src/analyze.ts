import { findCitations } from "./annotate/citations/find-citations.ts";
import { findDates } from "./annotate/dates/find-dates.ts";
import { findEntities } from "./annotate/entities/find-entities.ts";
import { findQuotations } from "./annotate/quotations/find-quotations.ts";
import { findReferences } from "./annotate/references/find-references.ts";
import { scoreSentiment } from "./annotate/sentiment/score-sentiment.ts";
import { findStances } from "./annotate/stance/find-stances.ts";
import type { Analysis, AnalyzedUnit } from "./model/analysis.ts";
import { ARTICLE, type DateValue, type Discussion } from "./model/discussion.ts";
import { checkOptions, YoronError } from "./model/error.ts";
import { deepFreeze } from "./model/freeze.ts";
import type { ReadOptions } from "./read/format.ts";
import { readFile } from "./read/read.ts";
import { loadResources, type ResourceOptions, type Resources } from "./resources.ts";
import { splitSentences } from "./tokenize/sentences/split-sentences.ts";

/** The layers that `analyze` can compute beside tokens and sentences. */
export const LAYERS = ["entities", "dates", "citations", "quotations", "references", "sentiment", "stance"] as const;
export type Layer = (typeof LAYERS)[number];

export interface AnalyzeOptions {
  /** Phrases toward which sentiment is scored, beside the entities found. */
  readonly targets?: readonly string[];
  /** Layers to compute, all by default; a layer that is left out is empty. */
  readonly layers?: readonly Layer[];
}

/**
 * Returns all layers of a discussion: the one place where the whole is seen.
 *
 * Synchronous and pure; the result is frozen.
 *
 * @example
 * const analysis = analyze(await readFile("page.html"), await loadResources());
 * analysis.entities[0]?.name; // "カザフスタン"
 */
export function analyze(discussion: Discussion, resources: Resources, options: AnalyzeOptions = {}): Analysis {
  checkOptions(options, ["targets", "layers"], "analyze");
  const { targets = [], layers = LAYERS } = options;
  const unknown = layers.find((layer) => !LAYERS.includes(layer));
  if (unknown !== undefined) {
    throw new YoronError({
      code: "unknown-name",
      what: "there is no layer",
      value: unknown,
      next: `known layers: ${LAYERS.join(", ")}`,
    });
  }
  const wants = (...any: Layer[]) => any.some((layer) => layers.includes(layer));

  const units = tokenizeUnits(discussion, resources);
  const { published } = discussion.article;
  const none = { entities: [], mentions: [] };
  const named = wants("entities", "quotations", "sentiment") ? findEntities(units, resources.entities) : none;
  const quotations = wants("quotations", "sentiment")
    ? findQuotations(units, named.mentions, resources.quotations)
    : [];
  const references = wants("references", "stance") ? findReferences(discussion, units) : [];
  const analysis: Analysis = {
    discussion,
    units,
    entities: wants("entities", "sentiment") ? named.entities : [],
    mentions: wants("entities", "sentiment") ? named.mentions : [],
    dates: wants("dates") ? findDates(units, { published }, resources.entities.dates) : [],
    citations: wants("citations") ? findCitations(discussion, units, resources.citations) : [],
    quotations: wants("quotations") ? quotations : [],
    references: wants("references") ? references : [],
    sentiments: wants("sentiment") ? scoreSentiment(units, { ...named, quotations, targets }, resources.sentiment) : [],
    stances: wants("stance") ? findStances(discussion, units, references, resources.stance) : [],
  };
  return deepFreeze(analysis);
}

/**
 * Returns the analysis of a saved page that holds one discussion.
 *
 * @example
 * const analysis = await analyzeFile("page.html");
 * commentTable(analysis).column("author");
 */
export async function analyzeFile(
  path: string,
  { resources, ...options }: ReadOptions & ResourceOptions & AnalyzeOptions & { resources?: Resources } = {},
): Promise<Analysis> {
  const { targets, layers, userDictionary, lexicons, gazetteers, tuned, tokenizer, data, ...reading } = options;
  const loaded =
    resources ?? (await loadResources(given({ userDictionary, lexicons, gazetteers, tuned, tokenizer, data })));
  return analyze(await readFile(path, reading), loaded, given({ targets, layers }));
}

/** Returns the options without those that were not given, so that an absent option is absent. */
function given<T extends object>(options: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

/** Returns the article and each comment, cut into tokens and sentences. */
export function tokenizeUnits(
  { article, comments }: Discussion,
  { tokenizer }: Pick<Resources, "tokenizer">,
): AnalyzedUnit[] {
  const unit = (id: string, text: string, date: DateValue | null): AnalyzedUnit => {
    const tokens = tokenizer.tokenize(text);
    return { id, text, date, tokens, sentences: splitSentences(tokens) };
  };
  return [
    unit(ARTICLE, article.text, article.published),
    ...comments.map(({ id, text, posted }) => unit(id, text, posted)),
  ];
}
