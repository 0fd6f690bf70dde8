import type { Folding } from "../../words/fold.ts";
import { pack, unpack } from "../../words/packed.ts";
import { compileGazetteer, type GazetteerColumns, type GazetteerEntry } from "./gazetteer.ts";

const GAZETTEER = {
  kind: "gazetteer",
  version: 2,
  columns: {
    nameChildren: "int32",
    nameNumbers: "int32",
    nameValues: "int32",
    nameCodes: "uint16",
    idChildren: "int32",
    idNumbers: "int32",
    idValues: "int32",
    idCodes: "uint16",
    /** Where the row of each entry begins; one more for the end of the last. */
    places: "int32",
    /** A row of JSON for each entry. */
    rows: "uint8",
  },
} as const;

/** Packs entries: the tries of their names and ids, and their rows, with the fingerprint of the files they were read from. */
export function encodeGazetteer(entries: readonly GazetteerEntry[], folding: Folding, fingerprint: number): Uint8Array {
  const { names, ids } = compileGazetteer(entries, folding);
  const encoder = new TextEncoder();
  const rows = entries.map(({ id, name, label, kind, country, role, aliases }) =>
    encoder.encode(JSON.stringify([id, name, label, kind, country, role, ...aliases])),
  );
  const places = new Int32Array(entries.length + 1);
  rows.forEach((row, i) => {
    places[i + 1] = places[i]! + row.length;
  });
  const written = new Uint8Array(places.at(-1)!);
  for (const [i, row] of rows.entries()) written.set(row, places[i]);
  const columns = {
    nameChildren: names.firstChild,
    nameNumbers: names.firstValue,
    nameValues: names.values,
    nameCodes: names.codes,
    idChildren: ids.firstChild,
    idNumbers: ids.firstValue,
    idValues: ids.values,
    idCodes: ids.codes,
    places,
    rows: written,
  };
  return pack(GAZETTEER, columns, { fingerprint });
}

/** Returns what {@link encodeGazetteer} packed, as views; null if it is something else or made from other files. */
export function decodeGazetteer(bytes: Uint8Array, wanted: number): GazetteerColumns | null {
  try {
    const { columns: of, facts } = unpack(GAZETTEER, bytes);
    if (facts.fingerprint !== wanted) return null;
    return {
      names: { codes: of.nameCodes, firstChild: of.nameChildren, firstValue: of.nameNumbers, values: of.nameValues },
      ids: { codes: of.idCodes, firstChild: of.idChildren, firstValue: of.idNumbers, values: of.idValues },
      entry: lazyEntries(of.rows, of.places),
    };
  } catch {
    return null;
  }
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
