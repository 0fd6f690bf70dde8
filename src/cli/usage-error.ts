import { YoronError } from "../index.ts";
import { seeHelp } from "./said.ts";

/** Errors whose words are the command line's own, in the language that is spoken. */
const own = new WeakSet<YoronError>();

/** Returns an error that says that a command line cannot be understood; it ends the program with status 2. */
export function usageError(what: string, value?: unknown, next = seeHelp()): YoronError {
  return cliError("usage", what, value, next);
}

/** Returns an error in the command line's own words. */
export function cliError(
  code: YoronError["code"],
  what: string,
  value: unknown,
  next: string,
  cause?: unknown,
): YoronError {
  const error = new YoronError({ code, what, value, next, ...(cause === undefined ? {} : { cause }) });
  own.add(error);
  return error;
}

/** Whether an error is told in the words of the command line, which need no translation. */
export function isOwnError(error: YoronError): boolean {
  return own.has(error);
}

const USAGE_CODES = new Set([
  "usage",
  "unknown-name",
  "unknown-option",
  "unknown-column",
  "bad-query",
  "bad-lexicon",
  "bad-codes",
]);

/** Whether an error is the caller's words (status 2) rather than an input's content (status 1). */
export function isUsage(error: unknown): boolean {
  return error instanceof YoronError && USAGE_CODES.has(error.code);
}
