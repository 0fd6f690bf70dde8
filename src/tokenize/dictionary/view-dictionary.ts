import { YoronError } from "../../model/error.ts";
import { unpack } from "../../words/packed.ts";
import type { Dictionary } from "./dictionary.ts";
import { DICTIONARY, rowLength, type Sections } from "./sections.ts";

/**
 * Returns typed arrays over the bytes of a compiled dictionary, without copying or parsing.
 *
 * Throws a {@link YoronError} (`bad-dictionary`) if the bytes are not a whole, undamaged dictionary of this version.
 * `verify: false` skips the checksum, for workers that are handed a buffer already checked.
 */
export function viewDictionary(
  buffer: SharedArrayBuffer,
  { verify = true, name = "dictionary" }: { verify?: boolean; name?: string } = {},
): Dictionary {
  const parts = sectionsOf(buffer, verify, name);
  // TextDecoder refuses shared memory, so the few names are copied first.
  const partNames = Object.freeze(new TextDecoder().decode(parts.parts.slice()).split("\n"));
  return Object.freeze({ ...parts, buffer, rowLength: rowLength(parts.ids.length), partNames });
}

function sectionsOf(buffer: SharedArrayBuffer, verify: boolean, name: string): Sections {
  try {
    return unpack(DICTIONARY, new Uint8Array(buffer), { verify }).columns;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new YoronError({
      code: "bad-dictionary",
      what: `${cause.message}:`,
      value: name,
      next: "reinstall yoron, or run `npm run build:dictionary` in a checkout",
    });
  }
}
