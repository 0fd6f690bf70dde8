import type { Range } from "./span.ts";

/**
 * Returns what gives those of some ranges that share a code unit with one, in the order in which they were given; it looks at few
 * others, however many there are.
 *
 * @example
 * overlapping([{ start: 4, end: 6 }, { start: 0, end: 2 }])({ start: 1, end: 5 }); // both, the one at 4 first
 */
export function overlapping<Item extends Range>(items: readonly Item[]): (range: Range) => readonly Item[] {
  const order = [...items.keys()].sort((a, b) => items[a]!.start - items[b]!.start || a - b);
  /** How far those up to one reach. */
  const reach = new Float64Array(order.length);
  for (const [at, index] of order.entries())
    reach[at] = Math.max(items[index]!.end, at === 0 ? Number.NEGATIVE_INFINITY : reach[at - 1]!);
  return ({ start, end }) => {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[order[middle]!]!.start < end) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let at = low - 1; at >= 0 && reach[at]! > start; at--)
      if (items[order[at]!]!.end > start) found.push(order[at]!);
    return found.sort((a, b) => a - b).map((index) => items[index]!);
  };
}
