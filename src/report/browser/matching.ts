import type { Payload, PayloadRow, PayloadUnit } from "../payload.ts";
import { type Filters, foldText } from "./filters.ts";

/**
 * Returns which units pass all filters, as a flag per unit; `textOf` gives a unit's folded text when it is searched.
 */
export function matchingUnits(
  { units }: Payload,
  filters: Filters,
  rows: readonly PayloadRow[],
  textOf: (index: number) => string,
): Uint8Array {
  const { person, sentiment, votes, author, discussion, text } = filters;
  const behind = rows.map((row) => new Set(row.units));
  const wanted = foldText(text);
  const passes = (unit: PayloadUnit, index: number) =>
    (discussion === null || unit.discussion === discussion) &&
    (sentiment === null || unit.label === sentiment) &&
    (votes === null || (unit.up !== null && unit.up >= votes)) &&
    (author === null || unit.author === author) &&
    (person === null || unit.people.includes(person)) &&
    behind.every((numbers) => numbers.has(index)) &&
    (wanted === "" || textOf(index).includes(wanted));
  return Uint8Array.from(units, (unit, index) => (passes(unit, index) ? 1 : 0));
}
