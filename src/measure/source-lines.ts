import type { Table } from "../tables/table.ts";

/** Roles of citations that stand on a line of their own: 参考:…, 出典:…, 関連記事:… */
const LINE_ROLES: ReadonlySet<unknown> = new Set(["source", "image-credit", "related"]);

/**
 * Leaves out the tokens of lines that only name a source: titles and holders are nobody's words here, whatever their language.
 *
 * Takes the tables of tokens and of citations; a sentence goes as a whole when it holds a citation with the role
 * `source`, `image-credit` or `related`.
 *
 * @example
 * keywordChart(withoutSourceLines(tokenTable(analysis), citationTable(analysis)));
 */
export function withoutSourceLines(tokens: Table, citations: Table): Table {
  const named = new Map<string, (readonly [number, number])[]>();
  for (const row of citations) {
    if (!LINE_ROLES.has(row.role)) continue;
    const unit = `${row.discussion}/${row.unit}`;
    named.set(unit, [...(named.get(unit) ?? []), [Number(row.start), Number(row.end)]]);
  }
  if (named.size === 0) return tokens;
  const [discussions, units] = [tokens.strings("discussion"), tokens.strings("unit")];
  const [starts, ends, sentences] = [tokens.numbers("start"), tokens.numbers("end"), tokens.numbers("sentence")];
  const lines = new Set<string>();
  const sentenceOf = (i: number) => `${discussions[i]}/${units[i]}:${sentences[i]}`;
  for (let i = 0; i < tokens.length; i++) {
    const places = named.get(`${discussions[i]}/${units[i]}`);
    if (places?.some(([start, end]) => starts[i]! < end && ends[i]! > start)) lines.add(sentenceOf(i));
  }
  return tokens.filter((_, i) => !lines.has(sentenceOf(i)));
}
