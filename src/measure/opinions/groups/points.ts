import type { Sayings } from "../items.ts";
import type { Likeness } from "../likeness/likeness.ts";

/** At most so many points of a small thread. */
const MOST = 12;
/** Log-odds from which a claim joins a point. */
const JOINS = -1.2;

/**
 * Returns the point that each claim of a small thread joins, by number, the foremost first; -1 for one that joins none.
 *
 * Too few claims make no groups; they are ranked. A point is a claim that many are like and that is unlike the points
 * before it (centrality times difference, as maximal marginal relevance has it, Carbonell & Goldstein 1998).
 */
export function pointsOf({ items }: Sayings, likeness: Likeness, chosen: readonly number[]): Int32Array {
  const chance = (a: number, b: number) => 1 / (1 + Math.exp(-likeness.of(a, b)));
  const central = chosen.map((a) => chosen.reduce((sum, b) => sum + (a === b ? 0 : chance(a, b)), 0));
  const most = Math.max(1e-9, ...central);
  const nearest = new Float64Array(chosen.length);
  const points: number[] = [];
  const wanted = Math.min(MOST, Math.ceil(chosen.length / 2));
  while (points.length < wanted) {
    // A claim that stands alone is a point where there is no other.
    let [best, value] = [-1, points.length === 0 ? -1 : 0];
    for (let i = 0; i < chosen.length; i++) {
      const worth = (central[i]! / most) * (1 - nearest[i]!);
      if (worth > value + 1e-9 && !points.includes(i)) [best, value] = [i, worth];
    }
    if (best < 0) break;
    points.push(best);
    for (let i = 0; i < chosen.length; i++) {
      const near = items[chosen[i]!]!.voice === items[chosen[best]!]!.voice ? 1 : chance(chosen[i]!, chosen[best]!);
      nearest[i] = Math.max(nearest[i]!, near);
    }
  }
  return Int32Array.from(chosen, (a, i) => {
    if (points.includes(i)) return points.indexOf(i);
    let [joined, value] = [-1, JOINS];
    for (const [number, point] of points.entries()) {
      const own = likeness.of(a, chosen[point]!);
      if (own > value) [joined, value] = [number, own];
    }
    return joined;
  });
}
