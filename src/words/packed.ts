import { checksum } from "./checksum.ts";

const ARRAYS = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
} as const;

/** What a column of each type is; its memory may be shared. */
interface Arrays {
  readonly int8: Int8Array;
  readonly uint8: Uint8Array;
  readonly int16: Int16Array;
  readonly uint16: Uint16Array;
  readonly int32: Int32Array;
  readonly uint32: Uint32Array;
  readonly float32: Float32Array;
}

type ColumnType = keyof Arrays;

/** What a packed file is: its name in errors, a version that grows whenever an older reader would misread it, its columns. */
export interface Packing<Layout extends Readonly<Record<string, ColumnType>> = Readonly<Record<string, ColumnType>>> {
  readonly kind: string;
  readonly version: number;
  readonly columns: Layout;
}

/** The columns of a packing as typed arrays. */
export type PackedColumns<Made extends Packing> = {
  readonly [Name in keyof Made["columns"]]: Arrays[Made["columns"][Name]];
};

/** Numbers and fingerprints that stand beside the columns. */
export type Facts = Readonly<Record<string, number>>;

const MAGIC = "YORONPK1";
/** Magic, version, checksum of all that follows it, total bytes, bytes of the header. */
const FIXED = MAGIC.length + 4 * 4;
/** Columns start on a cache line. */
const ALIGNMENT = 64;
const aligned = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

/**
 * Returns columns as the bytes of one file, little-endian: what is fixed, a header of JSON (kind, facts, and name,
 * type, offset and length of each column), then the columns, each on a 64-byte line, to be used in place without
 * parsing.
 */
export function pack<Made extends Packing>(
  { kind, version, columns: layout }: Made,
  columns: PackedColumns<Made>,
  facts: Facts = {},
): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(layout).map(([name, type]) => ({ name, type, values: columns[name]! }));
  let offset = 0;
  const places = parts.map(({ name, type, values }) => {
    const place = [name, type, offset, values.length] as const;
    offset = aligned(offset + values.byteLength);
    return place;
  });
  const header = new TextEncoder().encode(JSON.stringify({ kind, facts, columns: places }));
  const first = aligned(FIXED + header.length);
  const file = new Uint8Array(first + offset);
  file.set(new TextEncoder().encode(MAGIC));
  file.set(header, FIXED);
  parts.forEach(({ values }, i) => {
    file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), first + places[i]![2]);
  });
  const words = new Int32Array(file.buffer, MAGIC.length);
  words.set([version, 0, file.length, header.length]);
  words[1] = checksum(words.subarray(2));
  return file;
}

/**
 * Returns views of the columns that {@link pack} laid out, without copying where the bytes are aligned.
 *
 * Throws a RangeError that says what is wrong where the bytes are not a whole file of this kind and version; `verify`
 * compares the checksum too.
 */
export function unpack<Made extends Packing>(
  { kind, version, columns: layout }: Made,
  bytes: Uint8Array,
  { verify = false }: { readonly verify?: boolean } = {},
): { readonly columns: PackedColumns<Made>; readonly facts: Facts } {
  const fail = (what: string): never => {
    throw new RangeError(what);
  };
  if (bytes.byteLength < FIXED) fail(`too short for a compiled ${kind}`);
  // Views need an aligned start, which a Buffer from the pool does not promise.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  for (let i = 0; i < MAGIC.length; i++) if (bytes[i] !== MAGIC.charCodeAt(i)) fail(`not a compiled ${kind} of yoron`);
  const [made, sum, total, headerBytes] = new Int32Array(buffer, byteOffset + MAGIC.length, 4);
  if (made !== version) fail(`${kind} of format ${made}, this program reads format ${version}`);
  if (total !== bytes.byteLength) fail(`${kind} of ${bytes.byteLength} bytes instead of ${total}`);
  const checked = MAGIC.length + 2 * 4;
  if (verify && checksum(new Int32Array(buffer, byteOffset + checked, (total! - checked) / 4)) !== sum)
    fail(`damaged ${kind} (checksum)`);
  const header = headerOf(bytes.subarray(FIXED, FIXED + headerBytes!)) ?? fail(`${kind} with a damaged header`);
  if (header.kind !== kind) fail(`not a compiled ${kind} of yoron, but a compiled ${header.kind}`);
  const first = aligned(FIXED + headerBytes!);
  const places = new Map(header.columns.map(([name, ...place]) => [name, place]));
  const views: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(layout)) {
    const [found, offset = 0, length = 0] = places.get(name) ?? [];
    const width = ARRAYS[type].BYTES_PER_ELEMENT;
    if (found !== type || first + offset + length * width > bytes.byteLength) fail(`${kind} with a damaged header`);
    // The constructors differ only in what they give back.
    views[name] = new (ARRAYS[type] as Uint8ArrayConstructor)(buffer, byteOffset + first + offset, length);
  }
  // Built from the same table as the type.
  return { columns: views as PackedColumns<Made>, facts: header.facts };
}

interface Header {
  readonly kind: string;
  readonly facts: Facts;
  readonly columns: readonly (readonly [name: string, type: string, offset: number, length: number])[];
}

function headerOf(bytes: Uint8Array): Header | null {
  try {
    // TextDecoder refuses shared memory, so the header is copied.
    return JSON.parse(new TextDecoder().decode(bytes.slice()));
  } catch {
    return null;
  }
}

/** Returns the checksum that a packed file tells of itself, unsigned; 0 for bytes too short to hold one. */
export function packedChecksum(bytes: Uint8Array): number {
  if (bytes.byteLength < FIXED) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length + 4, true);
}
