import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { Note } from "../model/discussion.ts";
import { YoronError } from "../model/error.ts";
import type { Decoded, ReadOptions } from "./format.ts";
import { binaryKind } from "./tables/binary-kind.ts";
import { asText, binaryTable } from "./tables/binary-table.ts";

const DECLARATION_WINDOW = 4096;
/**
 * Returns bytes as text: by a byte order mark, else the declared encoding if the bytes bear it out, else by evidence
 * (ISO-2022-JP escapes, then strictly UTF-8, EUC-JP, CP932). A declaration that the bytes refute is overruled with a
 * note. Undecodable bytes are an error that names their offset, or a noted loss under `lossy`. Bytes that are a table
 * (workbook, Arrow, Parquet) become that table, with its text beside it. An encoding that a header beside the bytes
 * names counts before one that they declare themselves.
 */
export function decode(input: string | Uint8Array, options: ReadOptions = {}, header: string | null = null): Decoded {
  const path = options.path ?? null;
  if (typeof input === "string") {
    if (/^\s*https?:\/\/\S+\s*$/i.test(input.slice(0, 4000)) && input.length < 4000) throw isAddress(input.trim());
    const text = input.startsWith("\uFEFF") ? input.slice(1) : input;
    if (text.trim() === "") throw isEmpty(path);
    if (text.slice(0, 100_000).includes("\0")) throw isBinary("binary data (a NUL character)", path);
    return { text, encoding: null, sha256: sha256(Buffer.from(input, "utf8")), notes: [], path, options };
  }
  if (input.length === 0) throw isEmpty(path);
  const kind = binaryKind(input);
  if (kind !== null && kind.table === null) throw isBinary(kind.what, path, kind.next);
  if (kind !== null) {
    const table = binaryTable(kind.table, input, path, options);
    const text = asText(table);
    if (text.trim() === "") throw isEmpty(path);
    return { text, table, encoding: null, sha256: sha256(input), notes: [], path, options };
  }
  const { text, encoding, notes } = decodeBytes(input, options, header);
  if (text.trim() === "") throw isEmpty(path);
  return { text, encoding, sha256: sha256(input), notes, path, options };
}

interface Text {
  readonly text: string;
  readonly encoding: string;
  readonly notes: Note[];
}

function decodeBytes(bytes: Uint8Array, options: ReadOptions, header: string | null): Text {
  const mark = byteOrderMark(bytes);
  if (options.encoding !== undefined) return given(bytes, options.encoding, options);
  if (mark !== null) return strictly(bytes, mark, options);
  if (bytes.includes(0)) throw isBinary("binary data (a NUL byte)", options.path ?? null);
  const label = header ?? declaredEncoding(bytes);
  const declared = label === null ? null : canonical(label);
  const found = byEvidence(bytes, declared);
  const notes: Note[] = [];
  if (label !== null && declared === null) {
    notes.push({ code: "unknown-encoding", message: `declares the encoding ${label}, which is not known` });
  }
  if (found === null) return strictly(bytes, declared ?? "utf-8", options);
  if (declared !== null && found !== declared) {
    notes.push({ code: "encoding-overruled", message: `declares ${declared}, but its bytes are ${found}` });
  }
  return { text: tryDecode(bytes, found)!, encoding: found, notes };
}

function given(bytes: Uint8Array, label: string, options: ReadOptions): Text {
  const name = canonical(label);
  if (name === null) {
    throw new YoronError({
      code: "bad-value",
      what: "there is no encoding",
      value: label,
      next: "known: utf-8, utf-16le, utf-16be, shift_jis, euc-jp, iso-2022-jp and the others of the WHATWG standard",
    });
  }
  return strictly(bytes, name, options);
}

/** Returns the encoding that the bytes bear out; null where none does. */
function byEvidence(bytes: Uint8Array, declared: string | null): string | null {
  if (hasEscapes(bytes) && tryDecode(bytes, "iso-2022-jp") !== null) return "iso-2022-jp";
  // No text is made of what may be long to see whether it is one.
  const whole = isUtf8(bytes);
  const utf8 = whole || decodesInPart(bytes, "utf-8");
  // Japanese in another encoding is practically never valid UTF-8, so UTF-8 overrules a declaration of another.
  if (utf8 && !isAscii(bytes)) return whole ? "utf-8" : null;
  if (declared !== null && declared !== "euc-jp" && declared !== "shift_jis" && tryDecode(bytes, declared) !== null) {
    return declared;
  }
  if (utf8) return declared !== null && tryDecode(bytes, declared) !== null ? declared : "utf-8";
  return oldJapanese(bytes, declared);
}

