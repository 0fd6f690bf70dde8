import { analyzeLine } from "../analyze.ts";
import type { Analysis } from "../model/analysis.ts";
import type { Resources } from "../resources.ts";
import { errorAnswer, type LineAnswer, printAnswer } from "./line-answer.ts";
import { lineDiscussion } from "./line-discussion.ts";
import { LINE_LAYERS, neededFor } from "./line-layers.ts";
import { exactId, type LineDefaults, type LineRequest, parseLine, requestOf } from "./line-request.ts";
import { tokenJson } from "./token-json.ts";

export { errorAnswer, type LineAnswer, printAnswer } from "./line-answer.ts";
export type { LineDefaults } from "./line-request.ts";

/** The layers of the line protocol: the keys of its answers. */
export const layerNames: readonly string[] = Object.freeze(Object.keys(LINE_LAYERS));

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
  defaults: LineDefaults = {},
): LineAnswer {
  return answered(line, resources, layers, defaults, {
    failed: (answer) => answer,
    made: (id, told) => ({
      id,
      ...Object.fromEntries(layers.map((name) => [name, LINE_LAYERS[name]!.tell(told.analysis, told.request)])),
    }),
  });
}

/** What is printed of some lines: their answers, each with its end, and whether one of them is an error. */
export interface PrintedLines {
  readonly text: string;
  readonly failed: boolean;
}

/**
 * Returns the answers to some lines as they are printed, one line of JSON each: what {@link printAnswer} prints of
 * {@link annotateLine}, in less time. What is an answer already is printed in its place.
 *
 * @example
 * annotateLines(['{"id":1,"text":"雨だ。"}'], resources, ["sentences"]).text; // '{"id":1,"sentences":[{"start":0,"end":3}]}\n'
 */
export function annotateLines(
  lines: readonly (string | LineAnswer)[],
  resources: Resources,
  layers: readonly string[] = layerNames,
  defaults: LineDefaults = {},
): PrintedLines {
  let failed = false;
  let text = "";
  const outcome: Outcome<string> = {
    failed(answer) {
      failed = true;
      return printAnswer(answer);
    },
    made: (id, told) => printed(id, told, resources, layers),
  };
  for (const line of lines) {
    const answer =
      typeof line === "string" ? answered(line, resources, layers, defaults, outcome) : outcome.failed(line);
    text += `${answer}\n`;
  }
  return { text, failed };
}

interface Told {
  readonly request: LineRequest;
  readonly analysis: Analysis;
}

/** What is made of a line that was read, and of one that was not. */
interface Outcome<Answer> {
  readonly made: (id: unknown, told: Told) => Answer;
  readonly failed: (answer: LineAnswer) => Answer;
}

function answered<Answer>(
  line: string,
  resources: Resources,
  layers: readonly string[],
  defaults: LineDefaults,
  { made, failed }: Outcome<Answer>,
): Answer {
  let id: unknown = null;
  try {
    const value = parseLine(line);
    id = exactId(value.id, line);
    const request = requestOf(value, defaults);
    const { text, published, targets, propositions } = request;
    const discussion = lineDiscussion(text, published);
    const analysis = analyzeLine(discussion, resources, { targets, propositions, layers: neededFor(layers) });
    return made(id, { request, analysis });
  } catch (error) {
    return failed(errorAnswer(id, error));
  }
}

/** Returns the JSON of an answer, which is never held whole. */
function printed(
  id: unknown,
  { request, analysis }: Told,
  { tokenizer }: Resources,
  layers: readonly string[],
): string {
  let json = `{"id":${typeof id === "bigint" ? id : JSON.stringify(id)}`;
  for (const name of layers) {
    const told =
      name === "tokens"
        ? tokenJson(analysis.units[0]!.tokens, tokenizer)
        : JSON.stringify(LINE_LAYERS[name]!.tell(analysis, request));
    json += `,"${name}":${told}`;
  }
  return `${json}}`;
}
