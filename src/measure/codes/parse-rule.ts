import type { CodeList } from "./code-list.ts";
import { parseCondition } from "./parse-condition.ts";
import { ruleError } from "./rule-error.ts";
import { ruleTokens } from "./rule-tokens.ts";

/** Returns the one rule that a line is, as a list of one code; throws `bad-codes` where it cannot be read. */
export function parseRule(line: string): CodeList {
  const place = { file: "the words to look for", line: 1 };
  const tokens = ruleTokens(line, place);
  if (tokens.length === 0) throw ruleError(place, "there is no word:", line, "as in 値上げ or 高い");
  const condition = parseCondition(tokens, (name) => {
    throw ruleError(place, "there is no code of the name", name, "write its words");
  });
  return { codes: [{ name: line, condition, line: 1 }] };
}
