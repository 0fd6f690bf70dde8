import { analyzingLine } from "../analyze.ts";
import type { Analysis } from "../model/analysis.ts";
import { inStep } from "../model/in-step.ts";
import type { Resources } from "../resources.ts";
import { errorAnswer, type LineAnswer } from "./line-answer.ts";
import { lineDiscussion } from "./line-discussion.ts";
import { neededFor } from "./line-layers.ts";
import { exactId, type LineDefaults, type LineRequest, parseLine, requestOf } from "./line-request.ts";
import { neededForTables } from "./line-tables.ts";

/** A line that was read: what it asks, and all that was found for it. */
export interface Told {
  readonly id: unknown;
  readonly request: LineRequest;
  readonly analysis: Analysis;
}

/** What comes of a line: what is told of it, or the answer to one that failed. */
export type ReadLine =
  | { readonly told: Told; readonly failed: null }
  | { readonly told: null; readonly failed: LineAnswer };

/** Returns what comes of each line, whatever it holds: what goes wrong is an answer too. An answer stands for itself. */
export function readLines(
  lines: readonly (string | LineAnswer)[],
  resources: Resources,
  layers: readonly string[],
  defaults: LineDefaults,
): readonly ReadLine[] {
  const { tables } = defaults;
  const needed =
    tables === undefined ? neededFor(layers) : [...new Set([...neededFor(layers), ...neededForTables(tables)])];
  const works = lines.map((line) => reading(line, resources, needed, defaults));
  // A work tells its errors itself.
  return inStep(works).map(({ made }) => made!);
}

function* reading(
  line: string | LineAnswer,
  resources: Resources,
  layers: ReturnType<typeof neededFor>,
  defaults: LineDefaults,
): Generator<void, ReadLine> {
  if (typeof line !== "string") return { told: null, failed: line };
  let id: unknown = null;
  try {
    const value = parseLine(line);
    id = exactId(value.id, line);
    const request = requestOf(value, defaults);
    const { text, published, targets, propositions } = request;
    const discussion = lineDiscussion(text, published);
    const analysis = yield* analyzingLine(discussion, resources, { targets, propositions, layers });
    return { told: { id, request, analysis }, failed: null };
  } catch (error) {
    return { told: null, failed: errorAnswer(id, error) };
  }
}
