import { citationTable } from "../tables/citations.ts";
import { need } from "../tables/need.ts";
import type { Row, Table } from "../tables/table.ts";
import { tokenTable } from "../tables/tokens.ts";

/** Roles of citations that stand on a line of their own: 参考:…, 出典:…, 関連記事:… */
export const LINE_ROLES: ReadonlySet<unknown> = new Set(["source", "image-credit", "related"]);

/** What was left of tokens: several charts ask for the same, and a table never changes. */
const left = new WeakMap<object, WeakMap<object, object>>();

/**
 * Returns the tokens without those of lines that only name a source: titles and holders are nobody's words here,
 * whatever their language.
 *
 * Takes the tables of tokens and of citations; a sentence goes as a whole when it holds a citation with the role
 * `source`, `image-credit` or `related`.
 *
 * @example
 * keywordChart(withoutSourceLines(tokenTable(analysis), citationTable(analysis)));
 */
export function withoutSourceLines<R extends Row>(tokens: Table<R>, citations: Table): Table<R> {
  const of = left.get(tokens) ?? new WeakMap<object, object>();
  left.set(tokens, of);
  const made = of.get(citations) ?? withoutLines(tokens, citations);
  of.set(citations, made);
  // It was made of these tokens.
  return made as Table<R>;
}

function withoutLines<R extends Row>(tokens: Table<R>, citations: Table): Table<R> {
  const named = new Map<string, (readonly [number, number])[]>();
  const lineColumns = ["discussion", "unit", "start", "end", "role"] as const;
  for (const row of need("source lines", citations, citationTable.schema, lineColumns)) {
    if (!LINE_ROLES.has(row.role)) continue;
    const unit = `${row.discussion}/${row.unit}`;
    named.set(unit, [...(named.get(unit) ?? []), [row.start, row.end]]);
  }
  if (named.size === 0) return tokens;
  const known = need("source lines", tokens, tokenTable.schema, ["discussion", "unit", "start", "end", "sentence"]);
  const [discussions, units] = [known.column("discussion"), known.column("unit")];
  const [starts, ends, sentences] = [known.column("start"), known.column("end"), known.column("sentence")];
  const placesOf = runsOf(named, discussions, units);
  const lines = new Set<string>();
  const sentenceOf = (i: number) => `${discussions[i]}/${units[i]}:${sentences[i]}`;
  for (let i = 0; i < tokens.length; i++) {
    const places = placesOf(i);
    if (places?.some(([start, end]) => starts[i]! < end && ends[i]! > start)) lines.add(sentenceOf(i));
  }
  return tokens.filter((_, i) => placesOf(i) === undefined || !lines.has(sentenceOf(i)));
}

/** Returns the function that gives what is known of a row's unit: rows of one unit stand together, so it is looked up once for all. */
function runsOf<T>(
  known: ReadonlyMap<string, T>,
  discussions: readonly string[],
  units: readonly string[],
): (row: number) => T | undefined {
  let [discussion, unit, found]: [string | null, string | null, T | undefined] = [null, null, undefined];
  return (row) => {
    if (discussions[row] === discussion && units[row] === unit) return found;
    [discussion, unit] = [discussions[row]!, units[row]!];
    found = known.get(`${discussion}/${unit}`);
    return found;
  };
}
