import type { NameColumns } from "./compile-names.ts";
import { compileGazetteer, type GazetteerColumns, type GazetteerEntry } from "./gazetteer.ts";

const MAGIC = 0x31475a59; // "YZG1"
const HEADER_WORDS = 6;

/**
 * Lays entries out as bytes, little-endian: magic, the fingerprint of the files that they were read from, the lengths;
 * then the columns of the two tries and the places of the rows, widest first, then a row of JSON for each entry.
 */
export function encodeGazetteer(entries: readonly GazetteerEntry[], fingerprint: number): Uint8Array {
  const { names, ids } = compileGazetteer(entries);
  const encoder = new TextEncoder();
  const rows = entries.map(({ id, name, label, kind, country, role, aliases }) =>
    encoder.encode(JSON.stringify([id, name, label, kind, country, role, ...aliases])),
  );
  const places = new Int32Array(entries.length + 1);
  rows.forEach((row, i) => {
    places[i + 1] = places[i]! + row.length;
  });
  const header = Int32Array.of(
    MAGIC,
    fingerprint,
    names.codes.length,
    ids.codes.length,
    entries.length,
    places.at(-1)!,
  );
  const parts = [
    ...[header, names.firstChild, names.values, ids.firstChild, ids.values, places],
    ...[names.codes, ids.codes, ...rows],
  ];
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** Reads what {@link encodeGazetteer} wrote, as views; null if it is something else or made from other files. */
export function decodeGazetteer(bytes: Uint8Array, wanted: number): GazetteerColumns | null {
  if (bytes.byteLength < 4 * HEADER_WORDS) return null;
  // Views need an aligned start, which a Buffer from the pool does not promise.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const header = new Int32Array(buffer, byteOffset, HEADER_WORDS);
  const [magic, fingerprint, names, ids, count, text] = header as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const words = HEADER_WORDS + 2 * (names + ids) + 2 + count + 1;
  if (magic !== MAGIC || fingerprint !== wanted || bytes.byteLength !== 4 * words + 2 * (names + ids) + text)
    return null;
  let at = byteOffset + 4 * HEADER_WORDS;
  const integers = (length: number): Int32Array => {
    at += 4 * length;
    return new Int32Array(buffer, at - 4 * length, length);
  };
  const trie = (nodes: number) => ({ firstChild: integers(nodes + 1), values: integers(nodes) });
  const nameTrie = trie(names);
  const idTrie = trie(ids);
  const places = integers(count + 1);
  const codes = new Uint16Array(buffer, at, names + ids);
  const rows = new Uint8Array(buffer, at + 2 * (names + ids), text);
  return {
    names: { ...nameTrie, codes: codes.subarray(0, names) } satisfies NameColumns,
    ids: { ...idTrie, codes: codes.subarray(names) } satisfies NameColumns,
    entry: lazyEntries(rows, places),
  };
}

function lazyEntries(rows: Uint8Array, places: Int32Array): (index: number) => GazetteerEntry {
  const made = new Map<number, GazetteerEntry>();
  const decoder = new TextDecoder();
  return (index) => {
    let entry = made.get(index);
    if (entry === undefined) {
      const row = decoder.decode(rows.subarray(places[index]!, places[index + 1]!));
      const [id, name, label, kind, country, role, ...aliases] = JSON.parse(row);
      entry = { id, name, label, kind, country, role, aliases };
      made.set(index, entry);
    }
    return entry;
  };
}
