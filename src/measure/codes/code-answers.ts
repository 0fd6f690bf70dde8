import { commentTable } from "../../tables/comments.ts";
import { need } from "../../tables/need.ts";
import { defineSchema } from "../../tables/schema.ts";
import { type RowOf, Table } from "../../tables/table.ts";
import { labelsShown, NONE } from "../check/layers.ts";
import type { CodeList } from "./code-list.ts";
import { CODES } from "./code-table.ts";

const SCHEMA = defineSchema({
  name: "codeAnswers",
  description: "Which codes each comment holds, as the rules say.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "unit", type: "string", nullable: false, meaning: "the comment", key: "comments.id" },
    { name: "text", type: "string", nullable: false, meaning: "the comment" },
    { name: "answer", type: "string", nullable: false, meaning: "codes by number, with spaces; `none`: none of these" },
    { name: "labels", type: "string", nullable: false, meaning: "the codes: number and name" },
  ],
});

/** Which codes a comment holds. */
export type CodeAnswer = RowOf<typeof SCHEMA.columns>;

/**
 * Returns of each comment which codes it holds: what `sampleTable` draws from for people to check (`of: "codes"`), and what
 * `correctedShares` compares their labels with. `codes` lists those too that no comment holds, which people may find.
 *
 * @example
 * const codes = parseCodes("*お金\n料金 or 予算 or 費用");
 * const answers = codeAnswers(codeTable(analysis, { codes }), commentTable(analysis), { codes });
 * sampleTable(answers, { of: "codes", n: 100 });
 */
export function codeAnswers(
  table: Table,
  comments: Table,
  { codes }: { readonly codes?: CodeList } = {},
): Table<CodeAnswer> {
  const who = "answers of codes";
  const held = new Map<string, Set<string>>();
  const names = new Set(codes?.codes.map(({ name }) => name));
  for (const { discussion, unit, code } of need(who, table, CODES, ["discussion", "unit", "code"])) {
    const key = `${discussion}/${unit}`;
    held.set(key, (held.get(key) ?? new Set()).add(code));
    names.add(code);
  }
  // A name may have blanks, which part labels in a cell: they go by numbers, as opinions do.
  const listed = [...names].map((name, i) => ({ label: `k${i + 1}`, ja: name.replace(/\s+/gu, "") }));
  const labels = labelsShown([...listed, { label: NONE, ja: "なし" }]);
  const numbers = [...names].map((name, i) => [name, `k${i + 1}`] as const);
  const rows = [...need(who, comments, commentTable.schema, ["discussion", "id", "text"])];
  return Table.from(
    SCHEMA,
    rows.map(({ discussion, id, text }) => {
      const own = held.get(`${discussion}/${id}`);
      const answer = numbers.flatMap(([name, label]) => (own?.has(name) === true ? [label] : [])).join(" ");
      return { discussion, unit: id, text, answer: answer === "" ? NONE : answer, labels };
    }),
  );
}
