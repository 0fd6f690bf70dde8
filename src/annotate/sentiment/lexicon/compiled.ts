import type { TrieColumns } from "./char-trie.ts";

const MAGIC = 0x59534c32; // "YSL2"

/**
 * Writes trie columns as one block of bytes: magic, the two lengths, the fingerprint of the files they were made of,
 * then the columns, widest first.
 */
export function encodeTrie(trie: TrieColumns, fingerprint: number): Uint8Array {
  const { codes, firstChild, firstEntry, values, kinds, parts, emotions } = trie;
  const header = Int32Array.of(MAGIC, codes.length, values.length, fingerprint);
  const columns = [header, firstChild, firstEntry, values, codes, kinds, parts, emotions];
  const bytes = new Uint8Array(columns.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  return bytes;
}

/** Reads what {@link encodeTrie} wrote, as views; null if the bytes are something else or made of other files. */
export function decodeTrie(bytes: Uint8Array, fingerprint: number): TrieColumns | null {
  // Views need an aligned start, which a Buffer from the pool does not promise.
  const { buffer } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  let at = bytes.byteOffset % 4 === 0 ? bytes.byteOffset : 0;
  if (bytes.byteLength < 16) return null;
  const header = new Int32Array(buffer, at, 4) as unknown as [number, number, number, number];
  const [magic, nodes, entries, made] = header;
  const length = 16 + nodes * 2 + (nodes + 1) * 8 + entries * 7;
  if (magic !== MAGIC || made !== fingerprint || bytes.byteLength !== length) return null;
  at += 16;
  const take = <View>(
    make: new (buffer: ArrayBufferLike, at: number, length: number) => View,
    length: number,
    width: number,
  ) => {
    const view = new make(buffer, at, length);
    at += length * width;
    return view;
  };
  return {
    firstChild: take(Int32Array, nodes + 1, 4),
    firstEntry: take(Int32Array, nodes + 1, 4),
    values: take(Float32Array, entries, 4),
    codes: take(Uint16Array, nodes, 2),
    kinds: take(Uint8Array, entries, 1),
    parts: take(Uint8Array, entries, 1),
    emotions: take(Uint8Array, entries, 1),
  };
}
