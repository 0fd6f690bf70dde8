import { YoronError } from "../model/error.ts";

/** An answer of the line protocol: the layers asked for, or an error. */
export type LineAnswer = Readonly<Record<string, unknown>>;

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
