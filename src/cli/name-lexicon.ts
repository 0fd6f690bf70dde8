import { YoronError } from "../index.ts";
import { stringOf, type Values } from "./verb.ts";

/** Returns an error of the user's own words with the file that they came from, which the library knows as a number. */
export function nameLexicon(error: YoronError, values: Values): YoronError {
  const file = stringOf(values, "lexicon");
  if (error.code !== "bad-lexicon" || file === undefined || !error.what.startsWith("own lexicon 1")) return error;
  const parts = error.toParts();
  return new YoronError({ ...parts, what: parts.what.replace("own lexicon 1", file), cause: error });
}
