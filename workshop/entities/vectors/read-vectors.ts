import { readFromZip } from "./read-zip.ts";

/** Word vectors as spaCy keeps them: many words may share a row. */
export interface Vectors {
  /** Words and the row of each. */
  readonly words: readonly (readonly [word: string, row: number])[];
  readonly rows: Float32Array;
  readonly dimensions: number;
}

/** Reads the word vectors of a wheel of a spaCy model, and nothing else of it. */
export function readVectors(wheel: string): Vectors {
  const { rows, dimensions } = readFloats(readFromZip(wheel, "vocab/vectors"));
  const rowOf = readKeys(readFromZip(wheel, "vocab/key2row"));
  const strings = JSON.parse(readFromZip(wheel, "vocab/strings.json").toString("utf8")) as string[];
  const words = strings.flatMap((word) => {
    const row = rowOf.get(murmur64(new TextEncoder().encode(word)));
    return row === undefined ? [] : [[word, row] as const];
  });
  return { words, rows, dimensions };
}

/** Reads a matrix of float32 in numpy's format 1. */
function readFloats(bytes: Buffer): { rows: Float32Array; dimensions: number } {
  const header = bytes.toString("latin1", 10, 10 + bytes.readUInt16LE(8));
  const shape = /'descr': '<f4', 'fortran_order': False, 'shape': \((\d+), (\d+)\)/.exec(header);
  if (shape === null) throw new Error(`not a matrix of float32: ${header}`);
  const data = new Uint8Array(bytes.subarray(10 + header.length));
  return { rows: new Float32Array(data.buffer, 0, Number(shape[1]) * Number(shape[2])), dimensions: Number(shape[2]) };
}

/** Reads a map of unsigned numbers to unsigned numbers in MessagePack. */
function readKeys(bytes: Buffer): Map<bigint, number> {
  let at = 5;
  const next = (): bigint => {
    const type = bytes[at++]!;
    if (type < 0x80) return BigInt(type);
    const size = { 204: 1, 205: 2, 206: 4, 207: 8 }[type];
    if (size === undefined) throw new Error(`not a number: ${type.toString(16)}`);
    at += size;
    return size === 8 ? bytes.readBigUInt64BE(at - 8) : BigInt(bytes.readUIntBE(at - size, size));
  };
  if (bytes[0] !== 0xdf) throw new Error("not a large map of MessagePack");
  const keys = new Map<bigint, number>();
  for (let left = bytes.readUInt32BE(1); left > 0; left--) {
    const key = next();
    keys.set(key, Number(next()));
  }
  return keys;
}

const FACTOR = 0xc6a4a7935bd1e995n;
const cut = (value: bigint): bigint => BigInt.asUintN(64, value);

/** MurmurHash64A with seed 1 (Austin Appleby, public domain), by which spaCy knows a word. */
function murmur64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hash = 1n ^ cut(BigInt(bytes.length) * FACTOR);
  let at = 0;
  for (; at + 8 <= bytes.length; at += 8) {
    let block = cut(view.getBigUint64(at, true) * FACTOR);
    block = cut((block ^ (block >> 47n)) * FACTOR);
    hash = cut((hash ^ block) * FACTOR);
  }
  if (at < bytes.length) {
    let rest = 0n;
    for (let i = bytes.length - 1; i >= at; i--) rest = (rest << 8n) | BigInt(bytes[i]!);
    hash = cut((hash ^ rest) * FACTOR);
  }
  hash = cut((hash ^ (hash >> 47n)) * FACTOR);
  return hash ^ (hash >> 47n);
}
