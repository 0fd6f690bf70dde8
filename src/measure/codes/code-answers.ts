import { need } from "../../tables/need.ts";
import type { RowOf, Table } from "../../tables/table.ts";
import { severalAnswers, severalSchema } from "../check/several-answers.ts";
import type { CodeList } from "./code-list.ts";
import { CODES } from "./code-table.ts";

const SCHEMA = severalSchema("codeAnswers", {
  description: "Which codes each comment holds, as the rules say.",
  answer: "codes by number",
  labels: "the codes: number and name",
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
  const numbers = new Map((codes?.codes ?? []).map(({ name }, i) => [name, `k${i + 1}`]));
  const held = new Map<string, Set<string>>();
  for (const { discussion, unit, code } of need(who, table, CODES, ["discussion", "unit", "code"])) {
    // A name may have blanks, which part labels in a cell: they go by numbers, as opinions do.
    const number = numbers.get(code) ?? `k${numbers.size + 1}`;
    numbers.set(code, number);
    const key = `${discussion}/${unit}`;
    held.set(key, (held.get(key) ?? new Set()).add(number));
  }
  const listed = [...numbers].map(([name, label]) => ({ label, ja: name.replace(/\s+/gu, "") }));
  return severalAnswers(SCHEMA, comments, listed, held);
}
