import { analyze, type Layer } from "./analyze.ts";
import { checkPropositions } from "./annotate/sides/check-propositions.ts";
import type { Discussion } from "./model/discussion.ts";
import { YoronError } from "./model/error.ts";
import type { SentimentEvidence } from "./model/layers.ts";
import { parseExact } from "./read/json.ts";
import type { Resources } from "./resources.ts";
import { isIsoDate } from "./text/iso-date.ts";
import { tokenRecord } from "./tokenize/token-record.ts";

/** The layers of the line protocol: the keys of its answers. */
export const layerNames: readonly string[] = Object.freeze([
  "sentences",
  "tokens",
  "entities",
  "dates",
  "citations",
  "quotations",
  "sentiment",
  "targets",
  "sides",
  "claims",
  "considerations",
]);

/** What each key of an answer needs computed. */
const NEEDS: Readonly<Record<string, Layer>> = {
  entities: "entities",
  dates: "dates",
  citations: "citations",
  quotations: "quotations",
  sentiment: "sentiment",
  targets: "sentiment",
  sides: "sides",
  claims: "claims",
  considerations: "considerations",
};

interface Request {
  readonly id: unknown;
  readonly text: string;
  readonly published: string | null;
  readonly targets: readonly string[];
  readonly propositions: readonly string[];
}

/** What holds for each line that does not say otherwise. */
export interface LineDefaults {
  /** Toward which sides are told. */
  readonly propositions?: readonly string[];
}

/** An answer of the line protocol: the layers asked for, or an error. */
export type LineAnswer = Readonly<Record<string, unknown>>;

/**
 * Returns the answer to one line of `yoron annotate`: one JSON object in, one out, offsets in UTF-16 code units of
 * `text`.
 *
 * Never throws: a line that fails gives `{ id, error: { code, message } }`. An id beyond 2^53 comes back as a BigInt, so
 * that it is the same id ({@link printAnswer} writes it as the number that it was).
 *
 * @example
 * annotateLine('{"id":1,"text":"雨だ。"}', resources, ["sentences"]); // { id: 1, sentences: [{ start: 0, end: 3 }] }
 */
export function annotateLine(
  line: string,
  resources: Resources,
  layers: readonly string[] = layerNames,
  { propositions = [] }: LineDefaults = {},
): LineAnswer {
  let id: unknown = null;
  try {
    const value = parseObject(line);
    id = exactId(value.id, line);
    return {
      id,
      ...layersOf(requestOf({ ...value, propositions: value.propositions ?? propositions }), resources, layers),
    };
  } catch (error) {
    return errorAnswer(id, error);
  }
}

/**
 * Returns the answer to a line that failed.
 *
 * @example
 * errorAnswer("x7", new Error("no text")); // { id: "x7", error: { code: "internal", message: "no text" } }
 */
export function errorAnswer(id: unknown, error: unknown): LineAnswer {
  const code = error instanceof YoronError ? error.code : "internal";
  return { id, error: { code, message: error instanceof Error ? error.message : String(error) } };
}

/**
 * Returns an answer as one line of JSON without its end.
 *
 * @example
 * printAnswer(annotateLine('{"id":1742000000000000003,"text":"雨だ。"}', resources, [])); // '{"id":1742000000000000003}'
 */
export function printAnswer(answer: LineAnswer): string {
  const { id, ...rest } = answer;
  if (typeof id !== "bigint") return JSON.stringify(answer);
  const others = JSON.stringify(rest).slice(1);
  return `{"id":${id}${others === "}" ? "" : ","}${others}`;
}

function parseObject(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new YoronError({
      code: "malformed",
      what: "not a line of JSON:",
      value: line,
      next: "give one JSON object a line",
      cause,
    });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new YoronError({ code: "malformed", what: "not a JSON object:", value, next: `give {"id": …, "text": "…"}` });
  }
  return value as Record<string, unknown>;
}

/** Returns the id as it was given; a whole number that a double cannot hold is a BigInt. */
function exactId(id: unknown, line: string): unknown {
  if (typeof id !== "number" || Number.isSafeInteger(id)) return id ?? null;
  const { id: digits } = parseExact(line) as { readonly id: unknown };
  return typeof digits === "string" ? BigInt(digits) : id;
}

function requestOf({ id, text, published, targets, propositions }: Record<string, unknown>): Request {
  if (typeof text !== "string")
    throw new YoronError({ code: "bad-value", what: `"text" must be a string, not`, value: text ?? null });
  if (published != null && (typeof published !== "string" || !isIsoDate(published))) {
    throw new YoronError({
      code: "bad-value",
      what: `"published" must be a date like "2022-09-15", not`,
      value: published,
    });
  }
  if (
    targets != null &&
    !(Array.isArray(targets) && targets.every((target) => typeof target === "string" && target !== ""))
  ) {
    throw new YoronError({ code: "bad-value", what: `"targets" must be a list of phrases, not`, value: targets });
  }
  return {
    id,
    text,
    published: (published as string | undefined) ?? null,
    targets: (targets as string[] | undefined) ?? [],
    propositions: checkPropositions(propositions),
  };
}

