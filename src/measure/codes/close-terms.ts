import type { Place } from "./find-terms.ts";

/** A place of one of the words that shall stand close. */
interface Seen {
  readonly place: Place;
  readonly list: number;
}

/**
 * Returns the places at which all words stand near: inside a stretch whose first and last word are at most `within` words
 * apart, in any order; none where they do not. A word that is asked for twice must be there twice.
 */
export function nearPlaces(numbers: readonly number[], found: readonly (readonly Place[])[], within: number): Place[] {
  const wanted = tallied(numbers);
  const seen: Seen[] = [...wanted.keys()]
    .flatMap((list) => found[list]!.map((place) => ({ place, list })))
    .sort((a, b) => a.place.first - b.place.first || a.place.last - b.place.last);
  const inside = new Map([...wanted.keys()].map((list) => [list, 0]));
  const change = ({ list }: Seen, by: number) => inside.set(list, inside.get(list)! + by);
  const isWhole = () => [...wanted].every(([list, count]) => inside.get(list)! >= count);
  const places: Place[] = [];
  let [left, taken] = [0, 0];
  for (const [right, one] of seen.entries()) {
    change(one, 1);
    for (; isWhole(); left++) {
      if (one.place.first - seen[left]!.place.last <= within) {
        for (let i = Math.max(left, taken); i <= right; i++) places.push(seen[i]!.place);
        taken = right + 1;
      }
      change(seen[left]!, -1);
    }
  }
  return places;
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
