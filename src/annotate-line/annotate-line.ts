import type { Resources } from "../resources.ts";
import { errorAnswer, type LineAnswer } from "./line-answer.ts";
import { LINE_LAYERS } from "./line-layers.ts";
import type { LineDefaults } from "./line-request.ts";
import { tellTables } from "./line-tables.ts";
import { type ReadLine, readLines } from "./read-line.ts";

export { errorAnswer, type LineAnswer, printAnswer } from "./line-answer.ts";
export type { LineDefaults } from "./line-request.ts";
export { lineTableNames } from "./line-tables.ts";

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
  const [{ told, failed }] = readLines([line], resources, layers, defaults) as [ReadLine];
  if (told === null) return failed;
  try {
    const { id, analysis, request } = told;
    return {
      id,
      ...Object.fromEntries(layers.map((name) => [name, LINE_LAYERS[name]!.tell(analysis, request)])),
      ...(defaults.tables === undefined ? {} : { tables: tellTables(defaults.tables, told) }),
    };
  } catch (error) {
    return errorAnswer(told.id, error);
  }
}
