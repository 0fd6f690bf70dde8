/** How one 32-bit word says what the lattice must know of an entry: bits 0–10 connection id, 15 last of its surface, 16–31 cost. */
export const ID_MASK = 0x7ff;
export const LAST_ENTRY = 1 << 15;
export const COST_SHIFT = 16;

/** Returns an entry, packed. */
export function entryWord(id: number, cost: number, isLast: boolean): number {
  return (cost << COST_SHIFT) | (isLast ? LAST_ENTRY : 0) | id;
}
