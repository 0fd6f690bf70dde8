/**
 * Returns the list, or of a longer one so many of its items, evenly from all.
 *
 * @example
 * evenly([1, 2, 3, 4], 2); // [1, 3]
 */
export function evenly<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  const step = list.length / most;
  return Array.from({ length: most }, (_, k) => list[Math.floor(k * step)]!);
}
