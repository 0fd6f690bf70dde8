import { YoronError } from "../../model/error.ts";
import { checksum } from "./checksum.ts";
import { type Dictionary, layout } from "./dictionary.ts";
import { HEADER_BYTES, MAGIC, rowLength, type Sections, VERSION } from "./sections.ts";

const arrayTypes = {
  int32: Int32Array,
  int16: Int16Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  uint8: Uint8Array,
} as const;

/**
 * Lays typed arrays over the bytes of a compiled dictionary, without copying or parsing.
 *
 * Throws a {@link YoronError} (`bad-dictionary`) if the bytes are not a whole, undamaged dictionary of this version.
 * `verify: false` skips the checksum, for workers that are handed a buffer already checked.
 */
export function viewDictionary(
  buffer: SharedArrayBuffer,
  { verify = true, name = "dictionary" }: { verify?: boolean; name?: string } = {},
): Dictionary {
  const fail = (what: string): never => {
    throw new YoronError({
      code: "bad-dictionary",
      what: `${what}:`,
      value: name,
      next: "reinstall yoron, or run `npm run build:dictionary` in a checkout",
    });
  };
  if (buffer.byteLength < HEADER_BYTES) fail("too short for a compiled dictionary");
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, MAGIC.length));
  if (magic !== MAGIC) fail("not a compiled dictionary of yoron");
  const header = new Uint32Array(buffer, MAGIC.length, HEADER_BYTES / 4 - 2);
  const [version = 0, sum = 0, bytes = 0, count = 0] = header;
  if (version !== VERSION) fail(`dictionary of format ${version}, this program reads format ${VERSION}`);
  if (bytes !== buffer.byteLength) fail(`dictionary of ${buffer.byteLength} bytes instead of ${bytes}`);
  if (count !== layout.length) fail("dictionary with a damaged header");
  if (verify && checksum(new Int32Array(buffer, MAGIC.length + 8, (bytes - MAGIC.length - 8) / 4)) !== sum)
    fail("damaged dictionary (checksum)");

  const views: Record<string, unknown> = {};
  layout.forEach(({ name: section, type }, i) => {
    const start = header[4 + 2 * i]!;
    const length = header[5 + 2 * i]!;
    if (start + length > buffer.byteLength) fail("dictionary with a damaged header");
    const ArrayType = arrayTypes[type];
    views[section] = new (ArrayType as Uint8ArrayConstructor)(buffer, start, length / ArrayType.BYTES_PER_ELEMENT);
  });
  const parts = views as unknown as Sections; // built from the same table as the type
  // TextDecoder refuses shared memory, so the few names are copied first.
  const partNames = Object.freeze(new TextDecoder().decode(parts.parts.slice()).split("\n"));
  return Object.freeze({ ...parts, buffer, rowLength: rowLength(parts.ids.length), partNames });
}
