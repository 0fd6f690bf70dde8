import { type Gap, gapsBetween } from "./edits.ts";

/** Furthest that a slot's words may be from nothing: what is longer is a sentence of somebody's own. */
const LONGEST_SLOT = 16;
/** Fewest slots that differ for a text to be a form that was filled in. */
const FEWEST_SLOTS = 2;
const FIGURE = /[\p{N}〇一二三四五六七八九十百千万億]/u;

/** A place of the original at which others have other words. */
interface Slot {
  readonly start: number;
  readonly end: number;
  readonly fillings: Set<string>;
  readonly members: Set<number>;
}

/**
 * Returns which members of a group are one form with other words in its slots: in at least two places each of these has a
 * filling of its own where others have theirs, or a figure where the original has another.
 *
 * The first member is the original. What is written differently (私は / 私たちは) or added is no slot.
 */
export function filledForms(members: readonly string[]): ReadonlySet<number> {
  const original = members[0] ?? "";
  const gaps = members.map((member, i) => (i === 0 ? [] : gapsBetween(original, member)));
  const slots = slotsOf(original, members, gaps);
  const filled = new Set<number>();
  for (let i = 1; i < members.length; i++) {
    const of = slots.filter((slot) => slot.members.has(i) && isSlot(original, slot));
    if (of.length >= FEWEST_SLOTS) filled.add(i);
  }
  if (filled.size > 0) filled.add(0);
  return filled;
}

function slotsOf(original: string, members: readonly string[], gaps: readonly (readonly Gap[])[]): Slot[] {
  const slots: Slot[] = [];
  for (const [i, member] of members.entries()) {
    for (const { start, end, otherStart, otherEnd } of gaps[i]!) {
      const filling = member.slice(otherStart, otherEnd);
      if (start === end || filling === "" || filling.length > LONGEST_SLOT || end - start > LONGEST_SLOT) continue;
      const known = slots.find((slot) => slot.start < end + 1 && start < slot.end + 1);
      const slot = known ?? { start, end, fillings: new Set([original.slice(start, end)]), members: new Set<number>() };
      if (known === undefined) slots.push(slot);
      slot.fillings.add(filling);
      slot.members.add(i);
    }
  }
  return slots;
}

function isSlot(original: string, { start, end, fillings, members }: Slot): boolean {
  const figures = FIGURE.test(original.slice(start, end)) && [...fillings].every((filling) => FIGURE.test(filling));
  return figures || (members.size >= 2 && fillings.size > Math.max(2, members.size / 2));
}
