import { keptWith } from "../../model/kept-with.ts";
import type { Tokens } from "../../model/tokens.ts";
import type { DateGrammar } from "./date-grammar.ts";
import type { DateExpression } from "./expression.ts";
import { findDateExpressions } from "./find-date-expressions.ts";
import { tokenBoundaries } from "./token-boundaries.ts";

/** Returns the dates of a text that begin and end where its words do; names and dates ask for the same, and it is found once. */
export function dateExpressionsOf(tokens: Tokens, grammar: DateGrammar): readonly DateExpression[] {
  const known = found(grammar).get(tokens);
  if (known !== undefined) return known;
  const expressions = findDateExpressions(tokens.text, grammar, tokenBoundaries(tokens));
  found(grammar).set(tokens, expressions);
  return expressions;
}

const found = keptWith((_: DateGrammar) => new WeakMap<Tokens, readonly DateExpression[]>());
