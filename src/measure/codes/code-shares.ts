import { commentTable } from "../../tables/comments.ts";
import { need } from "../../tables/need.ts";
import { defineSchema } from "../../tables/schema.ts";
import { type RowOf, Table } from "../../tables/table.ts";
import { SHARE_COLUMNS } from "../share-columns.ts";
import { wilsonInterval } from "../wilson-interval.ts";
import type { CodeList } from "./code-list.ts";
import { CODES } from "./code-table.ts";

export const codeShareSchema = defineSchema({
  name: "codeShares",
  description: "The share of comments that hold a code.",
  columns: [
    { name: "code", type: "string", meaning: "its name; null: of the comments that hold none" },
    { name: "comments", type: "integer", nullable: false, unit: "comments", meaning: "that hold it" },
    { name: "of", type: "integer", nullable: false, unit: "comments", meaning: "of how many" },
    ...SHARE_COLUMNS,
    { name: "unitKeys", type: "list", items: "string", nullable: false, meaning: "the comments: discussion/unit" },
    {
      name: "spans",
      type: "list",
      items: "string",
      nullable: false,
      meaning: "the words that it rests on: discussion/unit:start-end",
    },
    { name: "example", type: "string", nullable: false, meaning: "the first of these comments" },
  ],
});

/** A code and the share of the comments that hold it. */
export type CodeShare = RowOf<typeof codeShareSchema.columns>;

/**
 * Returns the share of the comments that hold each code, most first, and last of those that hold none; what the article says is
 * left aside. A comment may hold several, so shares add up to more than 1.
 *
 * With `codes` those that no comment holds are there too. The interval (Wilson 1927) has the error of the count alone, not that
 * of the rules. Without a code or a comment there are no rows.
 *
 * @example
 * const codes = parseCodes("*お金\n料金 or 予算 or 費用");
 * codeShares(codeTable(analysis, { codes }), commentTable(analysis), { codes }).select(["code", "share", "low", "high"]);
 */
export function codeShares(
  table: Table,
  comments: Table,
  { codes }: { readonly codes?: CodeList } = {},
): Table<CodeShare> {
  const who = "shares of codes";
  const known = need(who, table, CODES, ["discussion", "unit", "code", "spans"]);
  const texts = new Map<string, string>(
    [...need(who, comments, commentTable.schema, ["discussion", "id", "text"])].map(
      ({ discussion, id, text }) => [`${discussion}/${id}`, text] as const,
    ),
  );
  const found = new Map<string, { units: Set<string>; spans: string[] }>();
  for (const { name } of codes?.codes ?? []) found.set(name, { units: new Set(), spans: [] });
  const coded = new Set<string>();
  for (const { discussion, unit, code, spans } of known) {
    const key = `${discussion}/${unit}`;
    if (!texts.has(key)) continue;
    const entry = found.get(code) ?? { units: new Set(), spans: [] };
    found.set(code, entry);
    entry.units.add(key);
    coded.add(key);
    for (const { start, end } of spans) entry.spans.push(`${key}:${start}-${end}`);
  }
  if (found.size === 0 || texts.size === 0) return Table.from(codeShareSchema, []);
  const row = (code: string | null, keys: readonly string[], spans: readonly string[]) => ({
    code,
    comments: keys.length,
    of: texts.size,
    share: keys.length / texts.size,
    ...wilsonInterval(keys.length, texts.size),
    unitKeys: keys,
    spans,
    example: texts.get(keys[0] ?? "") ?? "",
  });
  const rows = [...found].map(([code, { units, spans }]) => row(code, [...units], spans));
  // Sorting is stable: codes of one size stay in the order of the rules, or in that in which they were found.
  rows.sort((a, b) => b.comments - a.comments);
  const none = [...texts.keys()].filter((key) => !coded.has(key));
  return Table.from(codeShareSchema, [...rows, row(null, none, [])]);
}
