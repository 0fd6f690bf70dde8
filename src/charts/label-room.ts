import { textWidth } from "./text-width.ts";

/** A name over a point, both axes from 0 to 1. */
export interface PlacedName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Sizes of pictures that names are placed for: of a phone, and of a page. */
const NARROW = 300;
const WIDE = 620;
/** How much a line of words takes of the height, in pixels. */
const LINE = 14;

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
  const [narrow, wide] = [NARROW, WIDE].map((width) => written(names, width, { height, size }));
  return names.map((_, i) => (narrow![i] ? ROOMS.narrow : wide![i] ? ROOMS.wide : ROOMS.none));
}

function written(
  names: readonly PlacedName[],
  width: number,
  { height, size }: { readonly height: number; readonly size: number },
): readonly boolean[] {
  const boxes: { readonly x: number; readonly y: number; readonly half: number }[] = [];
  return names.map(({ name, x, y }) => {
    const box = { x: x * width, y: y * height, half: (textWidth(name) * size) / 2 };
    const free = boxes.every(
      (other) => Math.abs(other.x - box.x) > other.half + box.half + 2 || Math.abs(other.y - box.y) > LINE,
    );
    if (free) boxes.push(box);
    return free;
  });
}
