import { existsSync } from "node:fs";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";

/**
 * Throws where a file stands in the place of a name and the name behind it: `yoron chart page.html votes`. The error
 * shows the command as it should be.
 */
export function checkOrder(
  verb: "table" | "chart",
  first: string,
  rest: readonly string[],
  names: readonly string[],
): void {
  const name = rest.find((word) => names.includes(word));
  if (name === undefined || names.includes(first) || !existsSync(first)) return;
  const files = [first, ...rest.filter((word) => word !== name)];
  throw swapped(verb, "NAME", first, [name, ...files]);
}

/** Throws where a file stands in the place of the SQL: `yoron query page.html "SELECT …"`. */
export function checkSqlFirst(first: string, rest: readonly string[]): void {
  const sql = rest.find((word) => /^\s*(?:select|with|from|describe|show|summarize|pivot|\()\s/i.test(word));
  if (sql === undefined || !existsSync(first)) return;
  throw swapped("query", "SQL", first, [JSON.stringify(sql), first, ...rest.filter((word) => word !== sql)]);
}

function swapped(verb: string, what: string, first: string, words: readonly string[]): Error {
  const { swapped: told, tryInstead } = said().usage;
  return usageError(told(verb, what), first, tryInstead(["yoron", verb, ...words].join(" ")));
}
