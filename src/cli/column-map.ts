import type { ColumnMapping } from "../index.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";

type Role = keyof ColumnMapping;

/** A comma parts pairs only where the next one begins behind it, so that a column's name may hold commas. */
const NEXT_PAIR = /,\s*(?=[A-Za-z]\w*=)/g;
const QUOTED = /^([A-Za-z]\w*)="((?:[^"]|"")*)"\s*(?:,|$)/;
const ROLES = "id, text, author, date, up, down, parent";

/**
 * Returns the mapping of `--map`, which may be given several times: `text=本文,author=名前`.
 *
 * A name may stand in quotes, those in it doubled. A role given again adds a column, as the questions of a survey have one
 * each; only `text` has several.
 */
export function columnMap(options: readonly string[]): ColumnMapping {
  const found = new Map<string, string[]>();
  for (const [role, column] of options.flatMap(pairsOf)) found.set(role, [...(found.get(role) ?? []), column]);
  const several = [...found].find(([role, columns]) => role !== "text" && columns.length > 1);
  if (several !== undefined) throw usageError(said().usage.mapOnce, several[0], said().usage.mapText);
  return Object.fromEntries(
    [...found].map(([role, columns]) => [role as Role, columns.length > 1 ? columns : columns[0]!]),
  );
}

function pairsOf(option: string): [string, string][] {
  const pairs: [string, string][] = [];
  let rest = option.trim();
  while (rest !== "") {
    const quoted = QUOTED.exec(rest);
    NEXT_PAIR.lastIndex = 0;
    const next = quoted === null ? NEXT_PAIR.exec(rest) : null;
    const pair = quoted === null ? rest.slice(0, next?.index ?? rest.length) : quoted[0];
    const at = pair.indexOf("=");
    if (at < 1) throw usageError(said().usage.mapPairs, pair, said().usage.mapRoles(ROLES));
    pairs.push(
      quoted === null
        ? [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
        : [quoted[1]!, quoted[2]!.replaceAll('""', '"')],
    );
    rest = rest.slice(next === null ? pair.length : next.index + next[0].length).trim();
  }
  return pairs;
}
