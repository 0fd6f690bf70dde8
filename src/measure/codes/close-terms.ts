import type { Place } from "./find-terms.ts";

/** A place of one of the words that shall stand close. */
interface Seen {
  readonly place: Place;
  readonly list: number;
}

/**
 * Returns the places at which all words stand near, in any order, each at most `within` words behind the one before, as KH Coder
 * counts it; none where they do not. A word that is asked for twice must be there twice.
 *
 * From each place on the next words that are wanted are taken; of one that comes again at once, the later, which is nearer to what follows.
 */
export function nearPlaces(numbers: readonly number[], found: readonly (readonly Place[])[], within: number): Place[] {
  const wanted = tallied(numbers);
  const seen: Seen[] = [...wanted.keys()]
    .flatMap((list) => found[list]!.map((place) => ({ place, list })))
    .sort((a, b) => a.place.first - b.place.first || a.place.last - b.place.last);
  const places = new Set<Place>();
  for (const start of seen.keys()) for (const place of chainFrom(start, seen, wanted, within)) places.add(place);
  return [...places];
}

function chainFrom(
  start: number,
  seen: readonly Seen[],
  wanted: ReadonlyMap<number, number>,
  within: number,
): readonly Place[] {
  const left = new Map(wanted);
  const all = [...wanted.values()].reduce((sum, count) => sum + count, 0);
  const chain: Seen[] = [];
  const isNear = (one: Seen, before: Seen | undefined) =>
    before === undefined || one.place.first - before.place.last <= within;
  for (let i = start; i < seen.length && isNear(seen[i]!, chain.at(-1)); i++) {
    const one = seen[i]!;
    const open = left.get(one.list)!;
    if (open > 0) {
      left.set(one.list, open - 1);
      chain.push(one);
      if (chain.length === all) return chain.map(({ place }) => place);
    } else if (chain.length > 1 && chain.at(-1)!.list === one.list && isNear(one, chain.at(-2))) {
      chain[chain.length - 1] = one;
    }
  }
  return [];
}

/** Returns the places at which words follow one another in this order, each at most `within` words behind the one before. */
export function sequencePlaces(
  numbers: readonly number[],
  found: readonly (readonly Place[])[],
  within: number,
): Place[] {
  interface Step {
    readonly place: Place;
    readonly before: Step | null;
  }
  let steps: Step[] = found[numbers[0]!]!.map((place) => ({ place, before: null }));
  for (const number of numbers.slice(1)) {
    const reached: Step[] = [];
    let next = 0;
    for (const place of found[number]!) {
      while (next < steps.length && steps[next]!.place.last < place.first) next++;
      const before = steps[next - 1];
      if (before !== undefined && place.first - before.place.last <= within) reached.push({ place, before });
    }
    steps = reached;
  }
  const places = new Set<Place>();
  for (const end of steps)
    for (let step: Step | null = end; step !== null && !places.has(step.place); step = step.before)
      places.add(step.place);
  return [...places];
}

function tallied(numbers: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}
