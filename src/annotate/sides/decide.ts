import { SIDES, type SideLabel } from "../../model/layers.ts";

const FOR = 0;
const AGAINST = 1;
const CONDITIONAL = 2;
const NONE = SIDES.indexOf("none");

/**
 * Returns the side that probabilities speak for, by its place in `SIDES`.
 *
 * For and against are called only where the other has at most the share `doubt` of what both have; otherwise no side can
 * be read, unless a condition or doubt is likelier.
 */
export function calledSide(p: Float64Array, doubt: number): number {
  let best = 0;
  for (let c = 1; c < p.length; c++) if (p[c]! > p[best]!) best = c;
  if (best > AGAINST) return best;
  const other = best === FOR ? AGAINST : FOR;
  if (p[other]! / (p[best]! + p[other]!) <= doubt) return best;
  let rest = NONE;
  for (let c = CONDITIONAL; c < NONE; c++) if (p[c]! > p[rest]!) rest = c;
  return rest;
}

/** Returns the name of a side by its place. */
export function sideAt(place: number): SideLabel {
  return SIDES[place] ?? "none";
}
