const EQUALS = 0x3d;
const CR = 0x0d;
const LF = 0x0a;

/** Returns the bytes that a MIME part stands for; an encoding that nobody knows leaves them as they are. */
export function decodeTransfer(bytes: Uint8Array, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (name === "quoted-printable") return decodeQuotedPrintable(bytes);
  return name === "base64" ? Buffer.from(Buffer.from(bytes).toString("latin1"), "base64") : bytes;
}

/**
 * Returns the decoded bytes; no text is made of them, so that a soft break inside a character of several bytes does no
 * harm; RFC 2045, 6.7.
 */
function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte !== EQUALS) {
      out[length++] = byte;
      continue;
    }
    const end = softBreak(bytes, at + 1);
    if (end !== null) {
      at = end;
      continue;
    }
    const value = hexAt(bytes, at + 1);
    // An equals sign that encodes nothing was written by a careless program and stands for itself.
    out[length++] = value ?? EQUALS;
    if (value !== null) at += 2;
  }
  return out.subarray(0, length);
}

const MOST_PADDING = 80;

/** Returns where the line ends whose last character was an equals sign; null where it is not the last. */
function softBreak(bytes: Uint8Array, from: number): number | null {
  let at = from;
  while (at - from < MOST_PADDING && (bytes[at] === 0x20 || bytes[at] === 0x09)) at++;
  if (bytes[at] === CR && bytes[at + 1] === LF) return at + 1;
  if (bytes[at] === LF || bytes[at] === CR) return at;
  return at >= bytes.length ? bytes.length : null;
}

function hexAt(bytes: Uint8Array, at: number): number | null {
  const [high, low] = [digit(bytes[at]), digit(bytes[at + 1])];
  return high === null || low === null ? null : high * 16 + low;
}

function digit(byte: number | undefined): number | null {
  if (byte === undefined) return null;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : null;
}
