import type { Condition } from "./code-list.ts";
import { type RulePlace, ruleError } from "./rule-error.ts";
import type { RuleToken } from "./rule-tokens.ts";

/** Brackets and `not` inside one another, at most: none that a person writes. */
const DEEPEST = 100;

/**
 * Returns the condition that the parts of a rule make: `not` binds closest, then `and`, then `or`.
 *
 * `placeOf` gives the place of an earlier code by its name; throws where there is none.
 */
export function parseCondition(
  tokens: readonly RuleToken[],
  placeOf: (name: string, at: RulePlace) => number,
): Condition {
  let at = 0;
  let depth = 0;
  const next = (): RuleToken | undefined => tokens[at];

  const several = (kind: "and" | "or", part: () => Condition): Condition => {
    const of = [part()];
    while (next()?.kind === kind) {
      at++;
      of.push(part());
    }
    return of.length === 1 ? of[0]! : { kind, of };
  };
  const either = (): Condition => several("or", all);
  const all = (): Condition => several("and", single);

  const single = (): Condition => {
    const token = next();
    if (token === undefined || token.kind === "and" || token.kind === "or" || token.kind === ")") throw missing(token);
    at++;
    if (token.kind === "code") return { kind: "code", place: placeOf(token.text, token) };
    // Parts of the kind `term`, and these alone, hold a condition.
    if (token.kind === "term") return token.condition!;
    if (++depth > DEEPEST)
      throw ruleError(token, "brackets stand too deep inside one another at", token.text, "make codes of parts of it");
    const inner = token.kind === "not" ? ({ kind: "not", of: single() } as const) : inBrackets(token);
    depth--;
    return inner;
  };

  const inBrackets = (open: RuleToken): Condition => {
    const inner = either();
    if (next()?.kind === ")") {
      at++;
      return inner;
    }
    const token = next();
    if (token !== undefined) throw stray(token);
    throw ruleError(open, "a bracket has no end:", textFrom(open), "write ) where it ends");
  };

  const missing = (token: RuleToken | undefined): Error => {
    const before = tokens[at - 1];
    const after = token ?? before!;
    const where = before === undefined ? `before ${after.text}` : `behind ${before.text}`;
    return ruleError(
      before ?? after,
      `a condition is missing ${where} in`,
      lineOf(before ?? after),
      "write a word, a 'phrase' or a *code there",
    );
  };

  const stray = (token: RuleToken): Error =>
    token.kind === ")"
      ? ruleError(token, "a bracket ends that did not begin, in", lineOf(token), "take it away, or write ( before")
      : ruleError(
          token,
          `and or or is missing before ${token.text} in`,
          lineOf(token),
          "words that belong together stand in 'quotation marks'",
        );

  const lineOf = ({ line }: RuleToken): string =>
    tokens.flatMap((one) => (one.line === line ? [shown(one)] : [])).join(" ");
  const textFrom = (from: RuleToken): string => tokens.slice(tokens.indexOf(from)).map(shown).join(" ");

  const whole = either();
  const rest = next();
  if (rest !== undefined) throw stray(rest);
  return whole;
}

const shown = ({ kind, text }: RuleToken): string => (kind === "code" ? `*${text}` : text);
