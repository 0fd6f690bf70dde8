import { analyzeLine } from "../analyze.ts";
import type { Analysis } from "../model/analysis.ts";
import type { Resources } from "../resources.ts";
import { errorAnswer, type LineAnswer } from "./line-answer.ts";
import { lineDiscussion } from "./line-discussion.ts";
import { neededFor } from "./line-layers.ts";
import { exactId, type LineDefaults, type LineRequest, parseLine, requestOf } from "./line-request.ts";
import { neededForTables } from "./line-tables.ts";

/** A line that was read: what it asks, and all that was found for it. */
export interface Told {
  readonly request: LineRequest;
  readonly analysis: Analysis;
}

/** What is made of a line that was read, and of one that was not. */
export interface Outcome<Answer> {
  readonly made: (id: unknown, told: Told) => Answer;
  readonly failed: (answer: LineAnswer) => Answer;
}

/** Returns what is made of a line, whatever it holds: what goes wrong is an answer too. */
export function readLine<Answer>(
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
    const { tables } = defaults;
    const needed =
      tables === undefined ? neededFor(layers) : [...new Set([...neededFor(layers), ...neededForTables(tables)])];
    const analysis = analyzeLine(discussion, resources, { targets, propositions, layers: needed });
    return made(id, { request, analysis });
  } catch (error) {
    return failed(errorAnswer(id, error));
  }
}
