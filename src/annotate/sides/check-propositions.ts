import { YoronError } from "../../model/error.ts";

/** As long as a proposition may be, in UTF-16 code units. */
export const LONGEST_PROPOSITION = 200;

/**
 * Returns propositions without the space around them.
 *
 * Throws `bad-value` for what is no list of texts, an empty one, one of more than 200 characters, and one that is given
 * twice.
 *
 * @example
 * checkPropositions([" 市民プールを閉鎖すること "]); // ["市民プールを閉鎖すること"]
 */
export function checkPropositions(propositions: unknown): readonly string[] {
  if (!Array.isArray(propositions))
    throw bad("propositions must be a list of texts, not", propositions, "give one measure, plan or act each");
  const seen = new Set<string>();
  for (const given of propositions as readonly unknown[]) {
    if (typeof given !== "string") throw bad("a proposition must be a text, not", given, "name a measure, plan or act");
    const text = given.trim();
    if (text === "") throw bad("a proposition must not be empty:", given, "name a measure, plan or act");
    if (text.length > LONGEST_PROPOSITION)
      throw bad(
        `a proposition has at most ${LONGEST_PROPOSITION} characters, not ${text.length}:`,
        text,
        "say it shorter",
      );
    if (seen.has(text)) throw bad("a proposition is given twice:", text, "give each once");
    seen.add(text);
  }
  return [...seen];
}

function bad(what: string, value: unknown, next: string): YoronError {
  return new YoronError({ code: "bad-value", what, value: value ?? null, next });
}
