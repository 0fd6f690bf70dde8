import { SIDES, type SideLabel } from "../../model/layers.ts";

const FOR = 0;
const AGAINST = 1;
const NONE = SIDES.indexOf("none");

/** What probabilities speak for. */
export interface Called {
  /** Its place in `SIDES`. */
  readonly place: number;
  /** Whether a side was likeliest, but which one is in doubt. */
  readonly doubted: boolean;
}

/**
 * Returns the side that probabilities speak for.
 *
 * For and against are called only where the other has at most the share `doubt` of what both have; otherwise no side can
 * be read.
 */
export function calledSide(p: Float64Array, doubt: number): Called {
  let best = 0;
  for (let c = 1; c < p.length; c++) if (p[c]! > p[best]!) best = c;
  if (best > AGAINST) return { place: best, doubted: false };
  const other = best === FOR ? AGAINST : FOR;
  const doubted = p[other]! / (p[best]! + p[other]!) > doubt;
  return { place: doubted ? NONE : best, doubted };
}

/** Returns the name of a side by its place. */
export function sideAt(place: number): SideLabel {
  return SIDES[place] ?? "none";
}
