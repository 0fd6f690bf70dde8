import type { Likeness } from "../likeness/likeness.ts";

/** How many claims of other comments that are near hold a claim in its group. */
const HOLDERS = 2;
/** So many of a group's claims at most are looked at, evenly from all. */
const COMPARED = 120;

/**
 * Returns the labels with -1 for claims that lie loose in their group: communities take in whatever is tied to one of
 * theirs, and a bar that counts those is too long.
 *
 * `claims` are the places of the claims that have the labels.
 */
export function withoutLoose(
  labels: Int32Array,
  claims: readonly number[],
  likeness: Likeness,
  voiceOf: (claim: number) => number,
): Int32Array {
  const members = new Map<number, number[]>();
  for (const [k, label] of labels.entries()) {
    if (label < 0) continue;
    const own = members.get(label);
    if (own === undefined) members.set(label, [claims[k]!]);
    else own.push(claims[k]!);
  }
  return labels.map((label, k) =>
    label < 0 || isHeld(claims[k]!, members.get(label)!, likeness, voiceOf) ? label : -1,
  );
}

function isHeld(
  claim: number,
  group: readonly number[],
  likeness: Likeness,
  voiceOf: (claim: number) => number,
): boolean {
  const step = Math.max(1, group.length / COMPARED);
  let holders = 0;
  for (let at = 0; at < group.length; at += step) {
    const other = group[Math.floor(at)]!;
    if (voiceOf(other) === voiceOf(claim) || likeness.of(claim, other) < likeness.near) continue;
    if (++holders === HOLDERS) return true;
  }
  return false;
}
