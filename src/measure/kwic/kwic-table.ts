import type { AnalyzedUnit } from "../../model/analysis.ts";
import { dataReader } from "../../model/data-folder.ts";
import { checkOptions, YoronError } from "../../model/error.ts";
import { type Analyses, listOf, SPAN_COLUMNS } from "../../tables/projection.ts";
import { defineSchema } from "../../tables/schema.ts";
import { type RowOf, Table } from "../../tables/table.ts";
import { loadFolding } from "../../words/fold.ts";
import { matchCodes } from "../codes/match-codes.ts";
import { parseRule } from "../codes/parse-rule.ts";
import { plainWidth } from "../codes/plain.ts";
import { termsOfCodes } from "../codes/terms.ts";

const [DISCUSSION, UNIT, START, END, TEXT] = SPAN_COLUMNS;

export const kwicSchema = defineSchema({
  name: "kwic",
  description: "A place where a word stands, with what stands before and behind it.",
  columns: [
    DISCUSSION,
    UNIT,
    START,
    END,
    { name: "left", type: "string", nullable: false, meaning: "what stands before it, on one line" },
    { ...TEXT, meaning: "the word, as written" },
    { name: "right", type: "string", nullable: false, meaning: "what stands behind it, on one line" },
  ],
});

/** A place where a word stands. */
export type KwicRow = RowOf<typeof kwicSchema.columns>;

/** What places may be sorted by. */
export const KWIC_SORTS = ["right", "left", "place"] as const;

export interface KwicOptions {
  /** By the words behind (the default), by those before, the nearest first, or as they stand in the texts. */
  readonly sort?: (typeof KWIC_SORTS)[number];
  /** Characters before and behind. Default 24. */
  readonly width?: number;
}

/** Words that places are sorted by, on one side. */
const COMPARED = 8;

/**
 * Returns the concordance of a word (key word in context, KWIC): each place where it stands, in any inflection, with what stands
 * around it in the comment or article.
 *
 * `word` may be any condition of a coding rule (`parseCodes`): `値上げ`, `'仕方がない'`, `困る or 困難`, `near(給食-値上げ)`; the places are those
 * of the words that it rests on. Throws `bad-codes` for one that cannot be read, `bad-value` for an option out of range.
 *
 * @example
 * kwicTable(analysis, "鉄道", { sort: "left", width: 12 }).select(["left", "text", "right"]);
 */
export function kwicTable(analyses: Analyses, word: string, options: KwicOptions = {}): Table<KwicRow> {
  checkOptions(options, ["sort", "width"], "a concordance");
  const { sort = "right", width = 24 } = options;
  if (!KWIC_SORTS.includes(sort)) throw wrong("sort takes right, left or place, not", sort);
  if (!Number.isInteger(width) || width < 1 || width > 1000)
    throw wrong("width takes a count of characters up to 1000, not", width);
  const rule = parseRule(word);
  const terms = termsOfCodes(rule, loadFolding(dataReader()));
  const list = listOf(analyses);
  const places = list.flatMap(({ discussion, units }) =>
    units.flatMap((unit) => {
      const { text, tokens } = unit;
      const stretch = { start: 0, end: text.length, firstToken: 0, lastToken: tokens.length };
      const [ranges] = matchCodes(rule, terms, tokens, stretch);
      return (ranges ?? []).map(({ start, end }) => ({
        key: sort === "place" ? [] : wordsBeside(unit, start, end, sort),
        row: {
          discussion: discussion.id,
          unit: unit.id,
          start,
          end,
          left: oneLine(lastCharacters(text.slice(Math.max(0, start - width * 4), start), width)),
          text: text.slice(start, end),
          right: oneLine([...text.slice(end, end + width * 4)].slice(0, width).join("")),
        },
      }));
    }),
  );
  // Sorting is stable: places with the same words beside them stay in the order of the texts.
  places.sort((a, b) => compareWords(a.key, b.key));
  const titles = new Map(list.map(({ discussion: { id, article } }) => [id, article.title] as const));
  return Table.from(
    kwicSchema,
    places.map(({ row }) => row),
    { titles },
  );
}

/** Returns the words beside a place, the nearest first. */
function wordsBeside({ tokens }: AnalyzedUnit, start: number, end: number, side: "left" | "right"): readonly string[] {
  const [from, step] = side === "right" ? [tokens.indexAt(end), 1] : [tokens.indexAt(start) - 1, -1];
  const words: string[] = [];
  for (let i = from; i >= 0 && i < tokens.length && words.length < COMPARED; i += step)
    words.push(plainWidth(tokens.surface(i)));
  return words;
}

function compareWords(a: readonly string[], b: readonly string[]): number {
  for (const [i, word] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (word !== other) return word < other ? -1 : 1;
  }
  return a.length - b.length;
}

const lastCharacters = (text: string, most: number): string => [...text].slice(-most).join("");
const oneLine = (text: string): string => text.replace(/\s+/gu, " ");

function wrong(what: string, value: unknown): YoronError {
  return new YoronError({ code: "bad-value", what: `a concordance: ${what}`, value });
}
