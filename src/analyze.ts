import { findCitations } from "./annotate/citations/find-citations.ts";
import { findClaims } from "./annotate/claims/find-claims.ts";
import { findConsiderations } from "./annotate/considerations/find-considerations.ts";
import { findDates } from "./annotate/dates/find-dates.ts";
import { findEntities } from "./annotate/entities/find-entities.ts";
import type { PredictedNames } from "./annotate/entities/own-model/own-model.ts";
import { findQuotations } from "./annotate/quotations/find-quotations.ts";
import { findReferences } from "./annotate/references/find-references.ts";
import { scoreSentiment } from "./annotate/sentiment/score-sentiment.ts";
import { checkPropositions } from "./annotate/sides/check-propositions.ts";
import { cutPropositions } from "./annotate/sides/cut-propositions.ts";
import { findSides } from "./annotate/sides/find-sides.ts";
import { findStances } from "./annotate/stance/find-stances.ts";
import { asWritten, withFoldedLinks } from "./as-written.ts";
import type { Analysis, AnalyzedUnit } from "./model/analysis.ts";
import { ARTICLE, type Discussion } from "./model/discussion.ts";
import { checkOptions, YoronError } from "./model/error.ts";
import { deepFreeze } from "./model/freeze.ts";
import { alone } from "./model/in-step.ts";
import { keptWith } from "./model/kept-with.ts";
import type { ReadOptions } from "./read/format.ts";
import { readFile } from "./read/read.ts";
import { loadResources, type ResourceOptions, type Resources } from "./resources.ts";
import { readUnit, type UnitReading } from "./tokenize/reading/read-unit.ts";

/** The layers that `analyze` can compute beside tokens and sentences. */
export const LAYERS = [
  "entities",
  "dates",
  "citations",
  "quotations",
  "references",
  "sentiment",
  "stance",
  "claims",
  "considerations",
  "sides",
] as const;
export type Layer = (typeof LAYERS)[number];

export interface AnalyzeOptions {
  /** Phrases toward which sentiment is scored, beside the entities found. */
  readonly targets?: readonly string[];
  /** What is proposed, toward which the side of each comment is told: 「休日の部活動を地域クラブに移すこと」. */
  readonly propositions?: readonly string[];
  /** Layers to compute, all by default; a layer that is left out is empty. */
  readonly layers?: readonly Layer[];
  /** Names that a model of the user's own found: what {@link predictNames} gives; needed where the resources hold one. */
  readonly names?: PredictedNames | null;
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
  const asked = { ...checked(options, resources), speakers: discussion.comments, towardMentions: true };
  return deepFreeze(alone(composing(discussion, resources, asked)));
}

/**
 * Returns the making of the layers of a text that is a line by itself, a stage at a time: an article without comments, whose
 * sides are told as those of a comment. Not frozen: who asks prints it at once.
 */
export function analyzingLine(
  discussion: Discussion,
  resources: Resources,
  { targets, propositions, layers }: LineOptions,
): Generator<void, Analysis> {
  checkModel(resources, null);
  const wanted = setOf(layers);
  const asked = { targets, propositions: toward(propositions, wanted, resources), wanted, names: null };
  // A line tells the tone toward phrases that it names, and toward nothing else.
  return composing(discussion, resources, { ...asked, speakers: THE_LINE, towardMentions: targets.length > 0 });
}

/** What is asked of a line, checked when it was read. */
type LineOptions = Required<Pick<AnalyzeOptions, "targets" | "propositions" | "layers">>;

const THE_LINE = [{ id: ARTICLE }];
/** The layers of a list that many lines share. */
const setOf = keptWith((layers: readonly Layer[]): ReadonlySet<Layer> => new Set(layers));

/** What is asked, with the units whose sides are told, and whether the tone toward whatever is mentioned is. */
interface Asked extends ReturnType<typeof checked> {
  readonly speakers: readonly { readonly id: string }[];
  readonly towardMentions: boolean;
}

