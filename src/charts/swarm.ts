/**
 * Returns the levels on which dots lie so that none covers another: 0 in the middle, 1 and −1 beside it, and so on outward.
 *
 * Each takes the level nearest to the middle on which the one before is at least `apart` away (a beeswarm; Eklund, 2012). Places
 * are sorted upward.
 */
export function swarmLevels(places: readonly number[], apart: number): readonly number[] {
  const last: number[] = [];
  return places.map((place) => {
    let free = last.findIndex((before) => place - before >= apart);
    if (free < 0) free = last.length;
    last[free] = place;
    return free % 2 === 1 ? (free + 1) / 2 : -free / 2 || 0;
  });
}
