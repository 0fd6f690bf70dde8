import { checkOptions } from "../../model/error.ts";
import { deepFreeze } from "../../model/freeze.ts";
import type { Code, CodeList } from "./code-list.ts";
import { parseCondition } from "./parse-condition.ts";
import { plainWidth } from "./plain.ts";
import { type RulePlace, ruleError } from "./rule-error.ts";
import { type RuleToken, ruleTokens } from "./rule-tokens.ts";

/** A code while its rule is read. */
interface Open extends RulePlace {
  readonly name: string;
  readonly tokens: RuleToken[];
}

/**
 * Returns the codes of a file of coding rules, as KH Coder writes them: a line `*name`, below it its condition.
 *
 * Conditions are words (in any inflection), `'phrases'`, `and`, `or`, `not` (`&`, `|`, `!`), brackets, `near(a-b)[n]` and
 * `seq(a-b)[n]` (within n words of each other, 10 by default; `seq` in this order), and `*name` or `<*name>` of an earlier code.
 * Full-width signs count like others. A line that begins with `#`, and what stands behind a `#` between spaces, is a comment.
 * `path` is what errors call the file. Throws `bad-codes` with file, line and words for a rule that cannot be read.
 *
 * @example
 * parseCodes("*負担\n値上げ or 負担 and not 助成").codes.map(({ name }) => name); // ["負担"]
 */
export function parseCodes(text: string, options: { readonly path?: string } = {}): CodeList {
  checkOptions(options, ["path"], "codes");
  const { path: file = "codes" } = options;
  const codes: Code[] = [];
  const places = new Map<string, number>();
  let open: Open | null = null;
  const close = () => {
    if (open !== null) places.set(plainWidth(open.name), codes.push(closed(open, places)) - 1);
  };
  for (const [i, written] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n?|\n/)
    .entries()) {
    const line = withoutComment(written);
    if (line === "") continue;
    const place: RulePlace = { file, line: i + 1 };
    const named = /^[*＊]\s*(.*)$/u.exec(line)?.[1];
    if (named === undefined || (open !== null && goesOn(open, line, places))) {
      if (open === null)
        throw ruleError(place, "a condition stands before the first code:", line, "write a line *name above it");
      open.tokens.push(...ruleTokens(line, place));
      continue;
    }
    close();
    if (named === "") throw ruleError(place, "a code has no name:", line, "write it as in *負担");
    if (places.has(plainWidth(named))) throw ruleError(place, "there are two codes of the name", named, "rename one");
    open = { ...place, name: named, tokens: [] };
  }
  close();
  if (codes.length === 0)
    throw ruleError(
      { file, line: 1 },
      "there is no code; the file begins with",
      text.slice(0, 40),
      "write a line *name, and its words below it",
    );
  return deepFreeze({ codes });
}

/** Whether a line that begins with a code's name goes on with the condition above: it was not done, or has not begun. */
function goesOn({ tokens }: Open, line: string, places: ReadonlyMap<string, number>): boolean {
  const last = tokens.at(-1);
  if (last === undefined) {
    const first = /^[*＊]([^\s()（）&＆|｜]+)/u.exec(line)?.[1];
    return first !== undefined && places.has(plainWidth(first));
  }
  const depth = tokens.reduce((sum, { kind }) => sum + (kind === "(" ? 1 : kind === ")" ? -1 : 0), 0);
  return depth > 0 || last.kind === "and" || last.kind === "or" || last.kind === "not";
}

function closed({ name, tokens, file, line }: Open, places: ReadonlyMap<string, number>): Code {
  if (tokens.length === 0)
    throw ruleError({ file, line }, "a code has no condition:", `*${name}`, "write its words below it");
  const condition = parseCondition(tokens, (other, at) => {
    const place = places.get(plainWidth(other));
    if (place !== undefined) return place;
    throw ruleError(
      at,
      "there is no code above of the name",
      other,
      places.size === 0 ? "write its rule above" : `codes above: ${[...places.keys()].join(", ")}`,
    );
  });
  return { name, condition, line };
}

function withoutComment(line: string): string {
  const trimmed = line.trim();
  return /^[#＃]/u.test(trimmed) ? "" : trimmed.replace(/\s[#＃]\s.*$/u, "").trim();
}