/** Returns the layers of a discussion, not frozen; yields where a stage ends. */
function* composing(
  discussion: Discussion,
  resources: Resources,
  { targets, propositions, wanted, names, speakers, towardMentions }: Asked,
): Generator<void, Analysis> {
  const { readings, read, linked, isPlain } = readWhole(discussion, resources);
  const readDiscussion = isPlain ? discussion : withFoldedLinks(discussion, readings);
  yield;
  // Sentiment takes of quotations where they stand, and of names those toward which it is told.
  const needsNames = wanted.has("entities") || wanted.has("quotations") || (towardMentions && wanted.has("sentiment"));
  const named = needsNames ? findEntities(read, resources.entities, names ?? undefined) : NOTHING_NAMED;
  yield;
  const quotations = when(wanted.has("quotations") || wanted.has("sentiment"), () =>
    findQuotations(read, named.mentions, resources.quotations),
  );
  yield;
  const references = when(wanted.has("references") || wanted.has("stance") || wanted.has("sides"), () =>
    findReferences(readDiscussion, linked),
  );
  const stances = when(wanted.has("stance") || wanted.has("sides"), () =>
    findStances(readDiscussion, read, references, resources.stance),
  );
  yield;
  const claims = when(wanted.has("claims") || wanted.has("considerations"), () => findClaims(read, resources.claims));
  const considerations = when(wanted.has("considerations"), () =>
    findConsiderations(read, claims, resources.considerations),
  );
  yield;
  const dates = when(wanted.has("dates"), () =>
    findDates(read, { published: discussion.article.published }, resources.entities.dates),
  );
  const citations = when(wanted.has("citations"), () => findCitations(readDiscussion, linked, resources.citations));
  yield;
  const toneOf = { ...named, mentions: towardMentions ? named.mentions : [], quotations, targets };
  const sentiments = when(wanted.has("sentiment"), () => scoreSentiment(read, toneOf, resources.sentiment));
  yield;
  const sides = when(wanted.has("sides"), () => findSides(speakers, read, { propositions, stances }, resources.sides));
  const { entities, mentions } = wanted.has("entities") || wanted.has("sentiment") ? named : NOTHING_NAMED;
  const asked = <Row>(layer: Layer, rows: readonly Row[]) => (wanted.has(layer) ? rows : []);
  // In this order they are printed.
  const found = {
    ...{ entities, mentions, dates, citations, quotations: asked("quotations", quotations) },
    ...{ references: asked("references", references), sentiments, stances: asked("stance", stances) },
    ...{ claims: asked("claims", claims), considerations, sides },
  };
  const layers = isPlain ? found : asWritten(found, readings);
  return { discussion, units: readings.map(({ written }) => written), ...layers };
}

const NOTHING_NAMED: ReturnType<typeof findEntities> = Object.freeze({ entities: [], mentions: [] });

/** Returns the units of a discussion as annotators read them, and whether that is how they are written. */
function readWhole(discussion: Discussion, resources: Resources) {
  const readings = readUnits(discussion, resources);
  return {
    readings,
    read: readings.map((reading) => reading.read),
    linked: readings.map((reading) => reading.linked),
    isPlain: readings.every(({ read, linked, written }) => read === written && linked === written),
  };
}

/** Returns rows where they are wanted, else none. */
const when = <Row>(wanted: boolean, find: () => readonly Row[]): readonly Row[] => (wanted ? find() : []);

/** Returns the options with what was not given filled in; throws where one is none. */
function checked(options: AnalyzeOptions, resources: Resources) {
  checkOptions(options, ["targets", "propositions", "layers", "names"], "analyze");
  const { targets = [], propositions = [], layers = LAYERS, names = null } = options;
  checkModel(resources, names);
  const unknown = layers.find((layer) => !LAYERS.includes(layer));
  if (unknown !== undefined) {
    throw new YoronError({
      code: "unknown-name",
      what: "there is no layer",
      value: unknown,
      next: `known layers: ${LAYERS.join(", ")}`,
    });
  }
  const wanted: ReadonlySet<Layer> = new Set(layers);
  return { targets, propositions: toward(checkPropositions(propositions), wanted, resources), wanted, names };
}

/** Returns the propositions toward which sides are told, cut into tokens. */
function toward(propositions: readonly string[], wanted: ReadonlySet<Layer>, { tokenizer }: Resources) {
  return wanted.has("sides") ? cutPropositions(propositions, tokenizer) : [];
}

/** Throws where names wait for a model that nobody has asked. */
function checkModel({ entityModel }: Resources, names: PredictedNames | null): void {
  if (entityModel === null || names !== null) return;
  throw new YoronError({
    code: "bad-value",
    what: "analyze cannot wait for an entity model",
    next: "give it { names: await predictNames(discussion, resources) }, or call analyzeFile",
  });
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
  const { targets, propositions, layers, names, ...rest } = options;
  const { userDictionary, lexicons, gazetteers, entities, tuned, tokenizer, data, ...reading } = rest;
  const own = { userDictionary, lexicons, gazetteers, entities, tuned, tokenizer, data };
  const loaded = resources ?? (await loadResources(given(own)));
  const discussion = await readFile(path, reading);
  const predicted = names ?? (await predictNames(discussion, loaded));
  return analyze(discussion, loaded, { ...given({ targets, propositions, layers }), names: predicted });
}

/**
 * Returns the names that the entity model of the resources finds in a discussion, for {@link analyze}, which is
 * synchronous as no runtime of such models is; null if the resources hold none.
 *
 * @example
 * const discussion = readPage(bytes);
 * analyze(discussion, resources, { names: await predictNames(discussion, resources) });
 */
export async function predictNames(discussion: Discussion, resources: Resources): Promise<PredictedNames | null> {
  if (resources.entityModel === null) return null;
  return resources.entityModel.predict(readUnits(discussion, resources).map(({ read }) => read));
}

/** Returns the options without those that were not given, so that an absent option is absent. */
function given<T extends object>(options: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

/** Returns the article and each comment, cut into tokens and sentences. */
export function tokenizeUnits(
  discussion: Discussion,
  resources: Pick<Resources, "tokenizer" | "folding">,
): AnalyzedUnit[] {
  return readUnits(discussion, resources).map(({ written }) => written);
}

function readUnits(
  { article, comments }: Discussion,
  resources: Pick<Resources, "tokenizer" | "folding">,
): UnitReading[] {
  return [
    readUnit({ id: ARTICLE, text: article.text, date: article.published }, resources),
    ...comments.map(({ id, text, posted }) => readUnit({ id, text, date: posted }, resources)),
  ];
}
