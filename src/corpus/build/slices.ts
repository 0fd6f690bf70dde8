import { rm, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { YoronError } from "../../model/error.ts";
import { readSource } from "../../read/read.ts";
import { brokenGzip } from "../../read/unpack/gzip.ts";
import type { HashedSource } from "./hashed-source.ts";
import { unwritable } from "./item-file.ts";

/** A part of a source that is read as if it were one: whole records, under the header of them all. */
export interface Slice {
  readonly bytes: Uint8Array;
  /** Records before it. */
  readonly before: number;
}

/** Bytes of a slice; a record that is longer makes it longer. */
const SLICE_BYTES = 24_000_000;
/** Bytes from which a source is read in slices; a shorter one is read whole, with all that its records say of each other. */
export const SLICED = 64_000_000;
const SLICE_ROWS = 100_000;
/** Bytes of a Parquet file from which it is read in slices: it is packed. */
const SLICED_PARQUET = 8_000_000;

const LINES = /\.(?:jsonl|ndjson)(?:\.gz)?$/i;
const SEPARATED = /\.(?:csv|tsv)(?:\.gz)?$/i;
const PACKED = /\.gz$/i;
const PACKING = 5;

/** Whether a source is one of records that can be read in slices, and long enough to be. */
export function isSliced(path: string, bytes: number, sliced = SLICED): boolean {
  if (/\.parquet$/i.test(path)) return bytes > Math.min(SLICED_PARQUET, sliced);
  return (LINES.test(path) || SEPARATED.test(path)) && bytes * (PACKED.test(path) ? PACKING : 1) > sliced;
}

/** Throws for a source that is too long to be read at once, and of no format that is read in slices. */
export function checkLength(path: string, bytes: number): void {
  if (bytes <= 2 * SLICED || isSliced(path, bytes)) return;
  throw new YoronError({
    code: "bad-value",
    what: "the file is too long to be read at once, in bytes:",
    value: bytes,
    next: "write it as JSON Lines (.jsonl) or CSV, which are read in slices, or part it",
  });
}

/**
 * Returns the slices of a source of records; `scratch` is the name of files for what must lie on disk. Throws `malformed` for
 * what is packed and cannot be unpacked.
 */
export async function* slicesOf(
  source: HashedSource,
  scratch: string,
  { bytes = SLICE_BYTES, rows = SLICE_ROWS }: { readonly bytes?: number; readonly rows?: number } = {},
): AsyncGenerator<Slice, void, undefined> {
  const { path } = source;
  if (/\.parquet$/i.test(path)) yield* slicesOfParquet(source, scratch, rows);
  else yield* cut(PACKED.test(path) ? unpacked(source) : source.pieces(), SEPARATED.test(path), bytes);
}

/** DuckDB reads files, and from many places: it gets a copy, which is what was hashed whatever becomes of the file. */
async function* slicesOfParquet(
  source: HashedSource,
  scratch: string,
  rows: number,
): AsyncGenerator<Slice, void, undefined> {
  const { parquetSlices } = await import("../../tables/export/corpus/parquet-slices.ts");
  const copy = `${scratch}-whole`;
  try {
    await writeFile(copy, source.pieces()).catch((cause: unknown) => {
      throw cause instanceof YoronError ? cause : unwritable(copy, cause);
    });
    for await (const before of parquetSlices(copy, scratch, rows, source.path))
      yield { bytes: await readSource(scratch), before };
  } finally {
    await rm(scratch, { force: true });
    await rm(copy, { force: true });
  }
}

async function* unpacked({ path, pieces }: HashedSource): AsyncGenerator<Uint8Array, void, undefined> {
  const file = Readable.from(pieces(), { objectMode: false });
  const stream = file.pipe(createGunzip());
  file.on("error", (error) => stream.destroy(error));
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (cause) {
    if (cause instanceof YoronError) throw cause;
    throw brokenGzip(path, cause);
  } finally {
    file.destroy();
  }
}

const [QUOTE, NEWLINE] = [34, 10];

/**
 * Returns bytes, cut behind whole records: lines, and in separated values those line breaks that stand in no quoted cell. The bytes of
 * a quote and a line break are the same in UTF-8, Shift_JIS and EUC-JP, and stand in no other character there.
 */
async function* cut(
  stream: AsyncIterable<Uint8Array>,
  hasHeader: boolean,
  most: number,
): AsyncGenerator<Slice, void, undefined> {
  let header: Uint8Array | null = hasHeader ? null : new Uint8Array();
  let kept: Uint8Array[] = [];
  let [size, before, records, isQuoted] = [0, 0, 0, false];
  for await (const piece of stream) {
    let from = 0;
    // Records that end in this piece, behind the last of which it may be cut.
    let end = -1;
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at];
      if (byte === QUOTE && hasHeader) isQuoted = !isQuoted;
      if (byte !== NEWLINE || isQuoted) continue;
      if (header === null) {
        header = Buffer.concat([...kept, piece.subarray(0, at + 1)]);
        kept = [];
        size = 0;
        from = at + 1;
        continue;
      }
      records++;
      end = at + 1;
      if (size + end - from < most) continue;
      kept.push(piece.subarray(from, end));
      yield { bytes: Buffer.concat([header, ...kept]), before };
      before += records;
      [kept, size, records, from, end] = [[], 0, 0, end, -1];
    }
    // What a stream gives may be written over when it gives more.
    kept.push(Buffer.from(piece.subarray(from)));
    size += piece.length - from;
  }
  if (size > 0) yield { bytes: Buffer.concat([header ?? new Uint8Array(), ...kept]), before };
}
