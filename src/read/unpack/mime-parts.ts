import { type Headers, type Parameterised, parseParameters, readHead } from "./mime-headers.ts";

/** A part of a MIME message that is no container of parts itself; its body is still as it travels. */
export interface Part {
  readonly headers: Headers;
  readonly type: Parameterised;
  readonly start: number;
  readonly end: number;
  /** Whether the message ends before the boundary that should follow. */
  readonly cut: boolean;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly cut: boolean;
}

/** Parts in parts in parts: mail that was forwarded a few times. Each level is walked once more. */
const DEEPEST = 8;
const MOST_PARTS = 20_000;

/** Returns the parts of a message in their order, those of containers inside in the place of these. */
export function partsOf(bytes: Uint8Array): Part[] {
  const parts: Part[] = [];
  const waiting: (Piece & { depth: number })[] = [{ start: 0, end: bytes.length, cut: false, depth: 0 }];
  for (let piece = waiting.pop(); piece !== undefined && parts.length < MOST_PARTS; piece = waiting.pop()) {
    const { start, end, cut, depth } = piece;
    const head = readHead(bytes, start, end);
    if (head === null) continue;
    const type = parseParameters(head.headers.get("content-type") ?? "text/plain");
    const boundary = type.parameters.get("boundary");
    if (type.value.startsWith("multipart/") && boundary !== undefined && boundary !== "" && depth < DEEPEST) {
      const inside = split(bytes, head.body, end, boundary);
      for (let i = inside.length - 1; i >= 0; i--) waiting.push({ ...inside[i]!, depth: depth + 1 });
    } else parts.push({ headers: head.headers, type, start: head.body, end, cut });
  }
  return parts;
}

/**
 * Returns the pieces between the lines that are the boundary. What stands before the first and after the last is for no
 * reader.
 */
function split(bytes: Uint8Array, start: number, end: number, boundary: string): Piece[] {
  const delimiter = Buffer.from(`--${boundary}`, "latin1");
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Piece[] = [];
  let from = -1;
  for (let at = view.indexOf(delimiter, start); at >= 0 && at < end; at = view.indexOf(delimiter, at + 1)) {
    if (at > start && bytes[at - 1] !== 0x0a) continue;
    const after = at + delimiter.length;
    const closing = bytes[after] === 0x2d && bytes[after + 1] === 0x2d;
    const rest = endOfBlankLine(bytes, closing ? after + 2 : after, end);
    if (rest === null) continue;
    if (from >= 0) pieces.push({ start: from, end: withoutBreak(bytes, from, at), cut: false });
    from = closing ? -1 : rest;
    if (closing) return pieces;
  }
  if (from >= 0) pieces.push({ start: from, end, cut: true });
  return pieces;
}

const MOST_PADDING = 80;

/** Returns where the next line begins, if nothing but spaces stands before it. */
function endOfBlankLine(bytes: Uint8Array, from: number, end: number): number | null {
  let at = from;
  while (at < end && at - from < MOST_PADDING && (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0d)) at++;
  return at >= end ? end : bytes[at] === 0x0a ? at + 1 : null;
}

/** The line break before a boundary belongs to the boundary. */
function withoutBreak(bytes: Uint8Array, start: number, at: number): number {
  let end = at;
  if (end > start && bytes[end - 1] === 0x0a) end--;
  if (end > start && bytes[end - 1] === 0x0d) end--;
  return end;
}
