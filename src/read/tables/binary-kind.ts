import { zipEntries } from "./zip-entries.ts";

/** What bytes that are no text are: one of the tables that can be read, or something with a way out. */
export type BinaryKind =
  | { readonly table: "workbook" | "arrow" | "parquet" }
  | { readonly table: null; readonly what: string; readonly next: string };

const AS_TEXT = "give a saved page, export or text file";
const AS_PAGE = "save it as web page (HTML) or plain text (UTF-8)";
const AS_CSV = "save it as CSV UTF-8 (「CSV UTF-8 で保存」) or as .xlsx";
const DECRYPT = "save it without a password, or as CSV UTF-8 (「CSV UTF-8 で保存」)";
/** What a workbook can hold unpacked, so that a bomb is refused before it goes off. */
const MOST_UNPACKED = 2 ** 31;

/** A ZIP archive, and so a workbook, has its directory at the end. */
const CUT = "a workbook or ZIP archive that is cut off or damaged";

const MAGIC: readonly (readonly [readonly number[], string, string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], "a PNG image", AS_TEXT],
  [[0xff, 0xd8, 0xff], "a JPEG image", AS_TEXT],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], "a PDF", AS_TEXT],
  [[0x1f, 0x8b], "a gzip archive", AS_TEXT],
  [[0x47, 0x49, 0x46, 0x38], "a GIF image", AS_TEXT],
  [[...Buffer.from("SQLite format 3\0")], "a SQLite database", "export its table as CSV (UTF-8)"],
  [[...Buffer.from("bplist00")], "a property list that is no whole web archive (.webarchive)", AS_PAGE],
  [[...Buffer.from("7z\xbc\xaf\x27\x1c", "latin1")], "a 7-Zip archive", "unpack it"],
  [[...Buffer.from("Rar!")], "a RAR archive", "unpack it"],
];

/** Returns what bytes are by how they begin and what is packed in them; null where they may be text. */
export function binaryKind(bytes: Uint8Array): BinaryKind | null {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return zipKind(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compoundKind(bytes);
  if (startsWith(bytes, [...Buffer.from("ARROW1\0\0")]) || isArrowStream(bytes)) return { table: "arrow" };
  if (startsWith(bytes, [...Buffer.from("PAR1")])) return { table: "parquet" };
  const found = MAGIC.find(([magic]) => startsWith(bytes, magic));
  return found === undefined ? null : { table: null, what: found[1], next: found[2] };
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** A message of a stream begins with -1 and its length, a multiple of eight. */
function isArrowStream(bytes: Uint8Array): boolean {
  if (bytes.length < 16 || !startsWith(bytes, [0xff, 0xff, 0xff, 0xff])) return false;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getInt32(4, true);
  return length > 0 && length % 8 === 0 && length < bytes.length;
}

function zipKind(bytes: Uint8Array): BinaryKind {
  const entries = zipEntries(bytes);
  if (entries.length === 0) return { table: null, what: CUT, next: "copy or download it again" };
  const has = (test: RegExp): boolean => entries.some(({ name }) => test.test(name));
  if (has(/^xl\/workbook\.(?:xml|bin)$/i) || (has(/^content\.xml$/) && !isOtherDocument(bytes))) {
    const size = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (size < MOST_UNPACKED) return { table: "workbook" };
    return { table: null, what: "a workbook too large to unpack", next: AS_CSV };
  }
  if (has(/^word\//)) return { table: null, what: "a Word document (.docx)", next: AS_PAGE };
  if (has(/^ppt\//))
    return { table: null, what: "a PowerPoint presentation (.pptx)", next: "copy its text into a text file" };
  if (has(/\.iwa$/))
    return { table: null, what: "a document of Numbers, Pages or Keynote", next: `${AS_CSV}, or its text` };
  if (has(/^content\.xml$/)) return { table: null, what: "an OpenDocument text or presentation", next: AS_PAGE };
  if (has(/\.epub$|^META-INF\/container\.xml$/)) return { table: null, what: "an e-book (.epub)", next: AS_PAGE };
  return { table: null, what: "a ZIP archive", next: "unpack it and give what is in it" };
}

/** An OpenDocument file says first, unpacked, what it is. */
function isOtherDocument(bytes: Uint8Array): boolean {
  return /opendocument\.(?!spreadsheet)/.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1"));
}

/** An old Office file is a file system; its files have names in UTF-16. */
function compoundKind(bytes: Uint8Array): BinaryKind {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => all.includes(Buffer.from(`${name}\0`, "utf16le"));
  if (has("EncryptedPackage")) return { table: null, what: "an Office file with a password", next: DECRYPT };
  if (has("Workbook") || has("Book")) return { table: "workbook" };
  if (has("WordDocument")) return { table: null, what: "a Word document (.doc)", next: AS_PAGE };
  if (has("PowerPoint Document")) {
    return { table: null, what: "a PowerPoint presentation (.ppt)", next: "copy its text into a text file" };
  }
  return { table: null, what: "an Office file of an unknown kind", next: AS_TEXT };
}
