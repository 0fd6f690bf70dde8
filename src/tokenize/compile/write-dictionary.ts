import { checksum } from "../dictionary/checksum.ts";
import { layout } from "../dictionary/dictionary.ts";
import { ALIGNMENT, HEADER_BYTES, MAGIC, type Sections, VERSION } from "../dictionary/sections.ts";

/** Lays sections into the bytes of a compiled dictionary: header, then each on a cache line. */
export function writeDictionary(sections: Sections): Uint8Array<ArrayBuffer> {
  const places: number[] = [];
  let end = HEADER_BYTES;
  for (const { name } of layout) {
    const start = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    const bytes = sections[name].byteLength;
    places.push(start, bytes);
    end = start + bytes;
  }
  const total = Math.ceil(end / 4) * 4;
  const file = new Uint8Array(total);
  file.set(new TextEncoder().encode(MAGIC));
  const header = new Uint32Array(file.buffer, MAGIC.length, HEADER_BYTES / 4 - 2);
  header.set([VERSION, 0, total, layout.length, ...places]);
  layout.forEach(({ name }, i) => {
    const { buffer, byteOffset, byteLength } = sections[name];
    file.set(new Uint8Array(buffer, byteOffset, byteLength), places[2 * i]!);
  });
  header[1] = checksum(new Int32Array(file.buffer, MAGIC.length + 8));
  return file;
}