/** Returns which of the two encodings of Japanese before Unicode the bytes bear out; null where neither. */
function oldJapanese(bytes: Uint8Array, declared: string | null): string | null {
  const euc = tryDecode(bytes, "euc-jp");
  const sjis = tryDecode(bytes, "shift_jis");
  if (euc !== null && sjis !== null) {
    const [e, s] = [japaneseShare(euc), japaneseShare(sjis)];
    if (Math.abs(e - s) < 0.1) return declared === "shift_jis" ? declared : "euc-jp";
    return e > s ? "euc-jp" : "shift_jis";
  }
  if (euc !== null) return "euc-jp";
  return sjis === null ? null : "shift_jis";
}

/** The share of a text's non-ASCII that is full-width kana, common punctuation or the first-level kanji block. */
function japaneseShare(text: string): number {
  let all = 0;
  let kana = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    all++;
    if (code >= 0x3000 && code <= 0x30ff) kana++;
  }
  return all === 0 ? 0 : kana / all;
}

function strictly(bytes: Uint8Array, encoding: string, { lossy = false, path }: ReadOptions): Text {
  const text = tryDecode(bytes, encoding);
  if (text !== null) return { text, encoding, notes: [] };
  const offset = firstUndecodable(bytes, encoding);
  if (!lossy) {
    throw new YoronError({
      code: "undecodable",
      what: `${path ?? "the input"} is not valid ${encoding} at byte ${offset}:`,
      value: [...bytes.subarray(offset, offset + 4)].map((byte) => byte.toString(16).padStart(2, "0")).join(" "),
      next: "name its encoding, or allow losses with lossy",
    });
  }
  const replaced = new TextDecoder(encoding).decode(bytes);
  const count = replaced.split("\uFFFD").length - 1;
  const message = `${count} undecodable places, the first at byte ${offset}, were replaced by U+FFFD`;
  return { text: replaced, encoding, notes: [{ code: "lossy-decoding", message }] };
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether bytes are valid but perhaps cut off inside the last character. */
function decodesInPart(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function firstUndecodable(bytes: Uint8Array, encoding: string): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodesInPart(bytes.subarray(0, middle), encoding)) low = middle;
    else high = middle - 1;
  }
  if (low < bytes.length) return low;
  // Everything decodes but the end is missing: the offset is that of the last, incomplete character.
  let start = bytes.length - 1;
  while (start > 0 && bytes.length - start < 4 && tryDecode(bytes.subarray(0, start), encoding) === null) start--;
  return start;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_WINDOW)).toString("latin1");
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head);
  const meta = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  return xml?.[1] ?? meta?.[1] ?? null;
}

function canonical(label: string): string | null {
  try {
    return new TextDecoder(label.toLowerCase() === "cp932" ? "shift_jis" : label).encoding;
  } catch {
    return null;
  }
}

/** Whether there is an escape to JIS X 0208 or 0201: ESC `$@`, `$B`, `(J`, `(I`. */
function hasEscapes(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(0x1b); i >= 0 && i < bytes.length - 2; i = bytes.indexOf(0x1b, i + 1)) {
    const [first, second] = [bytes[i + 1], bytes[i + 2]];
    if (first === 0x24 && (second === 0x40 || second === 0x42)) return true;
    if (first === 0x28 && (second === 0x4a || second === 0x49)) return true;
  }
  return false;
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) return false;
  return true;
}

/** Returns the SHA-256 of bytes in 64 hex digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The error for an address where a saved page is wanted. */
export function isAddress(value: string): YoronError {
  return new YoronError({
    code: "not-a-file",
    what: "Yoron reads saved pages and never fetches:",
    value,
    next: "save the page in a browser and give the file",
  });
}

function isEmpty(path: string | null): YoronError {
  return new YoronError({
    code: "empty-input",
    what: `${path ?? "the input"} is empty`,
    next: "give a saved page with an article",
  });
}

function isBinary(what: string, path: string | null, next = "give a saved page, export or text file"): YoronError {
  return new YoronError({
    code: "binary-input",
    what: `${path ?? "the input"} is no text, but ${what}`,
    next,
  });
}
