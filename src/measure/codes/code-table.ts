import type { Analysis, AnalyzedUnit } from "../../model/analysis.ts";
import { dataReader } from "../../model/data-folder.ts";
import { YoronError } from "../../model/error.ts";
import { SPAN_COLUMNS } from "../../tables/projection.ts";
import type { RowInput, RowOf } from "../../tables/row-type.ts";
import { defineSchema } from "../../tables/schema.ts";
import { loadFolding } from "../../words/fold.ts";
import { type MeasuredTable, measuredTable } from "../opinions/measured-table.ts";
import type { CodeList } from "./code-list.ts";
import type { Stretch } from "./find-terms.ts";
import { matchCodes } from "./match-codes.ts";
import { termsOfCodes } from "./terms.ts";

const [DISCUSSION, UNIT, START, END, TEXT] = SPAN_COLUMNS;

export const CODES = defineSchema({
  name: "codes",
  description: "A code of one's own rules that a comment or the article holds; no row without rules.",
  columns: [
    DISCUSSION,
    UNIT,
    { ...START, meaning: "where the first words that it rests on begin; of those that rest on none, the whole" },
    END,
    TEXT,
    { name: "code", type: "string", nullable: false, meaning: "its name" },
    {
      name: "sentence",
      type: "integer",
      meaning: "number of the sentence in the unit, from 0; null: of the whole unit",
    },
    {
      name: "spans",
      type: "list",
      nullable: false,
      meaning: "all words that it rests on",
      fields: [
        { name: "start", type: "integer", nullable: false, unit: "UTF-16 code units", meaning: "where they begin" },
        { name: "end", type: "integer", nullable: false, unit: "UTF-16 code units", meaning: "where they end" },
        { name: "text", type: "string", nullable: false, meaning: "the words" },
      ],
    },
  ],
});

/** What rules are held against. */
export const CODE_UNITS = ["comment", "sentence"] as const;

export interface CodeOptions {
  /** The rules, as `parseCodes` reads them; without any the table has no rows. */
  readonly codes?: CodeList;
  /** Whether a rule must hold within a comment as a whole (the default), or within one sentence. */
  readonly codeUnit?: (typeof CODE_UNITS)[number];
}

/**
 * The table of codes: which rules of one's own hold for each comment, or each sentence, and on what words they rest.
 *
 * Throws `bad-value` for a `codeUnit` there is not.
 *
 * @example
 * const codes = parseCodes("*お金\n料金 or 予算 or 費用\n*反対\n反対 and not '反対ではない'");
 * codeTable(analysis, { codes }).filter((row) => row.code === "お金").column("text");
 */
export const codeTable: MeasuredTable<typeof CODES.columns, CodeOptions> = measuredTable(
  CODES,
  ["codes", "codeUnit"],
  codeRows,
);

function* codeRows(
  analyses: readonly Analysis[],
  { codes, codeUnit = "comment" }: CodeOptions,
): Generator<RowInput<RowOf<typeof CODES.columns>>> {
  if (!CODE_UNITS.includes(codeUnit))
    throw new YoronError({
      code: "bad-value",
      what: "there is no unit of codes",
      value: codeUnit,
      next: "comment, sentence",
    });
  if (codes === undefined) return;
  const terms = termsOfCodes(codes, loadFolding(dataReader()));
  for (const { discussion, units } of analyses) {
    for (const unit of units) {
      const { text, tokens } = unit;
      for (const [i, stretch] of stretchesOf(unit, codeUnit).entries()) {
        const held = matchCodes(codes, terms, tokens, stretch);
        for (const [place, grounds] of held.entries()) {
          if (grounds === null) continue;
          const spans = grounds.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
          const { start, end } = spans[0] ?? stretch;
          yield {
            discussion: discussion.id,
            unit: unit.id,
            ...{ start, end, text: text.slice(start, end) },
            code: codes.codes[place]!.name,
            sentence: codeUnit === "sentence" ? i : null,
            spans,
          };
        }
      }
    }
  }
}

/** Returns the parts of a unit that a rule must hold within; none of what has no words. */
function stretchesOf({ text, tokens, sentences }: AnalyzedUnit, of: CodeOptions["codeUnit"]): readonly Stretch[] {
  if (tokens.length === 0) return [];
  return of === "sentence" ? sentences : [{ start: 0, end: text.length, firstToken: 0, lastToken: tokens.length }];
}
