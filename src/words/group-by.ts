/**
 * Returns items, grouped by a key: keys in the order of their first item, the items of each as they came.
 *
 * @example
 * groupBy(["a1", "b1", "a2"], (item) => item[0]); // Map { "a" → ["a1", "a2"], "b" → ["b1"] }
 */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
