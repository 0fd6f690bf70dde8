/** How the probabilities of a side go with the side, on measures and threads left out. */
import type { SideRates } from "../../src/measure/estimated-share.ts";
import type { SideLabel } from "../../src/model/layers.ts";
import { groupBy } from "../../src/words/group-by.ts";

/** A comment with its side, its measure, and what a model says that never saw the measure. */
export interface GroupedSide {
  readonly group: string;
  readonly side: SideLabel;
  readonly p: Float64Array;
}

/** Returns the rates of one side; its place is that in `SIDES`. What strays most, all measures or the given others, counts. */
export function ratesOf(
  rows: readonly GroupedSide[],
  side: SideLabel,
  { place, others }: { readonly place: number; readonly others: readonly GroupedSide[] },
): SideRates {
  const of = (own: boolean) => rows.filter((row) => (row.side === side) === own).map(({ p }) => p[place]!);
  const [taken, other] = [mean(of(true)), mean(of(false))];
  const expected = (row: GroupedSide) => (row.side === side ? taken : other);
  const within = Math.sqrt(mean(rows.map((row) => (row.p[place]! - expected(row)) ** 2)));
  const between = (some: readonly GroupedSide[]) => {
    const residuals = [...groupBy(some, ({ group }) => group).values()].map(
      (group) => mean(group.map((row) => row.p[place]! - expected(row))) ** 2 - within ** 2 / group.length,
    );
    return Math.sqrt(Math.max(0, mean(residuals)));
  };
  return { taken, other, between: Math.max(between(rows), between(others)), within };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
