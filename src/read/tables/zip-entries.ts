/** An entry of a ZIP archive, as its directory tells. */
export interface ZipEntry {
  readonly name: string;
  /** Size of the content, unpacked. */
  readonly size: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** An end record with the longest comment that it can have. */
const LONGEST_END = 22 + 0xffff;

/** Returns the entries of a ZIP archive; none where it has no directory. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const least = Math.max(0, bytes.length - LONGEST_END);
  let end = bytes.length - 22;
  while (end >= least && view.getUint32(end, true) !== END) end--;
  if (end < least) return [];
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + name)).toString("utf8"),
      size: view.getUint32(at + 24, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}
