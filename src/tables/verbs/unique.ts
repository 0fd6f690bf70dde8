import { keyOf } from "./keys.ts";
import { type Parts, takeRows } from "./parts.ts";

/** Returns the first row of each different set of cells in some columns; nulls are equal to each other here. */
export function unique(parts: Parts, names: readonly string[]): Parts {
  const key = keyOf(parts, names);
  const seen = new Set<string | null>();
  const rows: number[] = [];
  for (let row = 0; row < parts.length; row++) {
    const own = key(row);
    if (seen.has(own)) continue;
    seen.add(own);
    rows.push(row);
  }
  return takeRows(parts, rows);
}
