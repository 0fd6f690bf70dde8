import { quantileSorted } from "simple-statistics";
import type { Cell } from "../../tables/schema.ts";

/** Rows that a stratum gets at least, so that it can be told how its rows differ. */
export const FEWEST = 2;

/** More different numbers than these are parted at their quartiles. */
const MOST_NUMBERS = 8;

/**
 * Returns the stratum of each cell: its value, or for many numbers the quarter that it lies in. Strata that would get fewer
 * than {@link FEWEST} of `n` rows are one stratum together.
 */
export function strataOf(cells: readonly Cell[], n: number): readonly string[] {
  const named = isManyNumbers(cells)
    ? quarters(cells)
    : cells.map((cell) => (cell === null ? "(unknown)" : show(cell)));
  const sizes = tally(named);
  const few = (name: string) => (sizes.get(name)! * n) / cells.length < FEWEST;
  return named.map((name) => (few(name) ? "(others)" : name));
}

/** Returns `n` rows shared out to strata in proportion to their sizes, none below {@link FEWEST} or all it has. */
export function allocate(sizes: readonly number[], n: number): readonly number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const given = sizes.map((size) => Math.min(FEWEST, size));
  for (let left = Math.min(n, total) - given.reduce((sum, rows) => sum + rows, 0); left > 0; left--) {
    let next = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const [i, size] of sizes.entries()) {
      const lacks = (size * n) / total - given[i]!;
      if (given[i]! < size && lacks > most) [next, most] = [i, lacks];
    }
    given[next]!++;
  }
  return given;
}

/** Returns the counts of equal names, in the order in which they first occur. */
export function tally(names: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const name of names) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return sizes;
}

function isManyNumbers(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cell === null || typeof cell === "number") && new Set(cells).size > MOST_NUMBERS;
}

function quarters(cells: readonly Cell[]): string[] {
  const sorted = cells.filter((cell) => typeof cell === "number").sort((a, b) => a - b);
  const ends = [...new Set([0.25, 0.5, 0.75, 1].map((share) => quantileSorted(sorted, share)))];
  return cells.map((cell) => {
    if (typeof cell !== "number") return "(unknown)";
    return `up to ${ends.find((end) => cell <= end)}`;
  });
}

const show = (cell: Cell): string => (typeof cell === "object" ? JSON.stringify(cell) : String(cell));
