import type { Sample } from "../tables/guess.ts";
import type { FlatRow } from "./flat-row.ts";

/** Rows that are looked at to find out what a field holds. */
export const SAMPLE = 200;

/** Returns the values of the first rows by field. A field that a row has not adds nothing: names may all differ. */
export function sampleOf(rows: readonly FlatRow[]): Sample {
  const sample = new Map<string, string[]>();
  for (const { cells } of rows.slice(0, SAMPLE)) {
    for (const [name, value] of cells) {
      if (value === null) continue;
      const values = sample.get(name);
      if (values === undefined) sample.set(name, [value]);
      else values.push(value);
    }
  }
  return sample;
}
