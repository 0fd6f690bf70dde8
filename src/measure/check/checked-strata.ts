import { YoronError } from "../../model/error.ts";
import type { Table } from "../../tables/table.ts";
import type { Stratum } from "./prediction-powered.ts";
import { FEWEST } from "./strata.ts";

/**
 * Returns the labelled rows of a sheet by the strata they were drawn from. Strata in which too few rows are labelled are one
 * together, with the largest of the others if need be. A sheet without strata is one.
 */
export function checkedStrata(
  sheet: Table,
  isLabelled: (row: number) => boolean,
  whole: number,
): readonly Stratum<number>[] {
  const strata = new Map<string, { size: number; rows: number[] }>();
  const known = sheet.has("stratum") && sheet.has("stratumSize");
  for (let row = 0; row < sheet.length; row++) {
    const name = known ? String(sheet.column("stratum")[row]) : "";
    const stratum = strata.get(name) ?? { size: known ? Number(sheet.column("stratumSize")[row]) : whole, rows: [] };
    strata.set(name, stratum);
    if (isLabelled(row)) stratum.rows.push(row);
  }
  const overfull = [...strata].find(([, { size, rows }]) => !(size >= rows.length));
  if (overfull !== undefined) {
    throw new YoronError({
      code: "bad-value",
      what: `stratum ${overfull[0]} of the sheet has ${overfull[1].rows.length} labelled rows, more than its stratumSize of`,
      value: overfull[1].size,
      next: "leave stratum and stratumSize as `yoron sample` wrote them",
    });
  }
  const full = (one: Stratum<number>) => one.rows.length >= Math.min(FEWEST, one.size);
  const kept = [...strata.values()].filter(full).sort((a, b) => a.size - b.size);
  const few = [...strata.values()].filter((one) => !full(one));
  if (few.length === 0) return kept;
  if (!full(merged(few)) && kept.length > 0) few.push(kept.pop()!);
  return [...kept, merged(few)];
}

function merged(strata: readonly Stratum<number>[]): Stratum<number> {
  return { size: strata.reduce((sum, { size }) => sum + size, 0), rows: strata.flatMap(({ rows }) => rows) };
}
