import { readFileSync } from "node:fs";
import { YoronError } from "../../model/error.ts";
import { type NumberedEntry, parseUserDictionary } from "./parse-user-dictionary.ts";
import type { UserEntry } from "./user-entry.ts";

/** Returns the user's words from a file, or as they are; entries in memory count as lines from 1. */
export function readUserDictionary(source: string | readonly UserEntry[]): {
  readonly rows: readonly NumberedEntry[];
  readonly name: string;
} {
  if (typeof source !== "string") {
    return { rows: source.map((entry, i) => ({ line: i + 1, entry })), name: "in memory" };
  }
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(source);
  } catch (cause) {
    throw new YoronError({ code: "missing-resource", what: "cannot read the user dictionary", value: source, cause });
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new YoronError({
      code: "bad-lexicon",
      what: "the user dictionary is not UTF-8:",
      value: source,
      next: "convert it, for example by iconv",
      cause,
    });
  }
  return { rows: parseUserDictionary(text, source), name: source };
}
