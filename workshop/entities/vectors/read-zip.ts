import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/** Returns the bytes of the one file in a zip archive whose name ends in `suffix`. */
export function readFromZip(archive: string, suffix: string): Buffer {
  const bytes = readFileSync(archive);
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new Error(`${archive} is no zip archive`);
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    if (name.endsWith(suffix)) {
      const local = bytes.readUInt32LE(at + 42);
      const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const stored = bytes.subarray(data, data + packed);
      return bytes.readUInt16LE(at + 10) === 0 ? stored : inflateRawSync(stored);
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  throw new Error(`${archive} holds no ${suffix}`);
}
