import { EntryKind } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";
import { Zone, type Zones, zoneOf } from "./zones.ts";

/** Words of growth and decrease weaker than this say little. */
const LEAST = 0.5;

/** What grows or decreases about a target. */
export interface Growth {
  /** Strength of the first word of growth that speaks of it, below 0 for decrease; 0 for none. */
  readonly direction: number;
  /** Where that stands, and the last such word of its predicate; -1 for none. */
  readonly first: number;
  readonly last: number;
}

/** Whether a match is a word of growth or decrease that says something. */
export function isGrowth({ kind, value }: Match): boolean {
  return kind === EntryKind.direction && Math.abs(value) > LEAST;
}

/** Returns the words of growth or decrease that speak of a target. */
export function growthOf(matches: readonly Match[], zones: Zones): Growth {
  let direction = 0;
  let first = -1;
  let last = -1;
  for (const match of matches) {
    if (!isGrowth(match)) continue;
    const zone = zoneOf(zones, match.first);
    if (first < 0 && match.first >= zones.last && zone <= Zone.later) {
      direction = match.value;
      first = match.first;
    }
    if (zone === Zone.predicate) last = match.first;
  }
  return { direction, first, last };
}
