import { textWidth } from "./text-width.ts";

/** A name over a point, both axes from 0 to 1, from the upper left corner. */
export interface PlacedName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Pixels that it stands above its point. Default 0. */
  readonly rise?: number;
}

/** Sizes of pictures that names are placed for: of a phone, and of a page. */
const NARROW = 300;
const WIDE = 620;
/** How much a line of words takes of the height, in pixels. */
const LINE = 14;

/** Returns half of the pixels that a name takes. */
export function halfWidth(name: string, size: number): number {
  return Math.round((textWidth(name) * size) / 2);
}

/** Returns how many pixels a name over a place is moved aside, so that it does not leave the picture. */
const intoPicture = (place: number, half: number, width: number): number =>
  Math.max(0, half - place) - Math.max(0, place + half - width);

/**
 * Returns the expression of {@link intoPicture} over rows with half of a name's pixels in `half`; `place` is that of its point, in
 * pixels.
 */
export const intoPictureExpr = (place: string): string =>
  `max(0, datum.half - (${place})) - max(0, (${place}) + datum.half - width)`;

/** What `labelRoom` must be more than for a name to be written: 0 on every screen, 200 where there is room, else on none. */
const ROOMS = { narrow: 0, wide: 200, none: 1000 } as const;

/**
 * Returns from which `labelRoom` of a picture on each name has room, so that none is written over another: the first ones go before.
 * `height` is that of the picture, `size` that of the letters, both in pixels.
 *
 * @example
 * labelRooms([{ name: "折口", x: 0.5, y: 0.5 }, { name: "kgpj", x: 0.51, y: 0.5 }], { height: 400, size: 12 }); // [0, 1000]
 */
export function labelRooms(
  names: readonly PlacedName[],
  { height, size }: { readonly height: number; readonly size: number },
): readonly number[] {
  const wide = written(names, WIDE, { height, size });
  // What has room on a phone alone would lie on others where there is more room for these.
  const narrow = written(wide, NARROW, { height, size });
  return names.map((name) => (narrow.has(name) ? ROOMS.narrow : wide.has(name) ? ROOMS.wide : ROOMS.none));
}

/** Returns the names that are not written over one before. */
function written(
  names: Iterable<PlacedName>,
  width: number,
  { height, size }: { readonly height: number; readonly size: number },
): ReadonlySet<PlacedName> {
  const boxes: { readonly x: number; readonly y: number; readonly half: number }[] = [];
  const free = new Set<PlacedName>();
  for (const placed of names) {
    const { name, x, y, rise = 0 } = placed;
    const half = halfWidth(name, size);
    const box = { x: x * width + intoPicture(x * width, half, width), y: y * height - rise, half };
    const isFree = boxes.every(
      (other) => Math.abs(other.x - box.x) > other.half + box.half + 2 || Math.abs(other.y - box.y) > LINE,
    );
    if (!isFree) continue;
    boxes.push(box);
    free.add(placed);
  }
  return free;
}
