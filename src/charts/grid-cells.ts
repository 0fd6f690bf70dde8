/** How things are placed, and how many marks are allowed. */
export interface GridOptions<T> {
  readonly most: number;
  readonly x: (item: T) => number;
  readonly y: (item: T) => number;
}

/** Up to so many things are a mark each; of more the plane is cut into fewer cells, which weigh less than they tell. */
const MOST_SINGLE = 1500;
const MOST_CELLS = 576;

/**
 * Returns for how many things how many groups are drawn at most.
 *
 * @example
 * mostCells(10_000); // 576
 */
export function mostCells(things: number): number {
  return things <= MOST_SINGLE ? MOST_SINGLE : MOST_CELLS;
}

/**
 * Returns groups of things that lie close together, so that at most `most` groups remain; few enough stay one each.
 *
 * The plane is cut into equal cells, `√most` a side; the order within and of the groups is that of the items.
 */
export function gridCells<T>(items: readonly T[], { most, x, y }: GridOptions<T>): readonly (readonly T[])[] {
  if (items.length <= most) return items.map((item) => [item]);
  const side = Math.floor(Math.sqrt(most));
  const [columns, rows] = [x, y].map((place) => cutter(items.map(place), side)) as [Cutter, Cutter];
  const cells = new Map<number, T[]>();
  for (const item of items) {
    const key = columns(x(item)) * side + rows(y(item));
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [item]);
    else cell.push(item);
  }
  return [...cells.values()];
}

type Cutter = (value: number) => number;

function cutter(values: readonly number[], side: number): Cutter {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const width = high - low || 1;
  return (value) => Math.min(side - 1, Math.floor(((value - low) / width) * side));
}
