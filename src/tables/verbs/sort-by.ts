import type { Cell } from "../schema.ts";
import { cellsOf, type Parts, takeRows } from "./parts.ts";

/** Returns the rows in the order of some columns, the first counting most; null comes last either way, equals stay. */
export function sortBy(parts: Parts, names: readonly string[], descending: boolean): Parts {
  const keys = names.map((name) => cellsOf(parts, name));
  const sign = descending ? -1 : 1;
  const order = Array.from({ length: parts.length }, (_, row) => row).sort((a, b) => {
    for (const cells of keys) {
      const difference = compare(cells[a]!, cells[b]!, sign);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return takeRows(parts, order);
}

function compare(left: Cell, right: Cell, sign: number): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return (left < right ? -1 : left > right ? 1 : 0) * sign;
}
