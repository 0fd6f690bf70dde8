import diceCoefficient from "natural/lib/natural/distance/dice_coefficient.js";
import type { Cell } from "../../tables/schema.ts";
import type { Table } from "../../tables/table.ts";
import { layerNameOf } from "./human-labels.ts";
import { checkedLayer } from "./layers.ts";
import { populationOf } from "./population.ts";
import { unitKey } from "./unit-key.ts";

/** Of two texts whose pairs of letters are less alike than this (Dice 1945) one is no copy of the other with names replaced. */
const LIKE = 0.5;

/** A row of a sheet whose text is not what its unit says now. */
export interface ChangedText {
  readonly discussion: string;
  readonly unit: string;
  /** What the sheet says. */
  readonly sheet: string;
  /** What the unit says in the pages. */
  readonly page: string;
}

/**
 * Returns the rows of a sheet whose text is another than that of the unit of the same id in the machine's answers: who labelled
 * them read something else. Texts with names replaced, or another line's end, are the same text.
 *
 * Throws `unknown-column` for a table that is not of what the sheet asks.
 *
 * @example
 * const comments = commentTable(analysis);
 * changedTexts(sampleTable(comments, { n: 20 }), comments).length; // 0
 */
export function changedTexts(sheet: Table, table: Table): readonly ChangedText[] {
  if (!sheet.has("text")) return [];
  const units = populationOf(table, checkedLayer(layerNameOf(sheet)));
  const texts = new Map(units.map(({ discussion, unit, text }) => [unitKey(discussion, unit), text]));
  const cells = (name: string) => sheet.column(name) as readonly Cell[];
  const [discussions, ids, read] = [cells("discussion"), cells("unit"), cells("text")];
  return read.flatMap((text, row) => {
    const [discussion, unit] = [String(discussions[row]), String(ids[row])];
    const page = texts.get(unitKey(discussion, unit));
    if (page === undefined || text === null || isLike(String(text), page)) return [];
    return [{ discussion, unit, sheet: String(text), page }];
  });
}

const folded = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "");

/** Whether texts share half of their pairs of letters. */
const isLike = (one: string, other: string): boolean => diceCoefficient(folded(one), folded(other)) >= LIKE;
