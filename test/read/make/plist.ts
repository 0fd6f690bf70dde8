/** What a property list of a test may hold. */
export type PlistValue =
  | string
  | number
  | boolean
  | Uint8Array
  | readonly PlistValue[]
  | { readonly [key: string]: PlistValue };

/** Returns a property list in Apple's binary form, as Safari writes its web archives. */
export function binaryPlist(value: PlistValue): Buffer {
  const objects: Buffer[] = [];
  const add = (one: PlistValue): number => {
    const index = objects.push(Buffer.alloc(0)) - 1;
    objects[index] = encode(one, add);
    return index;
  };
  const top = add(value);
  const offsets: number[] = [];
  let at = 8;
  for (const object of objects) {
    offsets.push(at);
    at += object.length;
  }
  const table = Buffer.alloc(4 * offsets.length);
  for (const [index, offset] of offsets.entries()) table.writeUInt32BE(offset, 4 * index);
  const trailer = Buffer.alloc(32);
  trailer[6] = 4;
  trailer[7] = 2;
  trailer.writeUInt32BE(objects.length, 12);
  trailer.writeUInt32BE(top, 20);
  trailer.writeUInt32BE(at, 28);
  return Buffer.concat([Buffer.from("bplist00"), ...objects, table, trailer]);
}

function encode(value: PlistValue, add: (one: PlistValue) => number): Buffer {
  if (typeof value === "boolean") return Buffer.from([value ? 9 : 8]);
  if (typeof value === "number") return sized(value);
  if (typeof value === "string") {
    if (/^[\0-\x7f]*$/.test(value)) return Buffer.concat([head(5, value.length), Buffer.from(value, "latin1")]);
    return Buffer.concat([head(6, value.length), Buffer.from(value, "utf16le").swap16()]);
  }
  if (value instanceof Uint8Array) return Buffer.concat([head(4, value.length), value]);
  if (Array.isArray(value)) return Buffer.concat([head(10, value.length), ...value.map((one) => reference(add(one)))]);
  const entries = Object.entries(value as Readonly<Record<string, PlistValue>>);
  const keys = entries.map(([key]) => reference(add(key)));
  const values = entries.map(([, one]) => reference(add(one)));
  return Buffer.concat([head(13, entries.length), ...keys, ...values]);
}

function head(kind: number, count: number): Buffer {
  return count < 15 ? Buffer.from([kind * 16 + count]) : Buffer.concat([Buffer.from([kind * 16 + 15]), sized(count)]);
}

function sized(value: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes[0] = 0x12;
  bytes.writeUInt32BE(value, 1);
  return bytes;
}

function reference(index: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(index);
  return bytes;
}

/** Returns the same in XML, as `plutil -convert xml1` writes it. */
export function textPlist(value: PlistValue): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${element(value)}
</plist>
`;
}

function element(value: PlistValue): string {
  if (typeof value === "boolean") return `<${value}/>`;
  if (typeof value === "number") return `<integer>${value}</integer>`;
  if (typeof value === "string") return `<string>${escaped(value)}</string>`;
  if (value instanceof Uint8Array) {
    const lines =
      Buffer.from(value)
        .toString("base64")
        .match(/.{1,68}/g) ?? [];
    return `<data>\n\t${lines.join("\n\t")}\n\t</data>`;
  }
  if (Array.isArray(value)) return `<array>\n${value.map(element).join("\n")}\n</array>`;
  const entries = Object.entries(value as Readonly<Record<string, PlistValue>>);
  return `<dict>\n${entries.map(([key, one]) => `<key>${escaped(key)}</key>\n${element(one)}`).join("\n")}\n</dict>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
