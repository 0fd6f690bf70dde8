import type { Likeness } from "./likeness/likeness.ts";

/** Claims that centrality is told by, evenly from all. */
const COMPARED = 60;

/** Returns how typical each of some claims is of a set of claims: its mean chance to be of one opinion with them, of the highest there is. */
export function centralityOf(likeness: Likeness, claims: readonly number[], set: readonly number[]): number[] {
  const step = Math.max(1, Math.floor(set.length / COMPARED));
  const compared = set.filter((_, n) => n % step === 0);
  const sums = claims.map((a) => compared.reduce((sum, b) => sum + (a === b ? 0 : chanceOf(likeness, a, b)), 0));
  const most = Math.max(1e-9, ...sums);
  return sums.map((sum) => sum / most);
}

/** Returns how likely two claims are of one opinion. */
export function chanceOf(likeness: Likeness, a: number, b: number): number {
  return 1 / (1 + Math.exp(-likeness.of(a, b)));
}