function layersOf(request: Request, resources: Resources, names: readonly string[]) {
  const { text, published, targets } = request;
  const needed = [...new Set(names.filter((name) => name !== "sides").flatMap((name) => NEEDS[name] ?? []))];
  const analysis = analyze(discussionOf(text, published), resources, { targets, layers: needed });
  const { tokens, sentences } = analysis.units[0]!;
  const entityOf = new Map(analysis.entities.map((entity) => [entity.id, entity]));
  const whole = analysis.sentiments.find(({ scope }) => scope === "unit");
  const printers: Record<string, () => unknown> = {
    sentences: () => sentences.map(({ start, end }) => ({ start, end })),
    tokens: () => Array.from(tokens, tokenRecord),
    entities: () =>
      analysis.mentions.map(({ start, end, label, text, entity, confidence, by }) => ({
        start,
        end,
        label,
        text,
        name: entityOf.get(entity)?.name ?? text,
        id: entity,
        confidence,
        by,
      })),
    dates: () => analysis.dates.map(({ unit, ...date }) => date),
    citations: () =>
      analysis.citations.map(({ unit, ...citation }) =>
        Object.fromEntries(Object.entries(citation).filter(([, value]) => value !== null)),
      ),
    quotations: () =>
      analysis.quotations.map(({ unit, speaker, ...quotation }) => ({
        ...quotation,
        speaker:
          speaker === null ? null : { start: speaker.start, end: speaker.end, text: speaker.text, name: speaker.name },
      })),
    sentiment: () => ({
      score: whole?.score ?? 0,
      label: whole?.label ?? "neutral",
      confidence: whole?.confidence ?? 0,
      evidence: (whole?.evidence ?? []).map(printedEvidence),
      flags: whole?.flags ?? [],
    }),
    targets: () =>
      analysis.sentiments
        .filter(({ scope, target }) => scope === "target" && target !== null && targets.includes(target))
        .map(({ target, start, end, score, label, confidence, evidence }) => ({
          target,
          start,
          end,
          score,
          label,
          confidence,
          evidence: evidence.map(printedEvidence),
        })),
    sides: () => sidesOf(request, resources),
    claims: () => analysis.claims.map(({ unit, id, ...claim }) => ({ id: inLine(unit, id), ...claim })),
    considerations: () =>
      analysis.considerations.map(({ unit, claim, ...consideration }) => ({
        claim: inLine(unit, claim),
        ...consideration,
      })),
  };
  return Object.fromEntries(names.map((name) => [name, printers[name]!()]));
}

/** Returns the sides of the text, read as a comment. */
function sidesOf({ text, published, propositions }: Request, resources: Resources) {
  if (propositions.length === 0) return [];
  const { article, ...rest } = discussionOf("", published);
  const comment = {
    id: "c1",
    sourceId: null,
    order: 0,
    replyTo: null,
    depth: 0,
    author: null,
    posted: null,
    reactions: {},
    attributes: {},
    text,
    links: [],
    ruby: [],
    notes: [],
  };
  const discussion = { article, ...rest, comments: [comment] };
  const { sides } = analyze(discussion, resources, { propositions, layers: ["sides"] });
  return sides.map(({ proposition, side, confidence, evidence }) => ({
    proposition,
    side,
    confidence,
    evidence: evidence.map(({ unit: _, ...words }) => words),
  }));
}

/** Returns the number of a claim, since a line is no unit of a discussion. */
const inLine = (unit: string, id: string): string => id.slice(unit.length + 1);

const printedEvidence = ({ unit: _, ...evidence }: SentimentEvidence) => evidence;

/** Returns the smallest discussion around a text: an article without comments. */
function discussionOf(text: string, published: string | null): Discussion {
  const precision =
    published === null ? null : ({ 4: "year", 7: "month", 10: "day" } as const)[published.length as 4 | 7 | 10];
  return {
    schema: "yoron/discussion@1",
    id: "line",
    source: { path: null, format: "text", encoding: null, sha256: "", notes: [] },
    article: {
      title: "",
      category: null,
      author: null,
      url: null,
      published: published === null || precision === null ? null : { value: published, precision, from: "option" },
      text,
      links: [],
      ruby: [],
      notes: [],
    },
    comments: [],
    furniture: [],
  };
}
