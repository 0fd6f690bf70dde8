import { YoronError } from "../index.ts";

/** Returns an error that says that a command line cannot be understood; it ends the program with status 2. */
export function usageError(what: string, value?: unknown, next = "see `yoron --help`"): YoronError {
  return new YoronError({ code: "usage", what, value, next });
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
