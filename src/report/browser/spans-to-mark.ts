import type { PayloadRow } from "../payload.ts";
import { foldWithMap, placesOf } from "./fold.ts";
import { parseQuery, wordsToMark } from "./query.ts";

const MOST_HIGHLIGHTS = 2000;

/** Words to highlight in one unit, in the order of the text. */
export type Spans = readonly (readonly [start: number, end: number])[];

/** Returns the words behind the chosen marks and those searched for, by the number of the unit, in the units that are shown. */
export function spansToMark(
  chosen: readonly PayloadRow[],
  searched: string,
  shown: readonly number[],
  textOf: (unit: number) => string,
): ReadonlyMap<number, Spans> {
  const spans = new Map<number, (readonly [number, number])[]>();
  const passing = new Set(shown);
  let count = 0;
  const add = (unit: number, span: readonly [number, number]) => {
    const own = spans.get(unit) ?? [];
    if (own.some(([start, end]) => start === span[0] && end === span[1])) return;
    spans.set(unit, [...own, span]);
    count++;
  };
  for (const { spans: places } of chosen) {
    for (let i = 0; i < places.length && count < MOST_HIGHLIGHTS; i += 3) {
      const [unit, start, end] = [places[i]!, places[i + 1]!, places[i + 2]!];
      if (passing.has(unit)) add(unit, [start, end]);
    }
  }
  const words = searched === "" ? [] : wordsToMark(parseQuery(searched));
  for (const unit of words.length === 0 ? [] : shown) {
    if (count >= MOST_HIGHLIGHTS) break;
    const folded = foldWithMap(textOf(unit));
    for (const word of words) for (const span of placesOf(word, folded)) add(unit, span);
  }
  return new Map([...spans].map(([unit, found]) => [unit, found.sort((a, b) => a[0] - b[0])]));
}
