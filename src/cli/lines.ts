import type { YoronError } from "../index.ts";
import { said } from "./said.ts";
import { cliError, usageError } from "./usage-error.ts";

/** A line of a stream: its number, from 1, and its text; null where its bytes are no text of the encoding. */
export interface StreamLine {
  readonly number: number;
  readonly text: string | null;
}

/** Encodings whose lines end at the byte 0x0A, so that a stream can be cut before it is decoded. */
export const LINE_ENCODINGS = ["utf-8", "shift_jis", "euc-jp", "iso-2022-jp"] as const;

/**
 * Returns the lines of a stream of bytes, holding no more than one line and one chunk; `\r\n` ends a line too.
 *
 * No byte is replaced: a line that cannot be decoded has no text, and the next goes on.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string = LINE_ENCODINGS[0],
): AsyncGenerator<StreamLine> {
  for await (const lines of lineBatchesOf(chunks, encoding)) yield* lines;
}

/** Returns the lines of a stream as {@link linesOf} does, those together that one chunk brings to their end. */
export async function* lineBatchesOf(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string = LINE_ENCODINGS[0],
): AsyncGenerator<readonly StreamLine[]> {
  const decode = strictDecoder(encoding);
  let number = 0;
  let parts: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      const whole = Buffer.concat([...parts, chunk.subarray(0, end)]);
      parts = [];
      yield Array.from(decodeLines(whole, decode), (text) => ({ number: ++number, text }));
    }
    if (end < chunk.length) parts.push(chunk.slice(end));
  }
  if (parts.length > 0)
    yield Array.from(decodeLines(Buffer.concat(parts), decode), (text) => ({ number: ++number, text }));
}

/** The error for a line whose bytes are no text of the encoding. */
export function undecodable({ number }: StreamLine, encoding: string = LINE_ENCODINGS[0]): YoronError {
  const { notEncoded, giveEncoding } = said().usage;
  const others = LINE_ENCODINGS.filter((known) => known !== encoding).join(", ");
  return cliError("undecodable", notEncoded(encoding), number, giveEncoding(others));
}

const NEWLINE = 0x0a;

type Decode = (bytes: Uint8Array) => string | null;

/** Returns what decodes strictly: null for bytes that the encoding does not have. */
function strictDecoder(encoding: string): Decode {
  const label = encoding.toLowerCase() === "cp932" ? "shift_jis" : encoding;
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    // An unknown label and one whose lines cannot be cut are the same mistake.
  }
  const known: readonly string[] = LINE_ENCODINGS;
  if (decoder === null || !known.includes(decoder.encoding))
    throw usageError(said().usage.noLineEncoding, encoding, said().usage.known("encodings", known.join(", ")));
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  };
}

/** Returns the texts of whole lines: decoded together, and one by one only where that fails. */
function* decodeLines(bytes: Uint8Array, decode: Decode): Generator<string | null> {
  const together = decode(bytes);
  if (together !== null) {
    let from = 0;
    for (let to = together.indexOf("\n"); to >= 0; to = together.indexOf("\n", from)) {
      yield trimEnd(together.slice(from, to));
      from = to + 1;
    }
    if (from < together.length) yield trimEnd(together.slice(from));
    return;
  }
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, from);
    const to = found < 0 ? bytes.length : found;
    const text = decode(bytes.subarray(from, to));
    yield text === null ? null : trimEnd(text);
    from = to + 1;
  }
}

function trimEnd(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
