import type { Sayings } from "../items.ts";
import { type Likeness, likenessOf } from "../likeness/likeness.ts";

/** At most so many points of a small thread. */
const MOST = 12;
/** Log-odds from which a claim joins a point: such as a reader would put together. */
const JOINS = -0.9;
/** What words in common weigh more than among many comments, where nothing else can hold claims together. */
const WORDS = 0.33;
/** Claims of fewer words are a point where nothing else is: 「あ、本当だ」 is like whatever it answers. */
const FEWEST_WORDS = 6;
const SHORT_CLAIM = 0.05;
/** Comments of so many claims at most argue one thing: their other claims follow the one that joins. */
const SHORT = 3;

/**
 * Returns the point that each claim of a small thread joins, by number, the foremost first; -1 for one that joins none.
 *
 * Too few claims make no groups; they are ranked. A point is a claim that many are truly like and that is unlike the points
 * before it (centrality times difference, as maximal marginal relevance has it, Carbonell & Goldstein 1998). What is like no
 * point stays with itself.
 */
export function pointsOf({ items }: Sayings, likeness: Likeness, chosen: readonly number[]): Int32Array {
  const words = likenessOf(likeness, { bias: 0, vectors: 0, words: WORDS });
  const odds = (a: number, b: number) => likeness.of(chosen[a]!, chosen[b]!) + words.of(chosen[a]!, chosen[b]!);
  const chance = (a: number, b: number) => 1 / (1 + Math.exp(-odds(a, b)));
  const isOther = (a: number, b: number) => items[chosen[a]!]!.voice !== items[chosen[b]!]!.voice;
  const places = chosen.map((_, k) => k);
  const central = places.map((a) =>
    // A hundredth of what is not truly like it tells claims apart that nothing is like.
    places.reduce((sum, b) => sum + (isOther(a, b) ? chance(a, b) * (odds(a, b) >= JOINS ? 1 : 0.01) : 0), 0),
  );
  const says = (k: number) => items[chosen[k]!]!.rows[1] - items[chosen[k]!]!.rows[0] >= FEWEST_WORDS;
  const points = foremost(
    central.map((own, k) => (says(k) ? own : own * SHORT_CLAIM)),
    (a, b) => (isOther(a, b) ? chance(a, b) / chanceOf(JOINS) : 1),
  );
  const labels = Int32Array.from(places, (a) => {
    if (points.includes(a)) return points.indexOf(a);
    let [joined, value] = [-1, JOINS];
    for (const [number, point] of points.entries()) {
      const own = isOther(a, point) ? odds(a, point) : Number.NEGATIVE_INFINITY;
      if (own >= value) [joined, value] = [number, own];
    }
    return joined;
  });
  return followed(labels, (k) => items[chosen[k]!]!.voice);
}

const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Returns the places that are most central and least near those before them. */
function foremost(central: readonly number[], nearness: (a: number, b: number) => number): number[] {
  const most = Math.max(1e-9, ...central);
  const nearest = new Float64Array(central.length);
  const points: number[] = [];
  const wanted = Math.min(MOST, Math.ceil(central.length / 2));
  while (points.length < wanted) {
    // A claim that stands alone is a point where there is no other.
    let [best, value] = [-1, points.length === 0 ? -1 : 0];
    for (const [i, own] of central.entries()) {
      const worth = (own / most) * (1 - nearest[i]!);
      if (worth > value + 1e-9 && !points.includes(i)) [best, value] = [i, worth];
    }
    if (best < 0) break;
    points.push(best);
    for (const i of central.keys()) nearest[i] = Math.max(nearest[i]!, Math.min(1, nearness(i, best)));
  }
  return points;
}

/** Returns the labels with those of short comments for all of their claims: the first that one of them has. */
function followed(labels: Int32Array, voiceOf: (k: number) => number): Int32Array {
  const claims = new Map<number, number[]>();
  for (const k of labels.keys()) claims.set(voiceOf(k), [...(claims.get(voiceOf(k)) ?? []), k]);
  return labels.map((label, k) => {
    const own = claims.get(voiceOf(k))!;
    if (label >= 0 || own.length > SHORT) return label;
    return own.map((other) => labels[other]!).find((other) => other >= 0) ?? -1;
  });
}
