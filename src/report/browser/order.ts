import type { Columns } from "../columns.ts";
import type { Sort } from "./filters.ts";

/** What each order compares, the highest first; null goes last. */
const KEYS: Readonly<Record<Exclude<Sort, "page">, (columns: Columns, unit: number) => number | null | undefined>> = {
  votes: ({ up }, unit) => up[unit],
  replies: ({ replies }, unit) => replies[unit],
  contested: ({ contested }, unit) => contested[unit],
  typical: ({ typical }, unit) => typical[unit],
  unlike: ({ typical }, unit) => negative(typical[unit]),
  length: ({ length }, unit) => length[unit],
  time: ({ posted }, unit) => negative(posted[unit]),
};

function negative(value: number | null | undefined): number | null {
  return value == null ? null : -value;
}

/**
 * Returns units in the order in which they are read. As on the page an article stands before its comments; where comments
 * were chosen or put in another order, it follows them all.
 */
export function inOrder(
  units: readonly number[],
  columns: Columns,
  { sort, filtered }: { readonly sort: Sort; readonly filtered: boolean },
): readonly number[] {
  if (sort === "page" && !filtered) return units;
  const comments = units.filter((unit) => columns.place[unit] !== 0);
  const articles = units.filter((unit) => columns.place[unit] === 0);
  if (sort === "page") return [...comments, ...articles];
  const key = KEYS[sort];
  const keys = new Map(comments.map((unit) => [unit, key(columns, unit) ?? Number.NEGATIVE_INFINITY]));
  const compare = (a: number, b: number) => {
    const [left, right] = [keys.get(a)!, keys.get(b)!];
    return left === right ? a - b : right > left ? 1 : -1;
  };
  return [...comments.sort(compare), ...articles];
}
