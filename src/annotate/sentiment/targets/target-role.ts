import type { Tokens } from "../../../model/tokens.ts";

/** Particles that tell the part a target plays. */
const PARTICLES = ["は", "が", "も", "を", "に", "の", "と", "から", "で", "より", "って", "、"];
const NONE = PARTICLES.length;

/** Number of parts that a target can play. */
export const ROLES = NONE + 1;

/** The part that a target plays which ends before the token `at` of a sentence that ends before `last`. */
export function roleOf(tokens: Tokens, at: number, last: number): number {
  if (at >= last) return NONE;
  const index = PARTICLES.indexOf(tokens.surface(at));
  return index < 0 ? NONE : index;
}
